import { addBusinessDays, type Calendar } from './calendar.ts';
import { addDays, type Day, latest, weekdayOf } from './day.ts';
import type { Pause } from './pause.ts';
import { isBarelyKnown } from './plan.ts';
import { isPressing, type Pressing, pressingTimes } from './pressing.ts';
import { comparePlacements, type Placement, place } from './priority.ts';

/** A list of more than so many days' work is too long to be worked off by rank alone. */
const LONG_FROM_DAYS = 2;

export interface SpreadOptions {
  readonly today: Day;
  readonly calendar: Calendar;
  /** How many deals a day takes. */
  readonly limit: number;
  /** The pause that the rep has come back from lately. */
  readonly pause: Pause | null;
}

/** On which business day each deal to contact comes. Nothing of it is kept: the same book gives it again tomorrow. */
export interface Spread {
  readonly plannedOn: ReadonlyMap<number, Day>;
  /** What there is to say of a list that is worked off by plan; null for a short one. */
  readonly backlog: Backlog | null;
}

export interface Backlog {
  /** The deals that cannot wait. */
  readonly pressing: ReadonlySet<number>;
  readonly pause: Pause | null;
  readonly days: readonly { readonly on: Day; readonly count: number }[];
}

/** A deal in the queue: as it stood when it joined the list, and when it cannot wait. */
interface Queued {
  readonly id: number;
  readonly joined: Placement;
  readonly times: readonly Pressing[];
}

/**
 * Spreads the list to contact, given in the rule's order, over today and the business days after it.
 *
 * A short list goes by rank. A long one, or one that grew while the rep was away, goes by a plan that tomorrow continues:
 * what cannot wait first, then the others as they joined the list, each day's in the rule's order as on that day. Those
 * days are looked up from the return on (else from Monday), so no drifting score moves a deal, and newcomers queue up.
 */
export function spread(contact: readonly Placement[], options: SpreadOptions): Spread {
  const { today, limit, pause } = options;
  const known = contact.filter((placement) => !isBarelyKnown(placement));
  // What is hardly known calls for questions, not for messages: it takes nobody's turn.
  const barelyKnown = contact.filter(isBarelyKnown).map((joined) => queuedBy(joined, []));
  const isLong = known.length > limit && (pause !== null || known.length > LONG_FROM_DAYS * limit);
  if (!isLong) {
    const ranked = known.map((joined) => queuedBy(joined, []));
    return { plannedOn: planned([...ranked, ...barelyKnown], options), backlog: null };
  }
  const queue = queueOf(known, options);
  const plannedOn = planned([...queue, ...barelyKnown], options);
  const pressing = new Set(queue.filter(({ times }) => isPressing(times, today)).map(({ id }) => id));
  return { plannedOn, backlog: { pressing, pause, days: countByDay(queue, plannedOn) } };
}

function queuedBy(joined: Placement, times: readonly Pressing[]): Queued {
  return { id: joined.deal.id, joined, times };
}

/** Returns the deals in the order in which they joined the list. */
function queueOf(known: readonly Placement[], { today, calendar, pause }: SpreadOptions): Queued[] {
  const days = businessDaysFrom(pause?.backOn ?? mondayOf(today), today, calendar);
  return known
    .map((placement) => queuedBy(whenJoined(placement, days), pressingTimes(placement.situation)))
    .sort((a, b) => compareText(a.joined.situation.today, b.joined.situation.today) || byRule(a, b));
}

/** Returns the deal as it stood on the first of the days on which it was to be contacted, since the last word on it. */
function whenJoined(placement: Placement, days: readonly Day[]): Placement {
  const { deal, situation } = placement;
  const touchedOn = latest(deal.figures.lastContactOn, deal.figures.lastSignalOn);
  for (const day of days) {
    if (touchedOn !== null && day < touchedOn) continue;
    const then = place(deal, { ...situation, today: day });
    if (then.list === 'contact') return then;
  }
  return placement;
}

/** Fills day after day: first what cannot wait on that day, then the queue. */
function planned(queue: readonly Queued[], { today, calendar, limit }: SpreadOptions): Map<number, Day> {
  const plannedOn = new Map<number, Day>();
  let left = queue;
  for (let day = firstDay(today, calendar); left.length > 0; day = addBusinessDays(calendar, day, 1)) {
    const pressing = left.filter(({ times }) => isPressing(times, day)).sort(byRule);
    const taken = new Set(pressing.slice(0, limit));
    for (const each of left) if (taken.size < limit) taken.add(each);
    for (const { id } of taken) plannedOn.set(id, day);
    left = left.filter((each) => !taken.has(each));
  }
  return plannedOn;
}

function countByDay(queue: readonly Queued[], plannedOn: ReadonlyMap<number, Day>): Backlog['days'] {
  const counts = new Map<Day, number>();
  for (const { id } of queue) {
    const on = plannedOn.get(id) as Day;
    counts.set(on, (counts.get(on) ?? 0) + 1);
  }
  return [...counts].map(([on, count]) => ({ on, count })).sort((a, b) => compareText(a.on, b.on));
}

function byRule(a: Queued, b: Queued): number {
  return comparePlacements(a.joined, b.joined);
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

function businessDaysFrom(from: Day, today: Day, calendar: Calendar): Day[] {
  const days: Day[] = [];
  for (let day = from; day < today; day = addDays(day, 1)) if (!calendar.isClosed(day)) days.push(day);
  return days;
}
