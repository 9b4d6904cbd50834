import { addBusinessDays, type Calendar } from './calendar.ts';
import { addDays, type Day, weekdayOf } from './day.ts';
import { firstOf } from './firstof.ts';
import type { Pause } from './pause.ts';
import { isPressing } from './pressing.ts';
import { compareRanks } from './rank.ts';
import type { Standing } from './standing.ts';

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
  /** The deals that cannot wait. */
  readonly pressing: ReadonlySet<number>;
  readonly pause: Pause | null;
  /** How many deals wait for their day, and on how many days. */
  readonly waiting: number;
  readonly dayCount: number;
  /** The days that are planned. */
  readonly days: readonly { readonly on: Day; readonly count: number }[];
}

/**
 * Spreads the list to contact, given in the rule's order, over today and the business days after it.
 *
 * A short list goes by rank. A long one, or one that grew while the rep was away, goes by a plan that tomorrow continues:
 * what cannot wait first, then the others as they joined the list, each day's in the rule's order as on that day. Those
 * days are looked up from the return on (else from Monday), so no drifting score moves a deal, and newcomers queue up.
 */
export function spread(contact: readonly Standing[], options: SpreadOptions): Spread {
  const { today, limit, pause } = options;
  const known = contact.filter((standing) => !standing.isBarelyKnown);
  // What is hardly known calls for questions, not for messages: it takes nobody's turn.
  const barelyKnown = contact.filter((standing) => standing.isBarelyKnown);
  const isLong = known.length > limit && (pause !== null || known.length > LONG_FROM_DAYS * limit);
  if (!isLong) return { plannedOn: planned([...known, ...barelyKnown], [], options), backlog: null };
  // More of them are not taken in the days that are planned.
  const queue = firstOf(known, limit * (options.days ?? Infinity), byJoining);
  const cannotWait = known.filter(({ pressing }) => pressing.length > 0);
  const plannedOn = planned([...queue, ...barelyKnown], cannotWait, options);
  return {
    plannedOn,
    backlog: {
      pressing: new Set(cannotWait.filter((it) => isPressing(it.pressing, today)).map(({ rank }) => rank.id)),
      pause,
      waiting: known.length,
      dayCount: Math.ceil(known.length / limit),
      days: countByDay(known, plannedOn),
    },
  };
}

/**
 * Returns the days, up to yesterday, that are looked up for when a deal joined the list: from the return after a pause on, else
 * from Monday.
 */
export function joiningDays({ today, calendar, pause }: Pick<SpreadOptions, 'today' | 'calendar' | 'pause'>): Day[] {
  const days: Day[] = [];
  for (let day = pause?.backOn ?? mondayOf(today); day < today; day = addDays(day, 1)) {
    if (!calendar.isClosed(day)) days.push(day);
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
  const isLeft = ({ rank }: Standing): boolean => !plannedOn.has(rank.id);
  let left = queue;
  let pressing = cannotWait;
  let day = firstDay(today, calendar);
  for (let count = 0; left.length > 0 && count < days; count += 1) {
    const now = pressing.filter((it) => isPressing(it.pressing, day));
    const taken = new Set(firstOf(now, limit, byRuleThen));
    for (const each of left) {
      if (taken.size >= limit) break;
      taken.add(each);
    }
    for (const { rank } of taken) plannedOn.set(rank.id, day);
    left = left.filter(isLeft);
    pressing = pressing.filter(isLeft);
    day = addBusinessDays(calendar, day, 1);
  }
  return plannedOn;
}

function countByDay(queue: readonly Standing[], plannedOn: ReadonlyMap<number, Day>): Backlog['days'] {
  const counts = new Map<Day, number>();
  for (const { rank } of queue) {
    const on = plannedOn.get(rank.id);
    if (on) counts.set(on, (counts.get(on) ?? 0) + 1);
  }
  return [...counts].map(([on, count]) => ({ on, count })).sort((a, b) => compareText(a.on, b.on));
}

/** In the order in which they joined the list. */
function byJoining(a: Standing, b: Standing): number {
  return compareText(a.joined?.on ?? '', b.joined?.on ?? '') || byRuleThen(a, b);
}

/** In the rule's order as on the day on which each joined. */
function byRuleThen(a: Standing, b: Standing): number {
  return compareRanks(a.joined?.rank ?? a.rank, b.joined?.rank ?? b.rank);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Today, or the next business day where nobody works today. */
function firstDay(today: Day, calendar: Calendar): Day {
  return calendar.isClosed(today) ? addBusinessDays(calendar, today, 1) : today;
}

function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}
