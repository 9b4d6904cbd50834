import { addBusinessDays, type Calendar } from './calendar.ts';
import { addDays, type Day, weekdayOf } from './day.ts';
import { firstOf } from './firstof.ts';
import type { ContactList } from './listed.ts';
import type { Pause } from './pause.ts';
import { isPressing } from './pressing.ts';
import { compareTexts } from './rank.ts';
import { byRule, byRuleThen, type Standing } from './standing.ts';

/** A list of more than so many days' work is too long to be worked off by rank alone. */
const LONG_FROM_DAYS = 2;

export interface SpreadOptions {
  readonly today: Day;
  readonly calendar: Calendar;
  /** How many deals a day takes. */
  readonly limit: number;
  /** The pause that the rep has come back from lately. */
  readonly pause: Pause | null;
  /** So many business days are planned; all of them where it is left out. */
  readonly days?: number;
}

/** On which business day each deal to contact comes. Nothing of it is kept: the same book gives it again tomorrow. */
export interface Spread {
  /** The deals of the days that are planned. */
  readonly plannedOn: ReadonlyMap<number, Day>;
  /** What there is to say of a list that is worked off by plan; null for a short one. */
  readonly backlog: Backlog | null;
}

export interface Backlog {
  /** How many deals cannot wait. */
  readonly pressing: number;
  readonly pause: Pause | null;
  /** How many deals wait for their day, and on how many days. */
  readonly waiting: number;
  readonly dayCount: number;
  /** The days that are planned. */
  readonly days: readonly { readonly on: Day; readonly count: number }[];
}

/**
 * Spreads the list to contact over today and the business days after it.
 *
 * A short list goes by rank. A long one, or one that grew while the rep was away, goes by a plan that tomorrow continues:
 * what cannot wait first, then the others as they joined the list, each day's in the rule's order as on that day. Those
 * days are looked up from the return on (else from Monday), so no drifting score moves a deal, and newcomers queue up.
 */
export function spread(contact: ContactList, options: SpreadOptions): Spread {
  const { limit, pause } = options;
  const { count, joined, pressing } = contact;
  // What is hardly known calls for questions, not for messages: it takes nobody's turn.
  const { barelyKnown } = contact;
  const isLong = count > limit && (pause !== null || count > LONG_FROM_DAYS * limit);
  if (!isLong) return { plannedOn: planned([...joined.toSorted(byRule), ...barelyKnown], [], options), backlog: null };
  const plannedOn = planned([...joined, ...barelyKnown], pressing, options);
  return {
    plannedOn,
    backlog: {
      pressing: contact.cannotWait,
      pause,
      waiting: count,
      dayCount: Math.ceil(count / limit),
      days: countByDay(plannedOn, new Set(barelyKnown.map(({ id }) => id))),
    },
  };
}

/** Returns the day from which on joining the list counts: that of the return after a pause, else Monday. */
export function joiningFrom({ today, pause }: Pick<SpreadOptions, 'today' | 'pause'>): Day {
  return pause?.backOn ?? mondayOf(today);
}

/**
 * Returns the days, up to yesterday, that are looked up for when a deal joined the list: from the return after a pause on, else
 * from Monday.
 */
export function joiningDays({ today, calendar, pause }: Pick<SpreadOptions, 'today' | 'calendar' | 'pause'>): Day[] {
  const days: Day[] = [];
  for (let day = joiningFrom({ today, pause }); day < today; day = addDays(day, 1)) {
    if (!calendar.isClosed(day)) days.push(day);
  }
  return days;
}

/** Returns the days that are planned, so many of them: today, or the next business day where nobody works today, and those after it. */
export function plannedDays({ today, calendar }: Pick<SpreadOptions, 'today' | 'calendar'>, count: number): Day[] {
  const days: Day[] = [];
  let day = firstDay(today, calendar);
  while (days.length < count) {
    days.push(day);
    day = addBusinessDays(calendar, day, 1);
  }
  return days;
}

/** Fills day after day: first what cannot wait on that day, then the queue. */
function planned(
  queue: readonly Standing[],
  cannotWait: readonly Standing[],
  { today, calendar, limit, days = Infinity }: SpreadOptions,
): Map<number, Day> {
  const plannedOn = new Map<number, Day>();
  const isLeft = ({ id }: Standing): boolean => !plannedOn.has(id);
  let pressing = cannotWait;
  let day = firstDay(today, calendar);
  for (let [at, count] = [0, 0]; at < queue.length && count < days; count += 1) {
    const now = pressing.filter((it) => isPressing(it.pressing, day));
    for (const { id } of firstOf(now, limit, byRuleThen)) plannedOn.set(id, day);
    for (let room = limit - Math.min(now.length, limit); at < queue.length; at += 1) {
      const next = queue[at] as Standing;
      if (!isLeft(next)) continue;
      if (room === 0) break;
      plannedOn.set(next.id, day);
      room -= 1;
    }
    if (now.length > 0) pressing = pressing.filter(isLeft);
    day = addBusinessDays(calendar, day, 1);
  }
  return plannedOn;
}

function countByDay(plannedOn: ReadonlyMap<number, Day>, others: ReadonlySet<number>): Backlog['days'] {
  const counts = new Map<Day, number>();
  for (const [id, on] of plannedOn) if (!others.has(id)) counts.set(on, (counts.get(on) ?? 0) + 1);
  return [...counts].map(([on, count]) => ({ on, count })).sort((a, b) => compareTexts(a.on, b.on));
}

/** Today, or the next business day where nobody works today. */
function firstDay(today: Day, calendar: Calendar): Day {
  return calendar.isClosed(today) ? addBusinessDays(calendar, today, 1) : today;
}

function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}
