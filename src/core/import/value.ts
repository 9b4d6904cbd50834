import type { Channel, DealKind, Language } from '../deal.ts';
import { readChoice } from '../dealfield.ts';
import { BadInput } from '../failure.ts';
import { currencyOfMark } from '../money.ts';
import { narrow, searchKey } from '../text.ts';
import { isShortened } from './importedamount.ts';

const CHANNEL_WORDS: Readonly<Record<Channel, readonly string[]>> = {
  email: ['email', 'e-mail', 'mail', 'メール', 'eメール', '電子メール'],
  phone: ['phone', 'call', 'phone call', 'telephone', 'tel', '電話', '架電', '携帯', 'お電話'],
  visit: ['visit', 'on-site', 'onsite', 'site visit', '訪問', '往訪', '訪問営業'],
  meeting: [
    'meeting',
    'in person',
    'face to face',
    '面談',
    '打合せ',
    '打ち合わせ',
    '打合わせ',
    '会議',
    '商談',
    '来社',
    '対面',
  ],
  online: [
    ...['online', 'video', 'video call', 'video meeting', 'web meeting', 'zoom', 'teams', 'google meet', 'webex'],
    ...['オンライン', 'web会議', 'ウェブ会議', 'オンライン商談', 'オンライン会議', 'web商談', 'リモート', 'テレビ会議'],
  ],
  chat: ['chat', 'slack', 'line', 'whatsapp', 'messenger', 'sms', 'チャット', 'ライン'],
  letter: ['letter', 'post', 'mailing', 'fax', '手紙', '郵送', '郵便', '書面', 'お手紙'],
};

const LANGUAGE_WORDS: Readonly<Record<Language, readonly string[]>> = {
  en: ['en', 'eng', 'english', 'en-us', 'en-gb', '英語', '英', '英文'],
  ja: ['ja', 'jp', 'jpn', 'japanese', 'ja-jp', '日本語', '日', '和文', '日文'],
};

const KIND_WORDS: Readonly<Record<DealKind, readonly string[]>> = {
  small: ['small', 's', '小', '小口', '小型', '小規模', '小額', '少額'],
  mid: ['mid', 'medium', 'm', '中', '中口', '中型', '中規模'],
  system: ['system', 'システム', 'システム案件', 'システム導入'],
};

const CURRENCY_WORDS: Readonly<Record<string, readonly string[]>> = {
  JPY: ['yen', 'japanese yen', '日本円'],
  USD: ['us dollar', 'us dollars', 'u.s. dollar', 'dollar', '米ドル', '米国ドル'],
  EUR: ['euro', 'euros'],
  GBP: ['british pound', 'pound sterling', 'ポンド', '英ポンド'],
  CNY: ['chinese yuan', 'renminbi'],
};

const YES = 'yes y true t 1 x on ok はい 有 有り あり ○ ◯ ● ◎ ✓ ✔ ☑ 済 済み 可 checked'.split(' ');
const NO = 'no n false f 0 off いいえ 無 無し なし × ✕ ✗ ☐ □ 未 unchecked'.split(' ');
const SILENCE_YES = '不可 ng 禁止 停止 連絡不可 連絡禁止 連絡不要 拒否 dnc opted-out opt-out'.split(' ');
const SILENCE_NO = ['連絡可', '不要でない'];
/** In a column "連絡不可", ○ and "可" or × and "ok" may be meant either way round. */
const SILENCE_UNCLEAR = ['可', 'ok', '×', '✕', '✗', 'on', 'off'];

/** Returns the channel that the text names in either language. Throws BadInput where it names none. */
export function readChannel(text: string): Channel {
  return chosen(text, CHANNEL_WORDS, '--channel');
}

/** Returns the channel that the text names, or null where it names none. */
export function channelOfWord(text: string): Channel | null {
  const key = searchKey(text);
  const channels = Object.keys(CHANNEL_WORDS) as Channel[];
  return channels.find((channel) => channel === key || CHANNEL_WORDS[channel].includes(key)) ?? null;
}

/** Returns the language that the text names. Throws BadInput where it names neither of ours. */
export function readLanguage(text: string): Language {
  return chosen(text, LANGUAGE_WORDS, '--language');
}

/** Returns the kind of deal that the text names. Throws BadInput where it names none. */
export function readKind(text: string): DealKind {
  return chosen(text, KIND_WORDS, '--kind');
}

/** Returns the code of the currency that a sign, a word or a code names. Throws BadInput where it names none. */
export function readImportedCurrency(text: string): string {
  const key = searchKey(text);
  const named = Object.entries(CURRENCY_WORDS).find(([, words]) => words.includes(key))?.[0] ?? currencyOfMark(key);
  // Zoho and Salesforce write the name and the code: "Japanese Yen - JPY".
  const code = named ?? currencyOfMark(/(?:^|[ (-])([a-z]{3})\)?$/.exec(key)?.[1] ?? '');
  if (code === undefined) throw new BadInput('bad_currency', { value: text });
  return code;
}

/** Returns whether the text says yes. Throws BadInput where it says neither yes nor no. */
export function isYes(text: string): boolean {
  const key = searchKey(text);
  if (YES.includes(key)) return true;
  if (NO.includes(key)) return false;
  throw new BadInput('bad_flag', { value: text });
}

/** Returns whether the text says that the customer must not be contacted. Throws BadInput where it may mean the opposite. */
export function isSilenceWished(text: string): boolean {
  const key = searchKey(text);
  if (SILENCE_UNCLEAR.includes(key)) throw new BadInput('bad_flag', { value: text });
  if (SILENCE_YES.includes(key) || SILENCE_YES.includes(key.replaceAll(' ', '-'))) return true;
  return SILENCE_NO.includes(key) ? false : isYes(text);
}

/** Returns what a column "連絡可否" says. Throws BadInput where the text says neither yes nor no. */
export function isContactAllowed(text: string): boolean {
  const key = searchKey(text);
  return key === '連絡可' || (!SILENCE_YES.includes(key) && isYes(text));
}

/** What nearly every cell holds: one address in letters that need no folding, and nothing that parts several or names one. */
const PLAIN_ADDRESS = /^[\w.+-]+@[\w.-]+$/;

/** Returns the address in `mailto:x`, `Name <x@y>` or plain, and whether it is the first of several. Throws BadInput. */
export function readImportedEmail(text: string): { readonly address: string; readonly isFirst: boolean } {
  if (PLAIN_ADDRESS.test(text)) return { address: text, isFirst: false };
  const plain = narrow(text).replace(/mailto:/gi, '');
  // Without angle brackets nothing but addresses may stand there.
  const isNamed = /<[^<>]*@[^<>]*>/.test(plain);
  const parts = isNamed
    ? (plain.match(/[^\s<>",;]+@[^\s<>",;]+/g) ?? [])
    : plain.split(/[;, ]+/).filter((it) => it !== '');
  const addresses = [...new Map(parts.map((part) => [part.toLowerCase(), part])).values()];
  const [address] = addresses;
  if (address === undefined || !addresses.every((it) => /^[^\s@<>"]+@[^\s@<>"]+$/.test(it)))
    throw new BadInput('bad_email', { value: text });
  return { address, isFirst: addresses.length > 1 };
}

/** Returns the number without `tel:`. Throws BadInput (`shortened`) where a spreadsheet cut its digits off. */
export function readImportedPhone(text: string): string {
  return readUncut(text).replace(/^tel:\s*/i, '');
}

/** Returns the text. Throws BadInput (`shortened`) where a spreadsheet made digits into a power of ten and lost the rest. */
export function readUncut(text: string): string {
  if (isShortened(text)) throw new BadInput('shortened', { value: text });
  return text.trim();
}

function chosen<Choice extends string>(
  text: string,
  words: Readonly<Record<Choice, readonly string[]>>,
  flag: string,
): Choice {
  const key = searchKey(text);
  const choices = Object.keys(words) as Choice[];
  return choices.find((choice) => words[choice].includes(key)) ?? readChoice(text, choices, flag);
}
