import { addDays, type Day } from '../core/day.ts';
import { pauseOf } from '../core/pause.ts';
import type { Plan } from '../core/plan.ts';
import type { Ground } from '../core/situation.ts';
import { type Spread, spread } from '../core/spread.ts';
import type { Store } from '../store/store.ts';
import type { Context } from './context.ts';

/** So far back the journal is looked at for the day of return. */
const LOOKING_BACK_DAYS = 60;

/** Returns on which day each deal to contact comes. The journal is read only where they are too many for today. */
export async function spreadOf(
  { limit }: Context,
  store: Store,
  plan: Plan,
  { today, calendar }: Pick<Ground, 'today' | 'calendar'>,
): Promise<Spread> {
  const { contact } = plan.lists;
  const recordedOn = contact.length > limit ? await recordedDays(store, plan, today) : [];
  return spread(contact, { today, calendar, limit, pause: pauseOf(recordedOn, today, calendar) });
}

/** A book seen as on an earlier day has its journal still ahead: then the days of the contacts must do. */
async function recordedDays(store: Store, { lists }: Plan, today: Day): Promise<readonly Day[]> {
  const journalled = await store.recordedOn(addDays(today, -LOOKING_BACK_DAYS));
  if (journalled.some((day) => day <= today)) return journalled;
  return Object.values(lists).flatMap((list) =>
    list.flatMap(({ deal: { figures } }) =>
      [figures.lastContactOn, figures.lastSignalOn].filter((day): day is Day => day !== null),
    ),
  );
}
