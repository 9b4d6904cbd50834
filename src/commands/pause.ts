import { addDays, type Day } from '../core/day.ts';
import { type Pause, pauseOf } from '../core/pause.ts';
import type { Ground } from '../core/situation.ts';
import type { Store } from '../store/store.ts';

/** So far back the journal is looked at for the day of return. */
const LOOKING_BACK_DAYS = 60;

/** Returns the pause that the rep has come back from lately, or null. */
export async function pauseBefore(
  book: Pick<Store, 'recordedOn' | 'spokenOn'>,
  { today, calendar }: Pick<Ground, 'today' | 'calendar'>,
): Promise<Pause | null> {
  const since = addDays(today, -LOOKING_BACK_DAYS);
  const journalled = await book.recordedOn(since);
  // A book seen as on an earlier day has its journal still ahead: then the days of the contacts must do.
  const isAhead = !journalled.some((day: Day) => day <= today);
  return pauseOf(isAhead ? await book.spokenOn(since) : journalled, today, calendar);
}
