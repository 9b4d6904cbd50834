import { addDays, type Day, earliest, latest } from './day.ts';
import type { ListName } from './lists.ts';
import { isPressing, type Pressing, pressingTimes } from './pressing.ts';
import { isBarelyKnown, type Weighed, weigh } from './priority.ts';
import { compareDays, compareTexts, rankToText } from './rank.ts';
import type { Ground } from './situation.ts';
import { turnsOn } from './turning.ts';

/** Where a deal stands on a day, in short: all that the lists are ordered, counted and planned by. */
export interface Standing {
  readonly id: number;
  /** Its rank, as a text that sorts. */
  readonly rank: string;
  readonly list: ListName;
  readonly until: Day | null;
  readonly isBarelyKnown: boolean;
  /** Whether it is open and nobody knows when they decide. */
  readonly isUndated: boolean;
  /** The first day on which it may stand otherwise by the passing of time alone; null where there is none. */
  readonly turnsOn: Day | null;
  /** For a deal to contact of which something is known: the day from which on it was to be contacted, and its rank on that day. */
  readonly joined: { readonly on: Day; readonly rank: string } | null;
  /** For such a deal: when it cannot wait, and whether that is now. */
  readonly pressing: readonly Pressing[];
  readonly cannotWait: boolean;
}

/** When and how a deal to contact joined the list; null for all others. */
export type Joined = Standing['joined'];

/**
 * Returns where the deals stand; `earlier` are the days on which one to contact may have joined the list, the first one first.
 * Whose joining is known already joined then.
 */
export function standingsOf(
  deals: readonly Weighed[],
  earlier: readonly Ground[],
  known: ReadonlyMap<number, Joined> = new Map(),
): Standing[] {
  return deals.flatMap((deal) => standingOf(deal, earlier, known.get(deal.deal.id) ?? null) ?? []);
}

/** In the rule's order. */
export function byRule(a: Standing, b: Standing): number {
  return compareTexts(a.rank, b.rank);
}

/** In the rule's order as on the day on which each joined the list to contact. */
export function byRuleThen(a: Standing, b: Standing): number {
  return compareTexts(a.joined?.rank ?? a.rank, b.joined?.rank ?? b.rank);
}

/** In the order in which they joined the list to contact. */
export function byJoining(a: Standing, b: Standing): number {
  return compareTexts(a.joined?.on ?? '', b.joined?.on ?? '') || byRuleThen(a, b);
}

/** The soonest to come back first, the open-ended last. */
export function byReturn(a: Standing, b: Standing): number {
  return compareDays(a.until, b.until) || byRule(a, b);
}

function standingOf(weighed: Weighed, earlier: readonly Ground[], known: Joined): Standing | null {
  const { rank, list, until, deal, situation } = weighed;
  if (!list) return null;
  const { today } = situation;
  const isKnown = !isBarelyKnown(weighed);
  const joins = isKnown && list === 'contact';
  const pressing = joins ? pressingTimes(situation) : [];
  return {
    id: deal.id,
    rank: rankToText(rank),
    list,
    until,
    isBarelyKnown: !isKnown,
    isUndated: !deal.decisionOn && deal.state === 'open',
    turnsOn:
      joins && !hasJoined(weighed) ? addDays(today, 1) : earliest(turnsOn(situation), nextChange(pressing, today)),
    joined: joins ? (isStillRight(known, weighed) ? known : joinedOf(weighed, earlier)) : null,
    pressing,
    cannotWait: isPressing(pressing, today),
  };
}

/** Returns the first day on which a time begins, or is over. */
function nextChange(times: readonly Pressing[], today: Day): Day | null {
  let first: Day | null = null;
  for (const { from, to } of times) {
    const change = from > today ? from : to !== null && to >= today ? addDays(to, 1) : null;
    if (change !== null && (first === null || change < first)) first = change;
  }
  return first;
}

/** What was joined on a day of no business, or before the last word, was joined for that day alone. */
function isStillRight(known: Joined, { deal, situation: { calendar } }: Weighed): boolean {
  if (known === null || calendar.isClosed(known.on)) return false;
  const touchedOn = touchedOnOf(deal);
  return touchedOn === null || touchedOn <= known.on;
}

/** On a day of no business, and while its last word is still ahead, a deal to contact joins the list anew every day. */
function hasJoined({ deal, situation: { today, calendar } }: Weighed): boolean {
  const touchedOn = touchedOnOf(deal);
  return !calendar.isClosed(today) && (touchedOn === null || touchedOn <= today);
}

function touchedOnOf({ figures }: Weighed['deal']): Day | null {
  return latest(figures.lastContactOn, figures.lastSignalOn);
}

/** Returns the first of the days on which the deal was to be contacted, since the last word on it; today where there is none. */
function joinedOf({ deal, rank, situation }: Weighed, earlier: readonly Ground[]): Joined {
  const touchedOn = touchedOnOf(deal);
  for (const ground of earlier) {
    if (touchedOn !== null && ground.today < touchedOn) continue;
    const then = weigh(deal, ground);
    if (then.list === 'contact') return { on: ground.today, rank: rankToText(then.rank) };
  }
  return { on: situation.today, rank: rankToText(rank) };
}
