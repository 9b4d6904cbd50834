import { blankDeal, type Deal, type DealFields, type DealPatch } from './deal.ts';
import type { ImportedDeal } from './importrow.ts';

/** What an import may never blank: what a deal is known by, and a customer's wish. */
const KEPT: readonly (keyof DealFields)[] = ['customer', 'title', 'externalId', 'doNotContact', 'booked'];

/**
 * Returns what another system's row changes of a deal; nothing where it says what is known. A wish not to be contacted is never
 * taken back, a bare amount keeps the deal's currency, and a blank cell takes nothing away unless `blanked` names its field.
 */
export function changesOf(
  deal: Deal,
  { fields, usualCurrency }: Pick<ImportedDeal, 'fields' | 'usualCurrency'>,
  blanked: readonly (keyof DealFields)[],
): DealPatch {
  const blank = blankDeal('');
  const given: Partial<DealFields> = {
    ...Object.fromEntries(blanked.filter((field) => !KEPT.includes(field)).map((field) => [field, blank[field]])),
    ...fields,
    ...(usualCurrency !== null && deal.currency === null ? { currency: usualCurrency } : {}),
    ...(deal.doNotContact ? { doNotContact: true } : {}),
  };
  return Object.fromEntries(
    Object.entries(given).filter(([field, value]) => !isSame(deal[field as keyof DealFields], value)),
  ) as DealPatch;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && one.join() === other.join());
}
