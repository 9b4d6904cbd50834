import { businessDaysBetween, type Calendar } from './calendar.ts';
import { type Chain, type Milestone, NO_CHAIN, nextMilestone, workBack } from './chain.ts';
import type { Rule } from './coefficients.ts';
import type { Day } from './day.ts';
import type { Deal } from './deal.ts';
import type { Figures } from './figures.ts';
import type { Lack, StandardSets } from './material.ts';
import { lackOf } from './material.ts';

/** A deal with the figures of its history: all that the rule reads of it. */
export interface TrackedDeal extends Deal {
  readonly figures: Figures;
}

/** What is the same for every deal on a given day. */
export interface Ground {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly rule: Rule;
  readonly standardSets: StandardSets;
  /** The median amount of the open deals, by currency. */
  readonly medians: ReadonlyMap<string, number>;
}

/** A deal seen on one day: what the terms, gates and angles all look at. */
export interface Situation extends Ground {
  readonly deal: TrackedDeal;
  readonly figures: Figures;
  readonly chain: Chain;
  readonly milestone: Milestone | null;
  readonly lack: Lack;
  /** Whether the deal is open; a deal that has ended keeps only what asks for one more word. */
  readonly isOpen: boolean;
  /** Whether the customer knows the latest useful day. */
  readonly isTold: boolean;
  /** Business days since a day, or null where the day is unknown. */
  readonly since: (day: Day | null) => number | null;
}

/** Returns the deal as it looks on the ground's day. */
export function situate(deal: TrackedDeal, ground: Ground): Situation {
  const { today, calendar, rule, standardSets, medians } = ground;
  const isOpen = deal.state === 'open';
  const chain = isOpen ? workBack(deal, calendar) : NO_CHAIN;
  // Written out: the rule makes one for every deal of the book, and copying the ground took most of the time.
  return {
    today,
    calendar,
    rule,
    standardSets,
    medians,
    deal,
    figures: deal.figures,
    chain,
    milestone: nextMilestone(chain, today),
    lack: lackOf(deal, standardSets),
    isOpen,
    isTold: isLatestTold(deal.figures, chain.latestUsefulOn),
    since: sinceOn(ground),
  };
}

/** Returns whether they know this latest useful day, and not another one that stood before their goal moved. */
export function isLatestTold({ toldOn, toldLatestOn }: Figures, latestUsefulOn: Day | null): boolean {
  return toldOn !== null && (toldLatestOn === null || latestUsefulOn === null || toldLatestOn === latestUsefulOn);
}

/** One counter a ground: the deals of a book share their days, and each is counted once. */
const counters = new WeakMap<Ground, Situation['since']>();

function sinceOn(ground: Ground): Situation['since'] {
  let since = counters.get(ground);
  if (!since) {
    const counted = new Map<Day, number>();
    since = (day) => {
      if (day === null) return null;
      let count = counted.get(day);
      if (count === undefined) {
        count = businessDaysBetween(ground.calendar, day, ground.today);
        counted.set(day, count);
      }
      return count;
    };
    counters.set(ground, since);
  }
  return since;
}
