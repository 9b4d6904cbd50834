import { addDays, type Day, dayOf, daysBetween, isDay, yearOf } from './day.ts';

/** Returns whether a day is one of the rep's own closed days. */
export type ClosedDays = (day: Day) => boolean;

/**
 * Reads the rep's own closed days: `12-29..01-03, 08-13..08-16` for every year, `2026-05-01` for one day, separated by
 * commas or spaces. Returns null where a part cannot be read, or where hardly a day of the year would be left to work on.
 */
export function readClosedDays(text: string): ClosedDays | null {
  const parts = text.split(/[\s,、]+/).filter((part) => part !== '');
  if (parts.length > MOST_PARTS) return null;
  const tests = parts.map(readPart);
  if (tests.some((test) => test === null)) return null;
  const isClosed: ClosedDays = (day) => tests.some((test) => test?.(day));
  const years = new Set([A_LEAP_YEAR, ...[...text.matchAll(/\d{4}/g)].map(([year]) => Number(year))]);
  return [...years].every((year) => closedDaysOfYear(isClosed, year) <= MOST_CLOSED_DAYS) ? isClosed : null;
}

/** Beyond half a year business days lose their meaning, and counting to the next one might never end. */
const MOST_CLOSED_DAYS = 183;
const A_LEAP_YEAR = 2024;
/** Nobody types more; every one of them is looked at for every day. */
const MOST_PARTS = 400;

function closedDaysOfYear(isClosed: ClosedDays, year: number): number {
  let count = 0;
  const first = dayOf(year, 1, 1);
  if (!first) return 0;
  for (let day = first; yearOf(day) === year; day = addDays(day, 1)) if (isClosed(day)) count += 1;
  return count;
}

function readPart(part: string): ClosedDays | null {
  const [from, to = from, ...rest] = part.replaceAll('/', '-').split(/\.\.|~|〜/);
  if (!from || !to || rest.length > 0) return null;
  if (isDay(from) && isDay(to))
    return from <= to && daysBetween(from, to) < 366 ? (day) => from <= day && day <= to : null;
  const first = monthDay(from);
  const last = monthDay(to);
  if (!first || !last) return null;
  return first <= last
    ? (day) => first <= day.slice(5) && day.slice(5) <= last
    : (day) => first <= day.slice(5) || day.slice(5) <= last;
}

/** Returns `MM-DD`; a leap year is taken so that 29 February can be named. */
function monthDay(text: string): string | null {
  const [, month, date] = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (!month || !date) return null;
  const padded = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(`2024-${padded}`) ? padded : null;
}
