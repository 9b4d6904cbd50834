import type { AngleCode } from './codes.ts';
import type { Deal } from './deal.ts';
import { searchKey } from './text.ts';

/** What was said to a person before, and by them: so that no message says it again in the same words. */
export interface Told {
  /** How often each angle was used towards them, on all our deals with them. */
  readonly uses: Partial<Record<AngleCode, number>>;
  /** Their own words when the deal ended. */
  readonly oldReason: string | null;
}

/** What the book keeps of one deal. */
export type ToldByDeal = ReadonlyMap<number, Told>;

export const NOTHING_TOLD: Told = { uses: {}, oldReason: null };

type Person = Pick<Deal, 'id' | 'customer' | 'contact' | 'email'>;

/** Returns who finds the numbers of the deals with the same person: the same address, or the same name at the same customer. */
export function peopleIn(deals: readonly Person[]): (deal: Person) => readonly number[] {
  const byKey = new Map<string, number[]>();
  for (const deal of deals) {
    for (const key of keysOf(deal)) {
      const known = byKey.get(key);
      if (known) known.push(deal.id);
      else byKey.set(key, [deal.id]);
    }
  }
  return (deal) => [...new Set([deal.id, ...keysOf(deal).flatMap((key) => byKey.get(key) ?? [])])];
}

/** Returns what was told to a person over these deals; what they said is the deal's own. */
export function toldTo(dealId: number, dealIds: readonly number[], kept: ToldByDeal): Told {
  const uses: Partial<Record<AngleCode, number>> = {};
  for (const id of dealIds) {
    for (const [code, count] of Object.entries(kept.get(id)?.uses ?? {}) as [AngleCode, number][]) {
      uses[code] = (uses[code] ?? 0) + count;
    }
  }
  return { uses, oldReason: kept.get(dealId)?.oldReason ?? null };
}

function keysOf({ customer, contact, email }: Person): string[] {
  return [
    ...(email ? [`@${searchKey(email)}`] : []),
    ...(contact ? [`${searchKey(customer)}\n${searchKey(contact)}`] : []),
  ];
}
