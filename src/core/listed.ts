import type { Day } from './day.ts';
import { firstOf } from './firstof.ts';
import { LISTS, type ListName } from './lists.ts';
import { isPressing } from './pressing.ts';
import { byJoining, byReturn, byRule, byRuleThen, type Standing } from './standing.ts';

export type QuietList = Exclude<ListName, 'contact'>;
export const QUIET_LISTS = LISTS.filter((name): name is QuietList => name !== 'contact');

/** These are read by rank, all others by when their deals come back. */
const RANKED: readonly QuietList[] = ['thisWeek', 'findReason'];

/** The deals to contact, as far as a plan of the days to come needs them. */
export interface ContactList {
  /** How many there are, and how many of them cannot wait. */
  readonly count: number;
  readonly cannotWait: number;
  /** The first of them, in the order in which they joined the list. */
  readonly joined: readonly Standing[];
  /** The first of those that cannot wait on a day, for each day that is planned. */
  readonly pressing: readonly Standing[];
  /** Those of which almost nothing is recorded, which no other number speaks of. Only a page that shows everything has them. */
  readonly barelyKnown: readonly Standing[];
}

/** A quiet list of the day: the first of its deals in its order, how many it has, and of how many nobody knows when they decide. */
export interface QuietDeals {
  readonly first: readonly Standing[];
  readonly count: number;
  readonly undated: number;
}

/** The lists of a day, as far as a page shows them. */
export interface Listed {
  readonly contact: ContactList;
  readonly quiet: Readonly<Record<QuietList, QuietDeals>>;
  /** Deals of which almost nothing is recorded, where they are counted and on no list. */
  readonly barelyKnown: number;
}

/** How much of the lists a page shows. */
export interface ListedWish {
  /** So many deals of each quiet list, or everything. */
  readonly quiet: number;
  /** The days that are planned, and how many deals they take in all; without an end all deals to contact are planned. */
  readonly planned: { readonly most: number; readonly days: readonly Day[] };
}

/** Returns whether the deals of which almost nothing is recorded are on their lists, as on a page that shows everything. */
export function listsBarelyKnown({ quiet }: ListedWish): boolean {
  return quiet === Infinity;
}

/** Returns how many deals of each quiet list are needed: the first one says who comes back next, whether it is shown or not. */
export function firstCount({ quiet }: ListedWish): number {
  return Math.max(1, quiet);
}

/** Returns whether a quiet list goes by rank. */
export function isRanked(name: QuietList): boolean {
  return RANKED.includes(name);
}

/** Returns the lists of these deals. */
export function listed(standings: readonly Standing[], wish: ListedWish): Listed {
  const isWhole = listsBarelyKnown(wish);
  const known = standings.filter(({ isBarelyKnown }) => !isBarelyKnown);
  const shown = isWhole ? standings : known;
  const quiet = (name: QuietList): QuietDeals => {
    const deals = shown.filter(({ list }) => list === name);
    return {
      first: firstOf(deals, firstCount(wish), isRanked(name) ? byRule : byReturn),
      count: deals.length,
      undated: deals.filter(({ isUndated }) => isUndated).length,
    };
  };
  return {
    contact: {
      ...contactList(
        known.filter(({ list }) => list === 'contact'),
        wish,
      ),
      barelyKnown: isWhole
        ? standings.filter(({ list, isBarelyKnown }) => list === 'contact' && isBarelyKnown).sort(byRule)
        : [],
    },
    quiet: Object.fromEntries(QUIET_LISTS.map((name) => [name, quiet(name)])) as Listed['quiet'],
    barelyKnown: standings.length - shown.length,
  };
}

function contactList(known: readonly Standing[], { planned: { most, days } }: ListedWish): ContactList {
  const cannotWait = (day: Day): Standing[] => known.filter(({ pressing }) => isPressing(pressing, day));
  return {
    count: known.length,
    cannotWait: known.filter((it) => it.cannotWait).length,
    joined: firstOf(known, most, byJoining),
    pressing:
      most === Infinity
        ? known.filter(({ pressing }) => pressing.length > 0)
        : [...new Set(days.flatMap((day) => firstOf(cannotWait(day), most, byRuleThen)))],
    barelyKnown: [],
  };
}
