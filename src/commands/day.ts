import { isBarelyKnown, plan } from '../core/plan.ts';
import type { Placement } from '../core/priority.ts';
import type { TrackedDeal } from '../core/situation.ts';
import { inPlanOrder } from '../views/backlog.ts';
import { type Context, groundOf, scopeOf } from './context.ts';
import { spreadOf } from './spread.ts';

/** Whom `today` names, in its order, and the deals that were weighed for it. */
export interface Listed {
  readonly contact: readonly Placement[];
  readonly deals: readonly TrackedDeal[];
}

/** Returns the deals to contact today, as the book stands now. Those of which almost nothing is known stand on request only. */
export async function listedToday(
  context: Context,
  { withBarelyKnown }: { readonly withBarelyKnown: boolean },
): Promise<Listed> {
  const ground = await groundOf(context);
  const store = await context.store();
  const deals = await store.dealsOfDay(scopeOf(context, ground));
  const day = plan(deals, ground);
  const ordered = inPlanOrder(day.lists.contact, await spreadOf(context, store, day, ground));
  return { contact: ordered.filter((it) => withBarelyKnown || !isBarelyKnown(it)), deals };
}
