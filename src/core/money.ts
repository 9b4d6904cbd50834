import { readDecimal, readJapaneseNumber, readPointDecimal } from './amount.ts';
import { BadInput } from './failure.ts';
import { once } from './ondemand.ts';
import { narrow } from './text.ts';

/** An amount, and its currency where the text says one. */
export interface Money {
  readonly amount: number;
  readonly currency: string | null;
}

/** The sign that parts a whole from its decimals; the other one groups thousands. */
export const DECIMAL_SIGNS = ['point', 'comma'] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

/**
 * Reads `1,200,000`, `¥1,200,000`, `120万円`, `1億2000万円`, `$22,700.00`, `EUR 10`, `25k`. What has two readings
 * (`1.234`, unless the decimal sign is known), is negative or above 10^15 is bad input.
 */
export function readMoney(text: string, decimal: DecimalSign | null = null): Money {
  const money = findMoney(narrow(text).toLowerCase(), decimal);
  if (money === undefined) throw new BadInput('bad_money', { value: text });
  return money;
}

/** Returns whether the text is the code of a currency: EUR, JPY. */
export function isCurrency(code: string): boolean {
  return CODES().has(code);
}

/** Returns the code of a currency's sign, word or code, in lower case (`円`, `us$`, `eur`); undefined where it is none. */
export function currencyOfMark(mark: string): string | undefined {
  const code = mark.toUpperCase();
  // Only codes in use are read, or `25 mil` would be an amount in the currency MIL.
  return MARKS.get(mark) ?? (isCurrency(code) ? code : undefined);
}

/** Returns whether the currency has no coins: an amount of it has no decimals. */
export function isWhole(currency: string | null): boolean {
  return currency !== null && fractionDigits(currency) === 0;
}

/** The largest amount that is read. */
export const LARGEST = 1e15;

const CODES = once(() => new Set(Intl.supportedValuesOf('currency')));

/** Nothing longer is an amount; the bound keeps the patterns below from working through whole pages. */
const LONGEST_TEXT = 60;

/**
 * The signs and words that stand for one currency. `¥` and `元` are also written for others (the yuan, the Taiwan
 * dollar); here they are read as Japanese readers read them.
 */
const MARKS = new Map([
  ['us$', 'USD'],
  ['$', 'USD'],
  ['a$', 'AUD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['hk$', 'HKD'],
  ['nt$', 'TWD'],
  ['nz$', 'NZD'],
  ['s$', 'SGD'],
  ['mx$', 'MXN'],
  ['r$', 'BRL'],
  ['zł', 'PLN'],
  ['kč', 'CZK'],
  ['₹', 'INR'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₱', 'PHP'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₽', 'RUB'],
  ['ドル', 'USD'],
  ['€', 'EUR'],
  ['ユーロ', 'EUR'],
  ['£', 'GBP'],
  ['cn¥', 'CNY'],
  ['人民元', 'CNY'],
  ['元', 'CNY'],
  ['¥', 'JPY'],
  ['円', 'JPY'],
  ['yen', 'JPY'],
  ['₩', 'KRW'],
]);

const MARK_BEFORE = '(?:us|ca|hk|nt|nz|mx|[acsr])\\$|cn¥|[$€£¥₩₹₫฿₱₺₴₽]|zł|kč|[a-z]{3}(?![a-z])';
const MARK_AFTER = `${MARK_BEFORE}|人民元|元|円|ドル|ユーロ`;
const MARKED = new RegExp(`^((?:(?:${MARK_BEFORE}) ?)*)(.*?)((?: ?(?:${MARK_AFTER}))*)$`);

const WHOLE_GROUPS = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/;

function findMoney(text: string, decimal: DecimalSign | null): Money | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const [, front = '', number = '', back = ''] = MARKED.exec(withoutReceiptMarks(text)) ?? [];
  const marks = `${front} ${back}`.match(new RegExp(MARK_AFTER, 'g')) ?? [];
  const currencies = new Set(marks.map(currencyOfMark));
  if (currencies.size > 1 || currencies.has(undefined)) return undefined;
  const currency = [...currencies][0] ?? null;
  const amount = findAmount(number, currency, decimal);
  return amount !== undefined && amount <= LARGEST ? { amount: roundMoney(amount, currency), currency } : undefined;
}

function findAmount(text: string, currency: string | null, sign: DecimalSign | null): number | undefined {
  // "1万5" is 10,005 on paper and 15,000 in speech; a currency behind it says that it is written out.
  if (currency === null && /[兆億万千百] ?[\d一二三四五六七八九]$/.test(text)) return undefined;
  // Where a currency has no fractions, the comma of "¥12,50" is a slip for thousands.
  if (/^\d+,(?!\d{3}$)\d+$/.test(text) && isWhole(currency)) return undefined;
  // … and where the decimal sign is known, its "¥1.234" or "¥1,234" can only be thousands.
  if (sign !== null && isWhole(currency) && WHOLE_GROUPS.test(text)) return Number(text.replace(/[.,]/g, ''));
  const number = sign === 'comma' ? text.replace(/[.,]/g, (it) => (it === '.' ? ',' : '.')) : text;
  const short = /^(.*\d) ?([km])$/.exec(number);
  const decimal = (sign === null ? readDecimal : readPointDecimal)(short?.[1] ?? number);
  if (decimal === undefined) return readJapaneseNumber(number);
  return Number(short ? `${decimal}e${short[2] === 'k' ? 3 : 6}` : decimal);
}

/** Receipts close an amount with a dash, quotations between 金 and 也, so that no digit can be added. */
function withoutReceiptMarks(text: string): string {
  return text
    .replace(/^(¥.*\d)\.?-$/, '$1')
    .replace(/(\d)[.,][-–—]{1,2}(?=$| ?[€a-z])/, '$1')
    .replace(/^金 ?(.*円)也?$/, '$1')
    .replace(/円也$/, '円');
}

/** Returns the amount to the coins of its currency. */
export function roundMoney(amount: number, currency: string | null): number {
  if (currency === null || Number.isInteger(amount)) return amount;
  // Formatting rounds the decimal digits as written; arithmetic would make 1.005 into 1.00.
  const format = { maximumFractionDigits: fractionDigits(currency), useGrouping: false };
  return Number(new Intl.NumberFormat('en', format).format(amount));
}

const fractions = new Map<string, number>();

function fractionDigits(currency: string): number {
  let digits = fractions.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    fractions.set(currency, digits);
  }
  return digits;
}
