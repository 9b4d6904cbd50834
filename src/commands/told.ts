import type { Placement } from '../core/priority.ts';
import { NOTHING_TOLD, peopleIn, toldTo } from '../core/told.ts';
import type { Store } from '../store/store.ts';
import type { ToldTo } from '../views/today.ts';
import { type Context, groundOf, scopeOf } from './context.ts';

/** Returns what was said before to the people of these deals, so that `today` and `draft` open in the same words. */
export async function toldAbout(
  context: Context,
  placements: readonly Placement[],
  open?: { readonly store: Store; readonly deals: readonly Placement['deal'][] },
): Promise<ToldTo> {
  if (placements.length === 0) return () => NOTHING_TOLD;
  const store = open?.store ?? (await context.store());
  const deals = open?.deals ?? (await store.dealsOfDay(scopeOf(context, await groundOf(context))));
  const dealsWith = peopleIn(deals);
  const withPerson = new Map(placements.map(({ deal }) => [deal.id, dealsWith(deal)]));
  const kept = await store.told([...new Set([...withPerson.values()].flat())]);
  return ({ deal }) => toldTo(deal.id, withPerson.get(deal.id) ?? [deal.id], kept);
}
