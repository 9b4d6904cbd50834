import { currencyOfMark } from '../money.ts';
import { joinJapanese, narrow } from '../text.ts';

/** What the amounts of a column are counted in: `千円` is a thousand yen. */
export interface Unit {
  readonly factor: number;
  readonly currency: string | null;
}

const FACTORS: Readonly<Record<string, number>> = {
  千: 1e3,
  k: 1e3,
  tsd: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  "'000": 1e3,
  "'000s": 1e3,
  '000': 1e3,
  '000s': 1e3,
  万: 1e4,
  lakh: 1e5,
  lakhs: 1e5,
  百万: 1e6,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  crore: 1e7,
  crores: 1e7,
  億: 1e8,
  十億: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  兆: 1e12,
};

const CURRENCY_WORDS: Readonly<Record<string, string>> = {
  yen: 'JPY',
  dollars: 'USD',
  usdollar: 'USD',
  euro: 'EUR',
  euros: 'EUR',
  pounds: 'GBP',
};

/** What says nothing of the size: tax, and words around the unit. `t` stands for a thousand only next to a currency. */
const SILENT =
  /税抜き?|税込み?|税別|外税|内税|概算|単位|金額|表示|(?:excl?|incl?)(?:uding|\.)? ?(?:vat|tax|gst)|(?:ex|before|net|gross)(?: of)? ?(?:vat|tax|gst)?(?![a-z])|\bamounts?\b|\bvalues?\b|\bunits?\b|\bin\b|\bof\b|[:,/・、]/g;
const PIECES =
  /^(?:(百万|十億|[千万億兆])|((?:us|ca|hk|nt|nz|mx|[ar])?\$|cn¥|[€£¥₩円]|ドル|ユーロ|人民元|usd|eur|gbp|jpy|yen)|('?000s?|[a-z]+?)(?=$| |[$€£¥₩円]|usd|eur|gbp|jpy|yen)) ?/;

/** Returns the unit that words like `千円`, `単位：百万円`, `k€`, `USD thousands` or `in USD` name; undefined for other words. */
export function readUnit(text: string): Unit | undefined {
  let rest = joinJapanese(narrow(text).toLowerCase()).replace(SILENT, ' ').replace(/\s+/g, ' ').trim();
  let factor: number | undefined;
  let currency: string | undefined;
  // "TEUR" and "T€" are thousands of euros in German books.
  rest = rest.replace(/^t(?=eur$|€$)/, 'k');
  while (rest !== '') {
    const [piece = '', ja, mark, word] = PIECES.exec(rest) ?? [];
    const name = ja ?? word ?? mark;
    if (name === undefined) return undefined;
    const isNumber = Object.hasOwn(FACTORS, name);
    const code = isNumber ? undefined : (CURRENCY_WORDS[name] ?? currencyOfMark(name));
    if ((isNumber && factor !== undefined) || (!isNumber && code === undefined)) return undefined;
    if (code !== undefined && currency !== undefined && currency !== code) return undefined;
    if (isNumber) factor = FACTORS[name];
    else currency = code;
    rest = rest.slice(piece.length);
  }
  return { factor: factor ?? 1, currency: currency ?? null };
}

/** Returns the unit that a title line above a table names (`（単位：千円）`, `Amounts in USD thousands`, `[k€]`), or null. */
export function unitOf(text: string): Unit | null {
  const title = narrow(text).replaceAll('’', "'");
  const places = TITLE_PLACES.flatMap((place) => [...title.matchAll(place)].map((match) => match[1] ?? ''));
  return places.map(unitOfTitle).find((it) => it !== null) ?? null;
}

/** Where a title names its unit. A lone letter is one only in "Amounts in K" and "(k)": the K of "Deals in K" is a place. */
const TITLE_PLACES: readonly RegExp[] = [
  /単位 ?[:は]? ?([^\s)\]】〕、。]+)/g,
  /(?<![\d,.数])([十百千万億兆]+(?:円|ドル|ユーロ|元))単位/g,
  /金額は ?([十百千万億兆]+(?:円|ドル|ユーロ|元))/g,
  /[([【〔] ?((?![A-Za-z] ?[)\]])[^()[\]【】〔〕]+?) ?[)\]】〕]/g,
  /[([] ?(k) ?[)\]]/g,
  /\bin (?![a-z](?![a-z$€£¥]))([^().]+)/gi,
  /\b(?:amounts?|values?|figures|numbers|prices|revenues?)\b[^()]* in ([km])$/gi,
];

/** Currencies whose codes are no words: ALL and TOP are money in Albania and Tonga, and words in titles. */
const PLAIN_CODES = 'JPY USD EUR GBP CNY KRW INR AUD NZD SGD HKD TWD CHF SEK NOK DKK PLN CZK BRL MXN ZAR AED'.split(
  ' ',
);

function unitOfTitle(text: string): Unit | null {
  const unit = readUnit(text);
  if (unit === undefined || (unit.currency !== null && !PLAIN_CODES.includes(unit.currency))) return null;
  return unit.factor !== 1 || unit.currency !== null ? unit : null;
}
