import { type DecimalSign, isWhole, readMoney } from '../money.ts';
import { narrow } from '../text.ts';
import { remember } from './remember.ts';
import type { Unit } from './unit.ts';

/** An amount of the column that is one number here and another there: `1.234`. */
export interface UnclearAmount {
  readonly value: string;
  readonly readings: readonly { readonly decimal: DecimalSign; readonly amount: number }[];
}

export interface AmountVerdict {
  /** The sign that parts decimals; null where no amount of the column needs to know. */
  readonly decimal: DecimalSign | null;
  /** Set where it matters and the column does not tell it. */
  readonly unclear: UnclearAmount | null;
}

export interface AmountSurvey {
  readonly see: (text: string) => void;
  readonly verdict: () => AmountVerdict;
}

/** Values that contradict each other are mistakes where this many times as many agree. */
const CLEAR_MAJORITY = 9;

/**
 * Returns a survey of one column: it sees every cell, then says which sign parts decimals. Where a file is parted by semicolons,
 * commas may be decimal; elsewhere a lone `1,234` is twelve hundred and more.
 */
export function createAmountSurvey(file: { readonly delimiter: string; readonly unit: Unit | null }): AmountSurvey {
  const counts = { point: 0, comma: 0 };
  const lone: { point: string | null; comma: string | null } = { point: null, comma: null };
  let first: string | null = null;
  const isYenColumn = file.unit?.factor === 1 && isWhole(file.unit.currency);
  const evidence = remember((text) => evidenceOf(text, isYenColumn));
  return {
    see: (text) => {
      const { decides, waits } = evidence(text);
      if (decides) counts[decides] += 1;
      if (decides) first ??= text.trim();
      if (waits) lone[waits] ??= text.trim();
    },
    verdict: () => {
      const loser = Math.min(counts.point, counts.comma);
      const winner = Math.max(counts.point, counts.comma);
      if (winner > 0 && (loser === 0 || winner >= CLEAR_MAJORITY * loser))
        return { decimal: counts.point > counts.comma ? 'point' : 'comma', unclear: null };
      if (winner > 0) return unclear(lone.point ?? lone.comma ?? first ?? '');
      if (lone.point !== null) return unclear(lone.point);
      if (lone.comma === null) return { decimal: null, unclear: null };
      return file.delimiter === ';' ? unclear(lone.comma) : { decimal: 'point', unclear: null };
    },
  };
}

function unclear(value: string): AmountVerdict {
  const readings = (['point', 'comma'] as const).flatMap((decimal) => {
    try {
      return [{ decimal, amount: readMoney(value, decimal).amount }];
    } catch {
      return [];
    }
  });
  return { decimal: null, unclear: { value, readings } };
}

interface Evidence {
  /** The decimal sign that this number shows. */
  readonly decides?: DecimalSign;
  /** The one sign of a number that either groups or parts: `1,234`. */
  readonly waits?: DecimalSign;
}

/** Returns what the signs in a number show. In a currency without coins they group, whichever they are. */
export function evidenceOf(text: string, isWholeColumn = false): Evidence {
  const plain = narrow(text);
  const numbers = plain.match(/\d(?:[\d.,'’ ]*\d)?/g) ?? [];
  const number = numbers.length === 1 ? (numbers[0] ?? '') : '';
  const [signs, last] = [number.replace(/[^.,]/g, ''), /[.,](?=[^.,]*$)/.exec(number)?.[0]];
  if (last === undefined) return {};
  const [decimal, group]: readonly DecimalSign[] = last === '.' ? ['point', 'comma'] : ['comma', 'point'];
  if (decimal === undefined || group === undefined) return {};
  if (new Set(signs).size === 2) return { decides: decimal };
  if (signs.length > 1) return { decides: group };
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) {
    const isYen = isWholeColumn || /[¥円₩]|jpy|krw|yen/i.test(plain);
    // "1.234億" has its decimals before the unit; nobody groups there.
    return isYen && !/[億兆]/.test(plain) ? {} : { waits: decimal };
  }
  return { decides: decimal };
}
