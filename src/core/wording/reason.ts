import { once } from '../ondemand.ts';
import { firstHit, type Rule, rules, words } from './rule.ts';
import { fold, lowered } from './sentences.ts';

/** What one goes to ask: the state of things on their side. */
const ENQUIRY = once(() =>
  rules({
    状況: words`状況|進捗|進み具合|進展|その後|様子|経過|具合|どうなっ|いかが`,
    相手の返事: words`
    (?:検討|返事|返信|返答|回答|(?<![用験証査績定析算])結果|結論|可否|意向|判断|決裁|稟議|社内(?:の)?(?:調整|反応)|感触|反応|
    温度感)(?:の|を|が)?[^。]{0,10}(?:確認|伺|うかが|聞|待ち|催促|督促|ヒアリング|チェック|問い合わせ|
    教えて|どう|$)`,
    件: words`^(?:ご?検討|返事|返信|回答|結論)(?:の)?(?:件|$)`,
    用件だけ: words`
    ^(?:再度?)?(?:の)?(?:ご?確認|フォロー(?:アップ)?|リマインド|催促|督促|念押し|念のため|ご?連絡|電話|
    メール|ご?挨拶|ご機嫌伺い|顔(?:出し|を出す)|定期(?:連絡|訪問|フォロー)|追客|再架電|再連絡|再訪問?|訪問|クロージング|プッシュ|
    後追い)(?:の)?(?:ご?連絡|電話|メール|訪問|確認|する|します|のため|をする|を入れる)?$`,
    フォロー: words`(?:フォロー(?:アップ)?|リマインド|催促|督促|念押し|後追い|ご機嫌伺い)`,
    決まったか: words`
    (?:決まった|決めた|見た|読んだ|届いた|検討した)(?:か|かどうか)|(?:か|かどうか)を?(?:ご?確認|聞|伺|うかが|尋ね)|
    意思(?:の)?確認`,
    'checking in': words`
    \b(?:check(?:ing)?[- ]?(?:back )?(?:in|up)|check back|touch(?:ing)? base|follow(?:ing)?[- ]?up|
    circl(?:e|ing) back|loop(?:ing)? back|bump|ping|nudge|remind(?:er)?|chase|chaser|catch[- ]?up|
    stay in touch|keep in touch|say hi|see how|reconnect)\b`,
    news: words`
    \b(?:status|updates?|progress|any (?:news|thoughts|feedback|decision|questions?)|decision|answer|
    response|reply|feedback|verdict|outcome|news)\b`,
    'how it is going': words`
    \b(?:how (?:it|things|they|the|is|are)|where (?:we|they|things)|still interested|have they|did they|
    whether (?:they|the|it)|if (?:they|the|it)|(?:confirm|check) (?:that )?(?:they|he|she|it)|
    about the (?:contract|proposal|quote|offer))\b`,
    'only the channel': words`
    ^(?:(?:a |quick |phone |short )*(?:call|e-?mail|ring|meeting|chat|message|visit)(?: (?:them|him|her|
    back|again))?|next (?:call|contact|step)|tbd|n\/a)$`,
  }),
);

/** What one brings along: with it the reason stands, whatever else is asked. */
const BRINGING = once(() =>
  rules({
    '渡す・見せる': words`
    (?:説明|紹介|共有|持参|お渡し|手渡し|提示|提出|提案|送付|お届け|届ける|渡す|見せ|見学|実演|デモ|体験|
    試算|案内|報告|相談|作成|同席|招待|打ち合わせ|検証|診断|納品|研修|勉強会|トライアル|視察|調査結果|
    渡し)(?:する|します|をする|を行|会|の(?:実施|ため|場)|に(?:伺|行)|[。、]|と|、|$|を|し|済)`,
    資料: words`
    (?:資料|事例|見積書?|比較表|提案書|サンプル|動画|データ|試作|図面|議事録|一覧|リスト|助成金|補助金|
    法改正|新(?:製品|商品|機能|サービス))(?!の?(?:確認|検討|ご検討|返事|感想|進捗|状況|件|$))`,
    答え: words`
    (?:質問|疑問|懸念|要望|不安|宿題)(?:事項)?(?:への|に(?:対する)?|の)(?:回答|答え|対応|解消|説明|お答え)`,
    bringing: words`
    \b(?:bring(?:ing)?|show(?:ing)?|present(?:ing)?|deliver(?:ing|y)?|shar(?:e|ing)|send(?:ing)?|
    hand(?:ing)? over|demo(?:nstrat\w*)?|walk(?:ing)?[- ]?through|explain(?:ing)?|introduc(?:e|ing|tion)|
    answer(?:ing)? (?:to |their |the |his |her |on |about |your )|propos(?:e|ing)|review(?:ing)? (?:the|
    their|his|her|your|results|draft)|workshop|training|site visit|tour|pilot|trial|audit|kick-?off|draft|
    case stud\w*|comparison|sample|prototype|benchmark|roi|cost (?:model|sheet)|reference (?:call|visit)|
    new (?:feature|product|model|release|rule|regulation|figures|version)|results of|findings|checklist|
    template|security|integration|migration|on-?boarding)\b`,
  }),
);

/** What one asks about is often the very thing that was brought before. */
const ABOUT_WHAT_WAS_SENT = once(() =>
  rules({
    渡したものの返事: words`
    (?:資料|提案書?|見積書?|事例|デモ|比較表|サンプル|プラン|案)(?:に(?:ついて|対する|関する)|の|
    を?)?(?:ご?検討|ご?確認|返事|返答|回答|感想|感触|反応|その後|進捗|状況|結果|フォロー|リマインド|催促)`,
    会ったあとの返事: words`
    (?:提案|説明|見積|デモ|紹介|送付|訪問|商談|打ち合わせ|案内)(?:後|した件|の件)?の?(?:ご?検討|返事|返答|
    回答|感想|感触|反応|その後|進捗|状況|結果|フォロー|リマインド|催促|様子)`,
    'status of what was sent': words`
    \b(?:status|updates?|progress|news|thoughts|feedback|decision|reply|response|follow(?:ing)?[- ]?up|
    check(?:ing)?[- ]?in|chase|chaser|remind(?:er)?) (?:on|about|of|for|regarding|re|to|with) (?:the |our |
    my |their |his |her )?(?:\w+ )?(?:proposals?|quotes?|trial|pilot|demo|samples?|draft|contract|
    comparison|offer|deck|roi|case stud\w*)\s*[.?!]*$`,
    'whether it was read': words`
    \b(?:looked at|reviewed|read|received|seen|thought about|think of|thoughts on) (?:the|our|my)\b`,
  }),
);

/** A reason is a short phrase; of a longer text this much is read. */
const LONGEST_REASON = 400;

const finds = (table: readonly Rule[], text: string): boolean => firstHit(table, text) !== undefined;

/** Returns whether a planned reason to meet only asks how things stand. */
export function isStatusReason(reason: string): boolean {
  const text = lowered(fold(reason.trim().slice(0, LONGEST_REASON)))
    .trim()
    .replace(/[\s。．.!?、,…]+$/, '');
  if (finds(ABOUT_WHAT_WAS_SENT(), text)) return true;
  return finds(ENQUIRY(), text) && !finds(BRINGING(), text);
}
