import { addDays, addMonths, type Day, dayOf, daysBetween, endOfMonth, monthOf, yearOf } from './day.ts';
import { BadInput } from './failure.ts';
import { narrow } from './text.ts';

/** A stretch of days, both ends included: a whole month, one so far, or any days. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly kind: 'month' | 'month-so-far' | 'days';
}

/** Up to this date of a month so little of it has passed that the month before says more. */
const LAST_MONTH_UNTIL_DATE = 10;

/** Returns the period one means by default: this month so far or, in its first days, last month. */
export function usualPeriod(today: Day): Period {
  const isEarly = Number(today.slice(8)) <= LAST_MONTH_UNTIL_DATE;
  return monthPeriod(isEarly ? addMonths(firstOf(today), -1) : today, today);
}

/** Returns the month of a day, as far as it has come. */
export function monthPeriod(on: Day, today: Day): Period {
  const from = firstOf(on);
  if (from > today) throw new BadInput('month_ahead', { value: from.slice(0, 7), now: today.slice(0, 7) });
  const last = endOfMonth(on);
  return last > today ? { from, to: today, kind: 'month-so-far' } : { from, to: last, kind: 'month' };
}

/** Returns the days from one to another. What has not come yet is cut off. */
export function daysPeriod(from: Day, to: Day, today: Day): Period {
  if (from > today) throw new BadInput('period_ahead', { value: from });
  if (to < from) throw new BadInput('period_backwards', { from, to });
  return { from, to: to > today ? today : to, kind: 'days' };
}

/** Returns the period to compare with: the month before, or as many days before. */
export function previousPeriod({ from, to, kind }: Period): Period {
  if (kind === 'days') return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1), kind };
  const before = addMonths(from, -1);
  return { from: before, to: endOfMonth(before), kind: 'month' };
}

/** Reads `2025-07`, `2025/7`, `2025年7月`; `7月` or `7` is the last one. Returns its first day. */
export function readMonth(text: string, today: Day): Day {
  const [, year, month] = /^(?:(\d{4}) ?[-/年.] ?)?(\d{1,2})月?$/.exec(narrow(text)) ?? [];
  const isPassed = Number(month) <= monthOf(today);
  const day = dayOf(year ? Number(year) : yearOf(today) - (isPassed ? 0 : 1), Number(month), 1);
  if (!day) throw new BadInput('bad_month', { value: text });
  return day;
}

export function isWithin(day: Day | null, { from, to }: Period): boolean {
  return day !== null && from <= day && day <= to;
}

function firstOf(day: Day): Day {
  return `${day.slice(0, 8)}01` as Day;
}
