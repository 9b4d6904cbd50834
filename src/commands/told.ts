import type { Deal } from '../core/deal.ts';
import { NOTHING_TOLD, peopleIn, toldTo } from '../core/told.ts';
import type { DayScope } from '../store/deals.ts';
import type { Store } from '../store/store.ts';
import type { ToldTo } from '../views/today.ts';

/** Returns what was said before to the people of these deals, so that `today` and `draft` open in the same words. */
export async function toldAbout(
  store: Pick<Store, 'dealsWithPeopleOf' | 'told'>,
  scope: DayScope,
  deals: readonly Deal[],
): Promise<ToldTo> {
  if (deals.length === 0) return () => NOTHING_TOLD;
  const dealsWith = peopleIn(await store.dealsWithPeopleOf(scope, deals));
  const withPerson = new Map(deals.map((deal) => [deal.id, dealsWith(deal)]));
  const kept = await store.told([...new Set([...withPerson.values()].flat())]);
  return ({ deal }) => toldTo(deal.id, withPerson.get(deal.id) ?? [deal.id], kept);
}
