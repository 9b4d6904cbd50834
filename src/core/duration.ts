import { addBusinessDays, type Calendar } from './calendar.ts';
import { addDays, addMonths, type Day } from './day.ts';
import { BadInput } from './failure.ts';
import { narrow } from './text.ts';

export interface Duration {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'businessDay';
}

/** Reads `10d`, `2 weeks`, `1mo`, `10bd`, `10日`, `2週間`, `1ヶ月` or `10営業日`; anything else is bad input. */
export function readDuration(text: string): Duration {
  const duration = findDuration(text);
  if (duration === undefined) throw new BadInput('bad_duration', { value: text });
  return duration;
}

/** Returns the duration that the whole text says, or undefined. `1m` is none: it could be minutes. */
export function findDuration(text: string): Duration | undefined {
  const match = /^(\d+) ?(\D+)$/.exec(narrow(text).toLowerCase());
  const count = Number(match?.[1]);
  const unit = UNITS.find((it) => it.names.test(match?.[2] ?? ''));
  return unit && count * unit.days <= LONGEST_DAYS ? { count, unit: unit.unit } : undefined;
}

/** Returns the form that is stored, which `readDuration` reads back as the same duration. */
export function durationToText({ count, unit }: Duration): string {
  return `${count}${SUFFIXES[unit]}`;
}

/** Returns the day this duration before a day. A month before a month's end is a month's end. */
export function before(day: Day, duration: Duration, calendar: Calendar): Day {
  return shift(day, duration, -1, calendar);
}

/** Returns the day this duration after a day. A month after a month's end is a month's end. */
export function after(day: Day, duration: Duration, calendar: Calendar): Day {
  return shift(day, duration, 1, calendar);
}

/** Returns the day this many calendar units away; no calendar of closed days is needed. */
export function addUnits(day: Day, count: number, unit: Exclude<Duration['unit'], 'businessDay'>): Day {
  if (unit === 'month') return addMonths(day, count);
  return addDays(day, unit === 'week' ? count * 7 : count);
}

function shift(day: Day, { count, unit }: Duration, direction: 1 | -1, calendar: Calendar): Day {
  if (unit === 'businessDay') return addBusinessDays(calendar, day, direction * count);
  return addUnits(day, direction * count, unit);
}

/** Ten years: a longer lead time is a typing error. */
const LONGEST_DAYS = 3_650;

const UNITS: readonly { readonly unit: Duration['unit']; readonly names: RegExp; readonly days: number }[] = [
  { unit: 'day', names: /^(?:d|days?|日間?)$/, days: 1 },
  { unit: 'week', names: /^(?:w|weeks?|週間?)$/, days: 7 },
  { unit: 'month', names: /^(?:mo|months?|[ヶヵケカか箇]月間?)$/, days: 365 / 12 },
  { unit: 'businessDay', names: /^(?:bd|business days?|working days?|営業日間?)$/, days: 7 / 5 },
];

const SUFFIXES: Readonly<Record<Duration['unit'], string>> = { day: 'd', week: 'w', month: 'mo', businessDay: 'bd' };
