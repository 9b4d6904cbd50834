import { type Day, latest } from './day.ts';
import type { ListName } from './lists.ts';
import { type Pressing, pressingTimes } from './pressing.ts';
import { isBarelyKnown, type Placement, place } from './priority.ts';
import type { Rank } from './rank.ts';
import type { Ground } from './situation.ts';

/** Where a deal stands on a day, in short: all that the lists are ordered, counted and planned by. */
export interface Standing {
  readonly rank: Rank;
  readonly list: ListName;
  readonly until: Day | null;
  readonly isBarelyKnown: boolean;
  /** Whether it is open and nobody knows when they decide. */
  readonly isUndated: boolean;
  /** For a deal to contact: the day from which on it was to be contacted, and its rank on that day. */
  readonly joined: { readonly on: Day; readonly rank: Rank } | null;
  /** For a deal to contact: when it cannot wait. */
  readonly pressing: readonly Pressing[];
}

/** Returns where the deals stand; `earlier` are the days on which one to contact may have joined the list, the first one first. */
export function standingsOf(placements: readonly Placement[], earlier: readonly Ground[]): Standing[] {
  return placements.flatMap((placement) => standingOf(placement, earlier) ?? []);
}

function standingOf(placement: Placement, earlier: readonly Ground[]): Standing | null {
  const { rank, list, until, deal, situation } = placement;
  if (!list) return null;
  const isToContact = list === 'contact';
  const known = !isBarelyKnown(placement);
  return {
    rank,
    list,
    until,
    isBarelyKnown: !known,
    isUndated: !deal.decisionOn && deal.state === 'open',
    joined: isToContact ? joinedOf(placement, known ? earlier : []) : null,
    pressing: isToContact && known ? pressingTimes(situation) : [],
  };
}

/** Returns the first of the days on which the deal was to be contacted, since the last word on it; today where there is none. */
function joinedOf({ deal, rank, situation }: Placement, earlier: readonly Ground[]): Standing['joined'] {
  const touchedOn = latest(deal.figures.lastContactOn, deal.figures.lastSignalOn);
  for (const ground of earlier) {
    if (touchedOn !== null && ground.today < touchedOn) continue;
    const then = place(deal, ground);
    if (then.list === 'contact') return { on: ground.today, rank: then.rank };
  }
  return { on: situation.today, rank };
}
