import { addDays, type Day, daysBetween, weekdayOf, yearOf } from './day.ts';

/** Which days the customer's and our offices work: not weekends, not holidays, not the rep's own closed days. */
export interface Calendar {
  /** Returns whether nobody works on that day. */
  readonly isClosed: (day: Day) => boolean;
  /** Returns how many business days its year has up to and including the day. */
  readonly openDaysInYear: (day: Day) => number;
  /** Returns the holiday's name in the user's language, where there is one. */
  readonly holidayName: (day: Day) => string | undefined;
}

/** Returns a calendar that closes on weekends and on the given days. */
export function createCalendar(
  holidays: (day: Day) => string | undefined = () => undefined,
  isOwnClosedDay: (day: Day) => boolean = () => false,
): Calendar {
  const known = new Map<Day, boolean>();
  const isClosed = (day: Day): boolean => {
    let closed = known.get(day);
    if (closed === undefined) {
      const weekday = weekdayOf(day);
      closed = weekday === 0 || weekday === 6 || holidays(day) !== undefined || isOwnClosedDay(day);
      known.set(day, closed);
    }
    return closed;
  };
  const years = new Map<number, readonly number[]>();
  const openDaysInYear = (day: Day): number => {
    const year = yearOf(day);
    let counts = years.get(year);
    if (!counts) {
      counts = countOpenDays(year, isClosed);
      years.set(year, counts);
    }
    return counts[daysBetween(firstOf(year), day)] ?? 0;
  };
  return { isClosed, openDaysInYear, holidayName: holidays };
}

function firstOf(year: number): Day {
  return `${String(year).padStart(4, '0')}-01-01` as Day;
}

function lastOf(year: number): Day {
  return `${String(year).padStart(4, '0')}-12-31` as Day;
}

/** Returns, for each day of a year, the business days up to and including it: counting then costs the same over any span. */
function countOpenDays(year: number, isClosed: (day: Day) => boolean): readonly number[] {
  const counts: number[] = [];
  let count = 0;
  for (let day = firstOf(year); yearOf(day) === year; day = addDays(day, 1)) {
    if (!isClosed(day)) count += 1;
    counts.push(count);
  }
  return counts;
}

/** Returns that day, or the last business day before it. */
export function onOrBefore(calendar: Calendar, day: Day): Day {
  let found = day;
  while (calendar.isClosed(found)) found = addDays(found, -1);
  return found;
}

/** Returns the day this many business days after (or, negative, before) a day. */
export function addBusinessDays(calendar: Calendar, day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0; ) {
    found = addDays(found, step);
    if (!calendar.isClosed(found)) left -= 1;
  }
  return found;
}

/** Returns the business days after `from` up to and including `to` (Mon → Tue is 1); negative when `to` lies before. */
export function businessDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return 0 - businessDaysBetween(calendar, to, from);
  let count = calendar.openDaysInYear(to) - calendar.openDaysInYear(from);
  for (let year = yearOf(from); year < yearOf(to); year += 1) count += calendar.openDaysInYear(lastOf(year));
  return count;
}
