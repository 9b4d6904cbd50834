import type { Day } from './day.ts';
import { firstOf } from './firstof.ts';
import { type Listed, type ListedWish, QUIET_LISTS, type QuietList } from './listed.ts';
import { compareDays } from './rank.ts';
import type { Backlog, Spread } from './spread.ts';
import { byRule, type Standing } from './standing.ts';

/** How many are shown: `contact` at most this many; the quiet lists are short unless everything is asked for. */
export interface Shown extends Pick<ListedWish, 'quiet'> {
  readonly contact: number;
}

/** The quiet blocks of the page, in its order. Everybody not to write to stands in the last, whatever the reason. */
export const QUIET_BLOCKS = ['thisWeek', 'findReason', 'prepare', 'leaveAlone'] as const;
export type QuietBlock = (typeof QUIET_BLOCKS)[number];
const LEFT_ALONE: readonly QuietList[] = ['waiting', 'onHold', 'snoozed', 'leaveAlone'];

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
  readonly backlog: Backlog | null;
  readonly quiet: Readonly<Record<QuietBlock, { readonly shown: readonly number[]; readonly count: number }>>;
  /** Deals of which almost nothing is recorded: they are counted, and a question is the way on. */
  readonly barelyKnown: number;
  /** Among those not to contact, the one that comes back first. */
  readonly next: { readonly id: number; readonly on: Day } | null;
  /** Open deals, not to contact today, of which nobody knows when they decide. */
  readonly undated: number;
}

/** Returns the outline of a day's page from its lists. */
export function outlineOf(today: Day, { contact, quiet, barelyKnown }: Listed, spread: Spread, shown: Shown): Outline {
  // All that are shown are planned, or there are no others.
  const candidates = [...contact.joined, ...contact.pressing, ...contact.barelyKnown];
  const toContact = [...new Map(candidates.map((it) => [it.id, it])).values()];
  const contactCount = contact.count + contact.barelyKnown.length;
  const leftAlone = LEFT_ALONE.flatMap((name) => quiet[name].first.slice(0, shown.quiet));
  const sum = (names: readonly QuietList[], key: 'count' | 'undated'): number =>
    names.reduce((total, name) => total + quiet[name][key], 0);
  const [next] = firstOf(
    LEFT_ALONE.flatMap((name) => quiet[name].first.slice(0, 1).filter(isComing)),
    1,
    (a, b) => compareDays(a.until, b.until),
  );
  const counts = countByDay(spread);
  const blockOf = (name: QuietList): Outline['quiet'][QuietBlock] =>
    block(quiet[name].first.slice(0, shown.quiet), quiet[name].count);
  return {
    today,
    isEmpty: contactCount + sum(QUIET_LISTS, 'count') + barelyKnown === 0,
    contact: firstOf(toContact, shown.contact, inPlanOrder(spread)).map(({ id }) => {
      const on = spread.plannedOn.get(id) ?? null;
      return { id, on, ofDay: (on && counts.get(on)) ?? 0 };
    }),
    contactCount,
    backlog: spread.backlog,
    quiet: {
      thisWeek: blockOf('thisWeek'),
      findReason: blockOf('findReason'),
      prepare: blockOf('prepare'),
      leaveAlone: block(leftAlone.slice(0, shown.quiet), sum(LEFT_ALONE, 'count')),
    },
    barelyKnown,
    next: next?.until ? { id: next.id, on: next.until } : null,
    undated: sum(['thisWeek', 'findReason', 'leaveAlone', 'waiting'], 'undated'),
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
  const canWait = ({ cannotWait }: Standing): number => (backlog && cannotWait ? 0 : 1);
  return (a, b) =>
    compareDays(plannedOn.get(a.id) ?? null, plannedOn.get(b.id) ?? null) || canWait(a) - canWait(b) || byRule(a, b);
}

function block(shown: readonly Standing[], count: number): Outline['quiet'][QuietBlock] {
  return { shown: shown.map(({ id }) => id), count };
}

function countByDay({ plannedOn }: Spread): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const on of plannedOn.values()) counts.set(on, (counts.get(on) ?? 0) + 1);
  return counts;
}

function isComing({ until }: Standing): boolean {
  return until !== null;
}
