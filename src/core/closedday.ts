import { addDays, type Day, isDay } from './day.ts';

/** Returns whether a day is one of the rep's own closed days. */
export type ClosedDays = (day: Day) => boolean;

/**
 * Reads the rep's own closed days: `12-29..01-03, 08-13..08-16` for every year, `2026-05-01` for one day, separated by
 * commas or spaces. Returns null where a part cannot be read, or where hardly a day of the year would be left to work on.
 */
export function readClosedDays(text: string): ClosedDays | null {
  const parts = text.split(/[\s,、]+/).filter((part) => part !== '');
  const tests = parts.map(readPart);
  if (tests.some((test) => test === null)) return null;
  const isClosed: ClosedDays = (day) => tests.some((test) => test?.(day));
  return closedDaysOfYear(isClosed) <= MOST_CLOSED_DAYS ? isClosed : null;
}

/** Beyond half a year business days lose their meaning, and counting to the next one might never end. */
const MOST_CLOSED_DAYS = 183;

function closedDaysOfYear(isClosed: ClosedDays): number {
  let count = 0;
  for (let day = '2024-01-01' as Day; day <= '2024-12-31'; day = addDays(day, 1)) if (isClosed(day)) count += 1;
  return count;
}

function readPart(part: string): ClosedDays | null {
  const [from, to = from, ...rest] = part.replaceAll('/', '-').split(/\.\.|~|〜/);
  if (!from || !to || rest.length > 0) return null;
  if (isDay(from) && isDay(to)) return from <= to ? (day) => from <= day && day <= to : null;
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
