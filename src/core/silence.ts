import { once } from './ondemand.ts';
import { searchKey } from './text.ts';
import { firstHit, pattern, rules, words } from './wording/rule.ts';

/**
 * The four that are never a reason (the date went by, the reply is late, the mail was not answered, the telephone was not)
 * and the two judgements that hide them (not promising, cool).
 */
const SILENCE = once(() =>
  rules({
    無返信: words`
    無(?:返信|回答|反応|応答|返答)|未(?:返信|回答|返答)|音信不通|音沙汰|電話(?:に|は|が|も|も?全く)?(?:不通|出な|出ず|
    出てもら|出てくれ|出て(?:いただ|頂)|つなが|繋が)`,
    返事がない: words`
    (?:メール|電話|連絡|返信|返事|回答|返答|応答|反応|レス)(?:に|が|は|も|の|への)?(?:全く|一切|まったく)?(?:な[しいく]|
    無[しい]|ありません|ございません|途絶|途切|遅[いれ延]|来な|来ず|来ません|こな|取れな|取れず|とれな|つかな|つかず|付かな|
    もらえ|いただけ|頂け|返ってこ|不通|薄い)`,
    期日: words`
    (?:期[日限]|締め?切り?)(?:を|が|に|も)?(?:超過|経過|過ぎ|すぎ|遅れ|切れ|徒過|までに(?:返|回|連))|(?:返信|回答|レス)遅延`,
    途絶え: words`
    (?:既読|未読)(?:スルー|無視)|(?:メール|電話|連絡)(?:を)?(?:無視|スルー)|無視され|フェードアウト|自然消滅|時間切れ|
    タイムアップ|つかまら|捕まら|ずっと不在|不在続き`,
    見込み: words`
    ^(?:受注|契約|成約|購入|導入)?の?(?:見込み?|確度|可能性)(?:が|は|も)?(?:薄|低|な[しい]|無)|
    温度感?(?:が|は|も)?(?:低|下が|な[しい])|脈(?:が)?(?:な[しい]|無)|熱量?(?:が)?(?:低|な)|手応え(?:が)?な`,
    'no reply': words`
    \b(?:no|zero|without(?: an?| any)?|lack of|awaiting|late|slow|delayed|missing|never (?:got|had|received)(?:
    an?| any)?|(?:got|had|received) no) ?(?:repl(?:y|ies)|responses?|answers?|feedback|word|callbacks?|call ?back|
    contact|reaction|communication|e-?mails?)\b`,
    'did not reply': words`
    \b(?:(?:did|does|do|has|have|had|is|are|was|will|would|could|can)(?: not|n'?t)|never|not|stopped|no longer|
    fail(?:s|ed|ing)? to|ceased)(?: \w+){0,2}? ?(?:repl(?:y|ied|ying|ies)|respon\w+|answer\w*|pick(?:s|ed|ing)? up|
    (?:call|mail|e-?mail|writ\w+|get|got|gotten|come|came|hear|heard|hearing)(?:ed)?(?: \w+)? back|
    return(?:s|ed|ing)? (?:my |our )?(?:calls?|e-?mails?|messages?)|heard? (?:from|anything)|
    (?:be )?reach(?:ed|able|ing)?)\b`,
    unresponsive: words`
    \b(?:un|non-? ?)responsive\b|\bunreachable\b|\bghost(?:ed|ing|s)?\b|\bsilen(?:t|ce)\b|\blost (?:contact|touch)\b|
    \bno[- ]?shows?\b|\b(?:go|goes|gone|going|went|all) (?:very |completely |totally )?(?:quiet|dark|cold|silent|
    missing|mia)\b|\bvoice ?mail\b|\bcan(?:'t|not| not) (?:reach|get hold)|\bdropped off\b|\bfizzled\b`,
    'date passed': words`
    \b(?:deadlines?|due date|decision date|date|time)\b.{0,20}\b(?:pass(?:ed)?|missed|expired|exceeded|overdue|lapsed|
    ran out|went by|gone by|is over|is up)\b|\b(?:past|missed|over|after|beyond|exceeded) (?:the |its |their )?(?:
    deadline|due date|decision date)\b|\btimed? ?out\b|\boverdue\b`,
    cool: words`
    \b(?:low|cool|cold|lukewarm|poor|little|weak) (?:temperature|interest|engagement|enthusiasm|chances?|odds|
    probability|likelihood|leads?|prospects?)\b|\b(?:not (?:promising|likely|warm|hot)|unlikely|hopeless|unpromising|
    no (?:chance|hope)|slim chances?|dead deal|stale)\b`,
  }),
);

/** Words with which a customer turns to us. */
const ADDRESSED = once(() => pattern`御社|貴社|そちら(?:様|の|から)|あなた|お宅|\byou(?:r|rs|'re|'ve)?\b(?! know)`);

/** Words in which somebody decides or gives a reason. */
const DECIDED = once(
  () => pattern`
  見送(?:ら|り(?:ます|たい|とさせ|と(?:なり|いた|決|し))|る)|お断り|辞退|他社(?:に|を|さん|様)|に(?:決め|決ま)|採用(?:し|を|する|は)|
  導入(?:し|は|を)|結構です|必要(?:ない|なく|がな|あり)|不要|予算|否決|却下|中止|やめ(?:ます|る|た)|\bwe(?:'ve|'re|'ll| have|
  are| will)? (?:decided|chose|chosen|choose|went with|are going|will go|picked|signed|bought|prefer|stay\w*|do not need|
  don't need|cannot|can't|won't|pass|declin\w+|opted|selected|agreed)\b|\bnot (?:going|go|proceeding|moving) (?:ahead|
  forward|with)\b|\b(?:budget|competitor|another (?:vendor|supplier|company)|cancel\w*|too expensive)\b`,
);

/** Words in which a rep speaks about a customer. */
const ABOUT_THEM = once(
  () => pattern`
  (?:先方|お?客様|顧客|相手(?:先|方)?|担当者(?:様)?|先様)(?:から|が|は|より|に|の|と)|\b(?:the |from (?:the )?)?(?:customer|client|prospect|
  buyer)s?\b|\bfrom (?:them|him|her)\b|^(?:they|he|she)\b`,
);

/**
 * Returns whether a text only says that we heard nothing, or think that nothing will come. A customer may speak of silence too
 * (of ours: 「御社からの返信が遅い」), so what is addressed to us or tells a decision of theirs stands.
 */
export function isSilence(text: string): boolean {
  const key = searchKey(text).replace(/[’‘]/g, "'");
  if (!firstHit(SILENCE(), key) || ADDRESSED().test(key)) return false;
  return ABOUT_THEM().test(key) || !DECIDED().test(key);
}
