import { narrow, searchKey } from '../text.ts';

/** What a cell is read as; what may be a name must not be taken for an empty cell. */
export type CellKind = 'text' | 'amount' | 'day' | 'choice';

/** Signs and words that no customer, person or text is called. */
const MARKS = new Set(
  (
    '- -- --- – — ― ー ‐ ~ 〜 _ . .. … ? ?? ??? / // * n/a #n/a n.a. n/d (blank) (空白) (none) (なし) (unknown) (不明) (null) ' +
    '[null] <null> (empty) (not set) (no value) [none] undefined tbd tba tbc t.b.d. to-be-determined to-be-confirmed unassigned ' +
    'not-set not-specified not-applicable not-available 未定 未設定 未入力 未登録 未記入 未確認 未選択 未割当 該当なし 該当無し ' +
    '該当無 不明 なし 無し 特になし 特に無し 特になし。 空白 空欄 記載なし 指定なし 設定なし 入力なし 選択なし'
  ).split(' '),
);

const LONGEST_MARK = Math.max(...[...MARKS].map((mark) => mark.length));

/** What programs write for nothing, as they write it: `Null` and `Nan` are names. */
const PROGRAM_MARKS = ['NULL', 'null', 'NaN', 'nan', 'NaT'];

/** Words that are nothing where a number, a day or a choice should stand. */
const WORDS = new Set(
  (
    'none null nil nan nat na n/k nothing empty blank unknown undecided undetermined pending-date open-ended ' +
    '未 無 無し 調整中 確認中 検討中 要確認 未定。 後日 別途'
  ).split(' '),
);

/** "Without", "not yet", "on request", in the languages of Excel's users: an amount nobody has named. */
const NO_AMOUNT =
  /^(?:sin|ohne|sans|senza|sem|no|not|without|un[a-z]+|kein[a-z]*|nicht|aucun[a-z]*|zonder|ask|poa|on request|upon request|to be .*)(?![a-z])|^[未無別]|別途|未定|要相談|応相談|ご?相談|見積中|算定中|積算中|問い?合わ?せ|オープン価格|都度/;

/** MySQL's zero date, the first days of Excel, SQL and Unix: no deal is older than these. */
const ZERO_DAY =
  /^(?:(?:19[07]0[-/.]0?1[-/.]0?1|0?1[-/.]0?1[-/.]19[07]0)(?:[ t][\d:.z+]+)?|19[07]0年1月1日)$|^(?:0000[-/]00[-/]00|00[-/]00[-/]0000|1900[-/]0?1[-/]0?0|1899[-/]12[-/]30)(?:[ t][0:.z]+)?$|^0$/;

/** Returns whether the text stands for an empty cell where such a value is expected. */
export function isNone(text: string, kind: CellKind): boolean {
  // Most cells are plain amounts, days and names, which is seen at a glance: no word for nothing has a digit in it.
  if (kind !== 'day' && /\d/.test(text)) return false;
  if (kind === 'day' && /^[2-9]/.test(text)) return false;
  if (kind === 'text' && text.trim().length > LONGEST_MARK) return false;
  const key = searchKey(text);
  if (key === '' || MARKS.has(key) || MARKS.has(key.replaceAll(' ', '-'))) return true;
  if (PROGRAM_MARKS.includes(narrow(text))) return true;
  if (kind === 'text') return false;
  if (WORDS.has(key)) return true;
  if (kind === 'day') return ZERO_DAY.test(key);
  return kind === 'amount' && !/\d/.test(key) && NO_AMOUNT.test(key.replace(/[_-]/g, ' '));
}

/** Returns whether the text says in words that there is nothing, which is worth telling; a dash is not. */
export function isNoneInWords(text: string): boolean {
  return /\p{L}[^\p{L}]?\p{L}|\d|^[未無]$/u.test(narrow(text));
}
