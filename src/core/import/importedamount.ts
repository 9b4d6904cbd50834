import { BadInput } from '../failure.ts';
import { type DecimalSign, isWhole, LARGEST, type Money, readMoney, roundMoney } from '../money.ts';
import { narrow } from '../text.ts';
import { evidenceOf } from './amountcolumn.ts';
import type { Unit } from './unit.ts';

export interface ImportedAmount {
  readonly amount: number;
  /** The currency that the cell itself names. */
  readonly currency: string | null;
  /** The currencies that its sign may stand for as well: `$` is written for several. */
  readonly kin: readonly string[];
}

const DOLLARS = ['USD', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP'];
const YENS = ['JPY', 'CNY'];
const KRONER = ['SEK', 'NOK', 'DKK', 'ISK'];

/**
 * Reads an amount as other programs write it, by the decimal sign of its column and the unit of its header. Throws BadInput:
 * `excel_error`, `shortened` (1.2E+06: digits are lost), `amount_style_unclear` where it depends on a decimal sign that is not
 * known, `unit_conflict` where cell and header both name a unit, else `bad_money`.
 */
export function readImportedAmount(text: string, decimal: DecimalSign | null, unit: Unit | null): ImportedAmount {
  const { plain, isKrone } = bareOf(text);
  if (PLAIN.test(plain))
    return scaled({ amount: Number(plain), currency: null, kin: isKrone ? KRONER : [] }, unit, text);
  if (isExcelError(text)) throw new BadInput('excel_error', { value: text });
  if (isShortened(text)) throw new BadInput('shortened', { value: text });
  const isYenColumn = unit !== null && unit.factor === 1 && isWhole(unit.currency);
  const isUnclear = decimal === null && evidenceOf(plain, isYenColumn).waits !== undefined;
  const money =
    isYenColumn && GROUPS.test(plain)
      ? { amount: Number(plain.replace(/[.,]/g, '')), currency: null }
      : moneyOf(plain, text, isUnclear ? 'point' : decimal);
  if (isUnclear) throw new BadInput('amount_style_unclear', { value: text });
  const kin = isKrone ? KRONER : /(?<![a-z])\$|ドル/.test(plain) ? DOLLARS : /(?<![a-z])¥/.test(plain) ? YENS : [];
  if (unit === null || unit.factor === 1) return { ...money, kin };
  const isScaled = /[兆億万千百十]|\d ?[km](?![a-z]{2})/.test(plain);
  // "1,200円" under 千円 says what it is; "¥1,200" may be either.
  if (isScaled || (money.currency !== null && !/\d円/.test(plain)))
    throw new BadInput('unit_conflict', { value: text });
  return money.currency === null ? scaled({ ...money, kin }, unit, text) : { ...money, kin };
}

/** Without tax marks, a plus in front, a point behind, and the `kr` of four currencies. */
function bareOf(text: string): { readonly plain: string; readonly isKrone: boolean } {
  const marked = narrow(text).toLowerCase().replace(TAX, '');
  const unmarked = marked.replace(/^kr\.? ?(?=\d)|(?<=\d) ?kr\.?$/, '');
  const plain = unmarked.replace(/^\+(?=\d)/, '').replace(/(?<=\d)\.$/, '');
  return { plain, isKrone: unmarked !== marked };
}

function moneyOf(plain: string, text: string, decimal: DecimalSign | null): Money {
  try {
    return readMoney(plain, decimal);
  } catch {
    // The failure names the cell as it stands.
    throw new BadInput('bad_money', { value: text });
  }
}

/** Returns whether a spreadsheet wrote digits as a power of ten, and so cut the rest off: `1.23457E+11`. */
export function isShortened(text: string): boolean {
  return /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(narrow(text));
}

/** Returns whether the cell holds a spreadsheet's error, or the hashes of a column too narrow. */
export function isExcelError(text: string): boolean {
  if (!/[#＃]/.test(text)) return false;
  return /^#+$|^#(?:ref|name|value|div\/0|num|null|spill|calc|error)[!?]?$/i.test(narrow(text));
}

/** Whether tax is in it changes nothing in how an amount is read: `1,200円（税別）`, `1,200円+税`. */
const TAX = / ?(?:\((?:税抜き?|税込み?|税別|外税|内税)\)|税抜き?|税込み?|税別|\+ ?税)$/;
const PLAIN = /^\d{1,15}$/;
const GROUPS = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/;

function scaled(money: ImportedAmount, unit: Unit | null, text: string): ImportedAmount {
  if (unit === null || unit.factor === 1) return money;
  // Fifteen digits are what a number holds; what floating point adds behind them is cut off.
  const amount = roundMoney(Number((money.amount * unit.factor).toPrecision(15)), unit.currency);
  if (amount > LARGEST) throw new BadInput('bad_money', { value: text });
  return { ...money, amount };
}
