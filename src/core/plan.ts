import type { Deal } from './deal.ts';
import { LISTS, type ListName } from './lists.ts';
import { type Placement, place } from './priority.ts';
import { compareQuiet, compareRanks } from './rank.ts';
import type { Ground, TrackedDeal } from './situation.ts';

/** A day's work: every deal of the book on the list where the rule puts it, each list in order. */
export interface Plan {
  readonly today: Ground['today'];
  readonly ground: Ground;
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
  for (const name of LISTS)
    lists[name].sort(RANKED.includes(name) ? (a, b) => compareRanks(a.rank, b.rank) : compareQuiet);
  return { today: ground.today, ground: weighed, lists };
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
