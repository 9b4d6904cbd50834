import type { Day } from './day.ts';
import { firstOf } from './firstof.ts';
import { LISTS, type ListName } from './lists.ts';
import { compareDays, compareQuiet, compareRanks } from './rank.ts';
import type { Backlog, Spread } from './spread.ts';
import type { Standing } from './standing.ts';

/** How many are shown: `contact` at most this many; the quiet lists are short unless everything is asked for. */
export interface Shown {
  readonly contact: number;
  readonly quiet: number;
}

/** The quiet blocks of the page, in its order. Everybody not to write to stands in the last, whatever the reason. */
export const QUIET_BLOCKS = ['thisWeek', 'findReason', 'prepare', 'leaveAlone'] as const;
export type QuietBlock = (typeof QUIET_BLOCKS)[number];
const LEFT_ALONE: readonly ListName[] = ['waiting', 'onHold', 'snoozed', 'leaveAlone'];

/**
 * A day's page before anything is said: which deals are shown where, and how many there are. Deals go by their numbers. It is
 * kept, so it holds nothing that JSON does not.
 */
export interface Outline {
  readonly today: Day;
  /** Whether no deal is on any list. */
  readonly isEmpty: boolean;
  /** Those to contact, in the order of the plan, with their planned day and how many that day has. */
  readonly contact: readonly { readonly id: number; readonly on: Day | null; readonly ofDay: number }[];
  readonly contactCount: number;
  readonly backlog: (Omit<Backlog, 'pressing'> & { readonly pressing: number }) | null;
  readonly quiet: Readonly<Record<QuietBlock, { readonly shown: readonly number[]; readonly count: number }>>;
  /** Deals of which almost nothing is recorded: they are counted, and a question is the way on. */
  readonly barelyKnown: number;
  /** Among those not to contact, the one that comes back first. */
  readonly next: { readonly id: number; readonly on: Day } | null;
  /** Open deals, not to contact today, of which nobody knows when they decide. */
  readonly undated: number;
}

/** Returns the outline of a day's page from where every deal stands. */
export function outlineOf(today: Day, standings: readonly Standing[], spread: Spread, shown: Shown): Outline {
  const isWhole = shown.quiet === Infinity;
  const lists = Object.fromEntries(LISTS.map((name) => [name, [] as Standing[]])) as Record<ListName, Standing[]>;
  let barelyKnown = 0;
  for (const standing of standings) {
    if (standing.isBarelyKnown && !isWhole) barelyKnown += 1;
    else lists[standing.list].push(standing);
  }
  const leftAlone = LEFT_ALONE.flatMap((name) => firstOf(lists[name], shown.quiet, compareQuiet));
  const countOf = (names: readonly ListName[]): number => names.reduce((count, name) => count + lists[name].length, 0);
  const [next] = firstOf(
    LEFT_ALONE.flatMap((name) => firstOf(lists[name].filter(isComing), 1, compareQuiet)),
    1,
    byReturn,
  );
  const counts = countByDay(lists.contact, spread);
  const undated: readonly ListName[] = ['thisWeek', 'findReason', 'leaveAlone', 'waiting'];
  return {
    today,
    isEmpty: standings.length === 0,
    contact: firstOf(lists.contact, shown.contact, inPlanOrder(spread)).map(({ rank }) => {
      const on = spread.plannedOn.get(rank.id) ?? null;
      return { id: rank.id, on, ofDay: (on && counts.get(on)) ?? 0 };
    }),
    contactCount: lists.contact.length,
    backlog: spread.backlog && { ...spread.backlog, pressing: spread.backlog.pressing.size },
    quiet: {
      thisWeek: block(firstOf(lists.thisWeek, shown.quiet, byRank), lists.thisWeek.length),
      findReason: block(firstOf(lists.findReason, shown.quiet, byRank), lists.findReason.length),
      prepare: block(firstOf(lists.prepare, shown.quiet, compareQuiet), lists.prepare.length),
      leaveAlone: block(leftAlone.slice(0, shown.quiet), countOf(LEFT_ALONE)),
    },
    barelyKnown,
    next: next?.until ? { id: next.rank.id, on: next.until } : null,
    undated: undated.reduce((count, name) => count + lists[name].filter(({ isUndated }) => isUndated).length, 0),
  };
}

/** Returns the numbers of all deals that are shown. */
export function shownDeals({ contact, quiet, next }: Outline): number[] {
  return [
    ...contact.map(({ id }) => id),
    ...QUIET_BLOCKS.flatMap((name) => quiet[name].shown),
    ...(next ? [next.id] : []),
  ];
}

/** Returns the outline without the shown deals that are there no more. */
export function stillThere(outline: Outline, isThere: (id: number) => boolean): Outline {
  const { contact, contactCount, quiet, next } = outline;
  if (shownDeals(outline).every(isThere)) return outline;
  const listed = contact.filter(({ id }) => isThere(id));
  const left = QUIET_BLOCKS.map((name): [QuietBlock, Outline['quiet'][QuietBlock]] => {
    const shown = quiet[name].shown.filter(isThere);
    return [name, { shown, count: quiet[name].count - (quiet[name].shown.length - shown.length) }];
  });
  return {
    ...outline,
    contact: listed,
    contactCount: contactCount - (contact.length - listed.length),
    quiet: Object.fromEntries(left) as Outline['quiet'],
    next: next && isThere(next.id) ? next : null,
  };
}

/** By their planned day, those beyond the plan last; on a day what cannot wait first, else the rule's order. */
function inPlanOrder({ plannedOn, backlog }: Spread): (a: Standing, b: Standing) => number {
  const canWait = ({ rank }: Standing): number => (backlog?.pressing.has(rank.id) ? 0 : 1);
  return (a, b) =>
    compareDays(plannedOn.get(a.rank.id) ?? null, plannedOn.get(b.rank.id) ?? null) ||
    canWait(a) - canWait(b) ||
    byRank(a, b);
}

function block(shown: readonly Standing[], count: number): Outline['quiet'][QuietBlock] {
  return { shown: shown.map(({ rank }) => rank.id), count };
}

function countByDay(contact: readonly Standing[], { plannedOn }: Spread): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const { rank } of contact) {
    const on = plannedOn.get(rank.id);
    if (on) counts.set(on, (counts.get(on) ?? 0) + 1);
  }
  return counts;
}

function isComing({ until }: Standing): boolean {
  return until !== null;
}

function byRank(a: Standing, b: Standing): number {
  return compareRanks(a.rank, b.rank);
}

function byReturn(a: Standing, b: Standing): number {
  return compareDays(a.until, b.until);
}
