/**
 * A calendar day, `YYYY-MM-DD`. It has no clock and no zone: days are counted in UTC, because local arithmetic is off by
 * one where a clock change skips midnight (Santiago, Cairo, Beirut).
 */
export type Day = string & { readonly day: unique symbol };

const MS_PER_DAY = 86_400_000;

/** Returns whether the text is a day that exists, between the years 1900 and 2199. */
export function isDay(text: string): text is Day {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** Returns the day of these numbers (month 1–12), or undefined where there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const text = textOf(year, month, date);
  return isDay(text) ? text : undefined;
}

/** Returns the day of an instant where the machine is. */
export function localDayOf(at: Date): Day {
  return textOf(at.getFullYear(), at.getMonth() + 1, at.getDate()) as Day;
}

function textOf(year: number, month: number, date: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

// The rule walks over the same few thousand days again and again; each is worked out once.
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();

/** Returns the number of days since 1970-01-01. */
export function dayToNumber(day: Day): number {
  let number = numbers.get(day);
  if (number === undefined) {
    number = Date.UTC(yearOf(day), monthOf(day) - 1, Number(day.slice(8))) / MS_PER_DAY;
    numbers.set(day, number);
  }
  return number;
}

export function numberToDay(number: number): Day {
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day;
    days.set(number, day);
  }
  return day;
}

export function addDays(day: Day, days: number): Day {
  return numberToDay(dayToNumber(day) + days);
}

/** Returns how many days `to` lies after `from`; negative when before. */
export function daysBetween(from: Day, to: Day): number {
  return dayToNumber(to) - dayToNumber(from);
}

/** Returns 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return (((dayToNumber(day) + 4) % 7) + 7) % 7;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function lastDateOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function endOfMonth(day: Day): Day {
  const last = lastDateOf(yearOf(day), monthOf(day));
  return `${day.slice(0, 8)}${String(last).padStart(2, '0')}` as Day;
}

/**
 * Returns the day this many months away. A month's end stays a month's end (30 Sep − 1 month = 31 Aug, as people say
 * "the end of August"); otherwise a date the month lacks becomes its last.
 */
export function addMonths(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = lastDateOf(year, month);
  const date = day === endOfMonth(day) ? last : Math.min(Number(day.slice(8)), last);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` as Day;
}

export function earliest(...days: (Day | null | undefined)[]): Day | null {
  return days.reduce<Day | null>((found, day) => (day && (!found || day < found) ? day : found), null);
}

export function latest(...days: (Day | null | undefined)[]): Day | null {
  return days.reduce<Day | null>((found, day) => (day && (!found || day > found) ? day : found), null);
}
