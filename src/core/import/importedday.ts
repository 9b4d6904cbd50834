import { type Day, dayOf, dayToNumber, lastDateOf, numberToDay, weekdayOf, yearOf } from '../day.ts';
import type { DayParts, Speaker } from '../dayform.ts';
import { ERA, eraYearToYear, isInEra } from '../era.ts';
import { BadInput } from '../failure.ts';
import { MONTH_EN, nameToMonth, nearest } from '../writtenday.ts';
import {
  DATE_ORDERS,
  type DateOrder,
  dayInOrder,
  dayInReiwa,
  longYear,
  monthEndInNumbers,
  numberDateOf,
} from './dateorder.ts';
import { type DateText, dateTextOf } from './datetext.ts';
import { monthToEnglish } from './monthname.ts';

/** What a whole column says about its dates. */
export interface DateStyle {
  /** The order of its numbers; null where it is not known. */
  readonly order: DateOrder | null;
  /** Whether its times with a zone are all midnights, there or in UTC: days that a program wrote as instants. */
  readonly areMidnights: boolean;
}

export interface DayReading extends Speaker {
  /** Whether a month alone may stand for its last day. */
  readonly takesMonth: boolean;
  /** Returns the day of an instant (milliseconds since 1970) where the rep is. */
  readonly localDayOf: (instantMs: number) => Day;
}

/** How a day was found that does not stand in the text as such: worth telling. */
export type DayNote = 'month_end' | 'serial' | 'local_day' | 'year_assumed';

export interface ImportedDay {
  readonly day: Day;
  readonly note: DayNote | null;
}

/**
 * Reads a day as other programs write it: ISO, `30.09.2026`, `令和8年9月30日`, `15 Apr, 2021 00:02:00`, Excel's day numbers,
 * instants. Throws BadInput: `date_order_unclear` where it depends on an order that is not known, `month_only`, `bad_zone`,
 * `weekday_mismatch`, else `bad_day`. Days that are spoken of from today (`tomorrow`, `来週金曜`) are no facts in a file.
 */
export function readImportedDay(text: string, style: DateStyle, reading: DayReading): ImportedDay {
  const instant = instantOf(text);
  if (instant !== null) return known(dayOfInstant(instant, 0, style, reading), text);
  const foreign = dateTextOf(text);
  const parts = { ...foreign, date: monthToEnglish(foreign.date) };
  const month = monthEndOf(parts.date);
  if (month && !reading.takesMonth) throw new BadInput('month_only', { value: text });
  if (month) return { day: month, note: 'month_end' };
  const serial = dayOfSerial(parts.date);
  if (serial) return { day: serial, note: 'serial' };
  const { day } = known(writtenDay(parts, style, reading, text), text);
  if (parts.weekday !== null && weekdayOf(day) !== parts.weekday)
    throw new BadInput('weekday_mismatch', { value: text, day });
  const local = known(inOwnZone(day, parts, style, reading), text);
  if (local.day !== day) return { ...local, note: 'local_day' };
  return hasYear(parts.date) ? local : { ...local, note: 'year_assumed' };
}

/** Returns the instant that 13 digits are in milliseconds, or null. */
export function instantOf(text: string): number | null {
  return /^\s*\d{13}\s*$/.test(text) ? Number(text) : null;
}

function known(day: Day | undefined, text: string): ImportedDay {
  if (day === undefined) throw new BadInput('bad_day', { value: text });
  return { day, note: null };
}

/** Excel counts days from 1900; as day numbers these are the years 1954 to 2119. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
/** Excel's number of 1970-01-01. */
const SERIAL_1970 = 25_569;

function dayOfSerial(date: string): Day | undefined {
  const number = Number(/^(\d{5})(?:[.,]\d+)?$/.exec(date)?.[1]);
  return number >= FIRST_SERIAL && number <= LAST_SERIAL ? numberToDay(number - SERIAL_1970) : undefined;
}

function writtenDay({ date }: DateText, { order }: DateStyle, speaker: DayReading, text: string): Day | undefined {
  const numbers = numberDateOf(date);
  if (numbers && order) return dayInOrder(numbers, order, speaker);
  if (numbers) {
    const days = new Set(DATE_ORDERS.flatMap((it) => dayInOrder(numbers, it, speaker) ?? []));
    const others = [dayInReiwa(numbers), speaker.takesMonth ? monthEndInNumbers(numbers, speaker.today) : undefined];
    if (days.size > 0) for (const day of others) if (day) days.add(day);
    if (days.size > 1) throw new BadInput('date_order_unclear', { value: text, days: [...days] });
    return [...days][0];
  }
  for (const form of FORMS) {
    const parts = form.exec(date)?.groups;
    if (parts) return dayOfParts(parts, speaker);
  }
  return undefined;
}

const DATE_EN = '(?<date>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR_JA = `(?:(?<era>${ERA})\\.? ?(?<eraYear>\\d{1,2}|元)|(?<year>\\d{4}))`;

const WITHOUT_YEAR: readonly RegExp[] = [
  /^(?<month>\d{1,2})月(?<date>\d{1,2})日$/,
  new RegExp(`^${DATE_EN}(?: of )?[-/. ]{0,2}${MONTH_EN}$`),
];

function hasYear(date: string): boolean {
  return numberDateOf(date)?.numbers.length !== 2 && !WITHOUT_YEAR.some((form) => form.test(date));
}

/** Days that tell by themselves which number is which. A month's name needs a year in front of or behind both. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})(?<sign>[-/. ])(?<month>\d{1,2})\k<sign>(?<date>\d{1,2})\.?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/,
  new RegExp(`^${YEAR_JA}年(?<month>\\d{1,2})月(?:(?<date>\\d{1,2})日|末日?)$`),
  new RegExp(`^(?<era>${ERA})\\.? ?(?<eraYear>\\d{1,2}|元)(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<date>\\d{1,2})$`),
  new RegExp(`^(?<era>${ERA})(?<eraYear>\\d{2})(?<month>\\d{2})(?<date>\\d{2})$`),
  new RegExp(`^${DATE_EN}(?: of )?[-/. ]{0,2}${MONTH_EN}(?:,? ?|[-/])'?(?<year>\\d{4}|\\d{2})$`),
  new RegExp(`^${MONTH_EN}[-/ ]?${DATE_EN}(?:,? |,|[-/])'?(?<year>\\d{4}|\\d{2})$`),
  new RegExp(`^(?<year>\\d{4})[-/ ]${MONTH_EN}[-/ ]${DATE_EN}$`),
  ...WITHOUT_YEAR,
];

function dayOfParts(parts: DayParts, speaker: Speaker): Day | undefined {
  const month = parts.name ? nameToMonth(parts.name) : Number(parts.month);
  const on = (year: number) => dayOf(year, month, Number(parts.date ?? lastDateOf(year, month)));
  if (parts.era && parts.eraYear) {
    const day = on(eraYearToYear(parts.era, parts.eraYear));
    return day && isInEra(day, parts.era) ? day : undefined;
  }
  if (parts.year) return on(parts.year.length === 2 ? longYear(Number(parts.year)) : Number(parts.year));
  return nearest(speaker, (years) => on(yearOf(speaker.today) + years));
}

const MONTHS: readonly RegExp[] = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})$/,
  /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  new RegExp(`^${YEAR_JA}年(?<month>\\d{1,2})月度?$`),
  new RegExp(`^${MONTH_EN}(?:,? ?|[-/])'?(?<year>\\d{4})$`),
  new RegExp(`^${MONTH_EN}[- ]?'(?<year>\\d{2})$`),
  new RegExp(`^(?<year>\\d{4})[-/ ]${MONTH_EN}$`),
];

function monthEndOf(date: string): Day | undefined {
  for (const form of MONTHS) {
    const parts = form.exec(date)?.groups;
    if (parts) return dayOfParts(parts, { today: EPOCH, lean: 'ahead' });
  }
  return undefined;
}

const EPOCH = numberToDay(0);
const MS_PER_DAY = 86_400_000;

/** A time with a zone is an instant, which may be another day where the rep is. */
function inOwnZone(
  day: Day,
  { seconds, offsetMinutes }: DateText,
  style: DateStyle,
  reading: DayReading,
): Day | undefined {
  if (seconds === null || offsetMinutes === null) return day;
  const instant = dayToNumber(day) * MS_PER_DAY + seconds * 1000 - offsetMinutes * 60_000;
  return dayOfInstant(instant, offsetMinutes, style, reading);
}

function dayOfInstant(instant: number, offsetMinutes: number, style: DateStyle, reading: DayReading): Day | undefined {
  if (!style.areMidnights) return reading.localDayOf(instant);
  const at = new Date(instant + offsetMinutes * 60_000);
  return dayOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
}
