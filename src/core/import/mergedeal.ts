import type { Deal, DealFields, DealPatch } from '../deal.ts';
import type { ImportedDeal } from './row.ts';

/**
 * Returns what another system's row changes of a deal; nothing where it says what is known. A wish not to be contacted is never
 * taken back, and an amount without a currency keeps the deal's own; `currency` is for a deal that has none.
 */
export function changesOf(
  deal: Deal,
  { fields, lacksCurrency }: Pick<ImportedDeal, 'fields' | 'lacksCurrency'>,
  { currency }: { readonly currency: string | null },
): DealPatch {
  const given: Partial<DealFields> = {
    ...fields,
    ...(lacksCurrency && deal.currency === null ? { currency } : {}),
    ...(deal.doNotContact ? { doNotContact: true } : {}),
  };
  return Object.fromEntries(
    Object.entries(given).filter(([field, value]) => !isSame(deal[field as keyof DealFields], value)),
  ) as DealPatch;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && one.join() === other.join());
}
