import type { Deal } from './deal.ts';
import { LISTS, type ListName } from './lists.ts';
import { comparePlacements, type Placement, place } from './priority.ts';
import type { Ground, TrackedDeal } from './situation.ts';

/** A day's work: every deal of the book on the list where the rule puts it, each list in order. */
export interface Plan {
  readonly today: Ground['today'];
  readonly lists: Readonly<Record<ListName, readonly Placement[]>>;
}

const RANKED: readonly ListName[] = ['contact', 'thisWeek', 'findReason'];

/** Returns the plan of the day. The same deals on the same ground always give the same plan. */
export function plan(deals: readonly TrackedDeal[], ground: Omit<Ground, 'medians'>): Plan {
  const weighed: Ground = { ...ground, medians: mediansOf(deals) };
  const lists = Object.fromEntries(LISTS.map((name) => [name, [] as Placement[]])) as Record<ListName, Placement[]>;
  for (const deal of deals) {
    const placement = place(deal, weighed);
    if (placement.list) lists[placement.list].push(placement);
  }
  for (const name of LISTS) lists[name].sort(RANKED.includes(name) ? comparePlacements : compareQuiet);
  return { today: ground.today, lists };
}

/** Beyond this a proposal of which nothing more was recorded is no longer fresh enough to follow up out of the blue. */
const FRESH_PROPOSAL_BUSINESS_DAYS = 60;

/**
 * Returns whether almost nothing is recorded of a deal: no contact, no word of theirs, no date, no recent proposal, nothing
 * that keeps it off the list. It scores by what is missing alone, as most of an imported book does; the honest advice is to
 * answer questions, not to write.
 */
export function isBarelyKnown({ deal, owed, gate, terms, situation }: Placement): boolean {
  const { lastContactOn, lastSignalOn } = deal.figures;
  if (owed || gate || lastContactOn || lastSignalOn || deal.state !== 'open') return false;
  if (deal.goalOn || deal.decisionOn || deal.nextOn) return false;
  const proposedAgo = situation.since(deal.proposedOn);
  const isFresh = proposedAgo !== null && proposedAgo <= FRESH_PROPOSAL_BUSINESS_DAYS;
  return !isFresh && terms.every(({ group }) => group === 'K' || group === 'V');
}

/** Those left alone are read by when they come back: the soonest first, the open-ended last. */
function compareQuiet(a: Placement, b: Placement): number {
  if (a.until !== b.until) {
    if (!a.until) return 1;
    if (!b.until) return -1;
    return a.until < b.until ? -1 : 1;
  }
  return comparePlacements(a, b);
}

/** Returns the median amount of the open deals, by currency. */
export function mediansOf(deals: readonly Pick<Deal, 'state' | 'amount' | 'currency'>[]): Map<string, number> {
  const amounts = new Map<string, number[]>();
  for (const { state, amount, currency } of deals) {
    if (state !== 'open' || amount === null) continue;
    const known = amounts.get(currency ?? '');
    if (known) known.push(amount);
    else amounts.set(currency ?? '', [amount]);
  }
  return new Map([...amounts].map(([currency, list]) => [currency, median(list)]));
}

function median(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
