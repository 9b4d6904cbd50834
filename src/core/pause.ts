import { businessDaysBetween, type Calendar } from './calendar.ts';
import type { Day } from './day.ts';

/** Whole business days without a word in the book that count as having been away: a week's holiday. */
const PAUSE_BUSINESS_DAYS = 5;
/** A list that grew while the rep was away is worked off within this; afterwards the day of return says nothing any more. */
const RETURN_BUSINESS_DAYS = 20;

/** A time in which nothing was recorded. */
export interface Pause {
  /** The last day with a record before it; null where the book, or what is read of it, begins. */
  readonly since: Day | null;
  /** The first day after it: today, while nothing is recorded yet. */
  readonly backOn: Day;
}

/** Returns the pause that the rep has come back from lately, or comes back from today; null where there was none. */
export function pauseOf(recordedOn: readonly Day[], today: Day, calendar: Calendar): Pause | null {
  const days = [...new Set(recordedOn)].filter((day) => day <= today).sort();
  const isPause = (from: Day, to: Day): boolean => businessDaysBetween(calendar, from, to) > PAUSE_BUSINESS_DAYS;
  const last = days.at(-1);
  if (!last) return null;
  if (isPause(last, today)) return { since: last, backOn: today };
  for (let at = days.length - 1; at >= 0; at -= 1) {
    const backOn = days[at] as Day;
    const before = days[at - 1];
    if (businessDaysBetween(calendar, backOn, today) > RETURN_BUSINESS_DAYS) return null;
    if (before === undefined || isPause(before, backOn)) return { since: before ?? null, backOn };
  }
  return null;
}
