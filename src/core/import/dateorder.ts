import { type Day, dayOf, lastDateOf, yearOf } from '../day.ts';
import type { Speaker } from '../dayform.ts';
import { BadInput } from '../failure.ts';
import { narrow } from '../text.ts';
import { nearest } from '../writtenday.ts';

/** The order in which the numbers of a date stand. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A date of two or three short numbers, which reads differently here and there: `1/08/26`, `01-14-2020`, `9/30`. */
export interface NumberDate {
  readonly numbers: readonly number[];
  readonly sign: string;
  /** How many digits the first and the last number have: a year has two or four. */
  readonly digits: readonly [first: number, last: number];
}

/** Two-digit years up to this one are of this century. */
const LAST_YEAR_OF_2000S = 68;

/** Returns the order that `dmy`, `DD/MM/YYYY`, `d.m.yy` or `%d/%m/%Y` names. Throws BadInput where it names none. */
export function readDateFormat(text: string): DateOrder {
  const format = narrow(text).toLowerCase().replaceAll('年', 'y').replaceAll('月', 'm').replaceAll('日', 'd');
  const letters = FORMAT.exec(format)
    ?.slice(1, 4)
    .map((part) => (part === 'b' ? 'm' : part.slice(0, 1)));
  const order = DATE_ORDERS.find((it) => it === letters?.join(''));
  if (!order) throw new BadInput('bad_date_format', { value: text });
  return order;
}

const PART = '(y+|d+|mon|m+|b)';
const FORMAT = new RegExp(`^%?${PART}[^a-z]*${PART}[^a-z]*${PART}(?![a-su-z]).*$`);

/** Returns the numbers of a date whose order the text itself does not tell, or null. */
export function numberDateOf(text: string): NumberDate | null {
  const three = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{1,2})\.?$/.exec(text);
  if (three) {
    const [, first = '', sign = '', second, last = ''] = three;
    return { numbers: [Number(first), Number(second), Number(last)], sign, digits: [first.length, last.length] };
  }
  const two = /^(\d{1,2})([-/.])(\d{1,2})\.?$/.exec(text);
  return two && { numbers: [Number(two[1]), Number(two[3])], sign: two[2] ?? '', digits: [0, 0] };
}

/** Returns the day that the numbers mean in this order, or undefined where there is none. Without a year it is the nearest one. */
export function dayInOrder({ numbers, sign, digits }: NumberDate, order: DateOrder, speaker: Speaker): Day | undefined {
  // With points one writes the day first, or the year.
  if (sign === '.' && order === 'mdy') return undefined;
  const [first = 0, second = 0, third] = numbers;
  if (third === undefined) {
    const [month, date] = order === 'dmy' ? [second, first] : [first, second];
    return nearest(speaker, (years) => dayOf(yearOf(speaker.today) + years, month, date));
  }
  const yearDigits = digits[order === 'ymd' ? 0 : 1];
  if (yearDigits === 1 || third > 99 !== (yearDigits === 4)) return undefined;
  if (order === 'ymd') return dayOf(longYear(first), second, third);
  const year = yearDigits === 4 ? third : longYear(third);
  return order === 'dmy' ? dayOf(year, second, first) : dayOf(year, first, second);
}

/** Reiwa began in 2019; a file may write 2026 as 8, without the era. */
export const YEAR_BEFORE_REIWA = 2018;
const LATEST_REIWA = 12;

/** Returns the day that `8.9.30` is if its year is one of Reiwa's first twelve, or undefined. */
export function dayInReiwa({ numbers, digits }: NumberDate): Day | undefined {
  const [year = 0, month = 0, date] = numbers;
  if (date === undefined || digits[1] === 4 || year < 1 || year > LATEST_REIWA) return undefined;
  return dayOf(YEAR_BEFORE_REIWA + year, month, date);
}

/** Deals are planned for years close by. */
const MONTH_YEARS_BACK = 2;
const MONTH_YEARS_AHEAD = 3;

/** Returns the month's end that `10/26` is if it names a month and a year close by, or undefined. */
export function monthEndInNumbers({ numbers, sign }: NumberDate, today: Day): Day | undefined {
  const [month = 0, digits = 0, third] = numbers;
  const yearsAway = longYear(digits) - yearOf(today);
  if (third !== undefined || sign === '.' || yearsAway < -MONTH_YEARS_BACK || yearsAway > MONTH_YEARS_AHEAD)
    return undefined;
  return dayOf(longYear(digits), month, lastDateOf(longYear(digits), month));
}

/** Returns the year that two digits mean. */
export function longYear(digits: number): number {
  return digits <= LAST_YEAR_OF_2000S ? 2000 + digits : 1900 + digits;
}
