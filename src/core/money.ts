import { readDecimal, readJapaneseNumber } from './amount.ts';
import { BadInput } from './failure.ts';
import { narrow } from './text.ts';

/** An amount, and its currency where the text says one. */
export interface Money {
  readonly amount: number;
  readonly currency: string | null;
}

/**
 * Reads `1,200,000`, `¥1,200,000`, `120万円`, `1億2000万円`, `$22,700.00`, `EUR 10`, `25k`. What has two readings
 * (`1.234`), is negative or above 10^15 is bad input.
 */
export function readMoney(text: string): Money {
  const money = findMoney(narrow(text).toLowerCase());
  if (money === undefined) throw new BadInput('bad_money', { value: text });
  return money;
}

/** Returns whether the text is the code of a currency: EUR, JPY. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

const LARGEST = 1e15;

/** Nothing longer is an amount; the bound keeps the patterns below from working through whole pages. */
const LONGEST_TEXT = 60;

/**
 * The signs and words that stand for one currency. `¥` and `元` are also written for others (the yuan, the Taiwan
 * dollar); here they are read as Japanese readers read them.
 */
const MARKS = new Map([
  ['us$', 'USD'],
  ['$', 'USD'],
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

const MARK_BEFORE = 'us\\$|cn¥|[$€£¥₩]|[a-z]{3}(?![a-z])';
const MARK_AFTER = 'us\\$|cn¥|[$€£¥₩]|[a-z]{3}(?![a-z])|人民元|元|円|ドル|ユーロ';
const MARKED = new RegExp(`^((?:(?:${MARK_BEFORE}) ?)*)(.*?)((?: ?(?:${MARK_AFTER}))*)$`);

function findMoney(text: string): Money | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const [, front = '', number = '', back = ''] = MARKED.exec(withoutReceiptMarks(text)) ?? [];
  const marks = `${front} ${back}`.match(new RegExp(MARK_AFTER, 'g')) ?? [];
  const currencies = new Set(marks.map(markToCurrency));
  if (currencies.size > 1 || currencies.has(undefined)) return undefined;
  const currency = [...currencies][0] ?? null;
  const amount = findAmount(number, currency);
  return amount !== undefined && amount <= LARGEST ? { amount: round(amount, currency), currency } : undefined;
}

function findAmount(number: string, currency: string | null): number | undefined {
  // "1万5" is 10,005 on paper and 15,000 in speech; a currency behind it says that it is written out.
  if (currency === null && /[兆億万千百] ?[\d一二三四五六七八九]$/.test(number)) return undefined;
  const short = /^(.*\d) ?([km])$/.exec(number);
  const decimal = readDecimal(short?.[1] ?? number);
  if (decimal === undefined) return readJapaneseNumber(number);
  if (short) return Number(`${decimal}e${short[2] === 'k' ? 3 : 6}`);
  // Where a currency has no fractions, the comma of "¥12,50" is a slip for thousands.
  if (/^\d+,\d+$/.test(number) && decimal.includes('.') && currency && fractionDigits(currency) === 0) return undefined;
  return Number(decimal);
}

/** Receipts close an amount with a dash, quotations between 金 and 也, so that no digit can be added. */
function withoutReceiptMarks(text: string): string {
  return text
    .replace(/^(¥.*\d)\.?-$/, '$1')
    .replace(/^金 ?(.*円)也?$/, '$1')
    .replace(/円也$/, '円');
}

/** Only codes in use are read, or `25 mil` would be an amount in the currency MIL. */
function markToCurrency(mark: string): string | undefined {
  const code = mark.toUpperCase();
  return MARKS.get(mark) ?? (Intl.supportedValuesOf('currency').includes(code) ? code : undefined);
}

function round(amount: number, currency: string | null): number {
  if (currency === null || Number.isInteger(amount)) return amount;
  // Formatting rounds the decimal digits as written; arithmetic would make 1.005 into 1.00.
  const format = { maximumFractionDigits: fractionDigits(currency), useGrouping: false };
  return Number(new Intl.NumberFormat('en', format).format(amount));
}

function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
