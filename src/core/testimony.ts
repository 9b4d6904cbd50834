import type { Channel, Contact } from './deal.ts';
import { isTalk } from './figures.ts';
import { once } from './ondemand.ts';
import { isSilence } from './silence.ts';
import { searchKey } from './text.ts';
import { firstHit, rules, words } from './wording/rule.ts';

/** Why a text cannot stand for what the customer said. */
export type Flaw = 'placeholder' | 'silence' | 'ours';

/** Returns what is wrong with a text that is said to be the customer's, or null. */
export function flawOf(text: string, contacts: readonly Contact[]): Flaw | null {
  if (isPlaceholder(text)) return 'placeholder';
  if (isSilence(text)) return 'silence';
  return isOurs(text, contacts) ? 'ours' : null;
}

/** Compared without spaces and signs: "N/A" is `na`. */
const NOTHING_SAID = new Set(
  [
    'なし 無し ナシ 無 ない 無い 特になし 特に無し 特になく 特に無い 特にない 特にありません 特段なし とくになし 不明 未定 未確認',
    '未記入 未回答 不詳 わからない 分からない わかりません 分かりません 理由不明 理由なし 理由無し 特に理由なし 同上 上記 上記の通り',
    '以上 省略 割愛 テスト てすと ダミー サンプル ほげ ほげほげ あいうえお 適当 記入なし 入力なし 該当なし 後で あとで 後で記入',
    'none na nil null nan undefined unknown unspecified test testing tests tbd tba tbc todo dummy placeholder sample foo bar',
    'foobar hoge nothing noreason noreasongiven noidea notsure notapplicable notspecified notknown unclear idk dontknow idontknow',
    'sameasabove asabove ditto seeabove lorem loremipsum whatever blah blahblah words text reason later empty blank misc',
    'asdf asdfg asdfgh asdfghjkl qwer qwert qwerty qwertyuiop zxcv zxcvb zxcvbn hjkl jkl sdf dfg sdfg wasd abc abcd abcde xyz',
  ].flatMap((line) => line.split(' ')),
);

/** Marks of a text that was meant to be replaced: `[FILL: …]`, `［要記入：…］`, `〇〇`, `<words>`. */
const BLANKS = /\[fill\b|要記入|^[<[{(].{0,40}[>\]})]$|^[〇○◯●×✕・＊*_]+(様|さん)?$/i;

/** Returns whether a text only fills its place: nothing said, punctuation, a key held down. */
export function isPlaceholder(text: string): boolean {
  const key = plain(text);
  if (key.length < 2 && !/^[一-龠]$/.test(key)) return true;
  if (NOTHING_SAID.has(key) || BLANKS.test(searchKey(text))) return true;
  return /^(.{1,3}?)\1+$/.test(key) ? isMash(key) : /^\d+$/.test(key) || isConsonants(text);
}

/** はいはい and "no no" are words; あああ, abab and 1212 are not. */
function isMash(key: string): boolean {
  return /^(.)\1+$/.test(key) || /^[a-z0-9]{4,}$/.test(key.replace(/^(?:no|bye)+$/, ''));
}

/** Four letters and no vowel among them are no English word; capitals may be an abbreviation. */
function isConsonants(text: string): boolean {
  return /^[bcdfghjklmnpqrstvwxz]{4,}$/.test(text.trim());
}

/** What a seller writes and a customer does not, whoever is named as having said it. */
const SELLER_ASKS = once(() =>
  rules({
    ご検討状況は: words`
    ご(?:検討|判断|意向|決断)(?:の)?(?:状況|進捗|結果|具合)?(?:は|について|につきまして)?[^。]{0,16}(?:いかが|いただけ(?:ました|ます)|
    お聞かせ|お伺い|お知らせ|でしょうか)|ご検討(?:の(?:ほど|程)|くださ|下さ)`,
    その後いかが: words`
    (?:その後|進捗|検討状況|ご状況)(?:は|、)?[^。]{0,12}(?:いかが|どう(?:です|でしょう))|お?(?:返事|返信|回答)を?お待ちして(?:おり|い)ます`,
    'checking in': words`
    ^(?:(?:hi|hello|dear)\b.{0,20}[,!.] ?)?(?:i(?:'m| am| was)? |we(?:'re| are)? )?(?:just |only |simply |quickly )*(?:
    wanted to )?(?:check(?:ing)? in|touch(?:ing)? base|circl(?:e|ing) back|follow(?:ing)?[- ]?up|bump(?:ing)?)\b`,
    'any update': words`
    ^(?:do you have |have you (?:got|had) |is there )?any (?:updates?|news|thoughts|feedback|decision|progress|
    word)\b.{0,60}\?|\b(?:have|did) you (?:had|get|have|got) (?:a |any )?(?:chance|time)\b|\bwaiting (?:for|on) your (?:
    reply|answer|response|decision)\b`,
  }),
);

/** On these channels a contact's text is what we wrote; a note of a call may tell what they said. */
const WRITTEN: readonly Channel[] = ['email', 'chat', 'letter'];
const SHORTEST_SENTENCE = 8;
const NEARLY_EQUAL = 0.85;

/** Returns whether the text is a sentence of ours: one we recorded as sent, or one only a seller writes. */
export function isOurs(text: string, contacts: readonly Contact[]): boolean {
  if (firstHit(SELLER_ASKS(), searchKey(text).replace(/[’‘]/g, "'"))) return true;
  const claimed = plain(text);
  return contacts
    .filter((contact) => contact.from === 'us' && !isTalk(contact))
    .some((contact) => ourSentences(contact).some((sentence) => isNearlyEqual(sentence, claimed)));
}

/** What stands in quotation marks in a note of ours is the customer's. */
function ourSentences({ text, channel }: Contact): string[] {
  const own = text.replace(/「[^」]*」|『[^』]*』|“[^”]*”|"[^"]*"/g, ' ');
  const sentences = channel !== null && WRITTEN.includes(channel) ? own.split(/[。．！？!?\n]+|\.(?=\s|$)/) : [];
  return [own, ...sentences.filter((it) => plain(it).length >= SHORTEST_SENTENCE)].map(plain).filter((it) => it !== '');
}

function isNearlyEqual(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < SHORTEST_SENTENCE) return false;
  const [ours, theirs] = [pairsOf(a), pairsOf(b)];
  const shared = [...ours].filter(([pair, count]) => Math.min(count, theirs.get(pair) ?? 0) > 0);
  const common = shared.reduce((sum, [pair, count]) => sum + Math.min(count, theirs.get(pair) ?? 0), 0);
  return (2 * common) / (a.length + b.length - 2) >= NEARLY_EQUAL;
}

/** Returns the neighbouring pairs of characters and how often each stands. */
function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Returns the letters and digits of a text, width and case folded. */
function plain(text: string): string {
  return searchKey(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
