import type { Outline } from '../core/outline.ts';
import { indented, wrap } from './layout.ts';
import type { Page } from './page.ts';

/** So many of the days to come are named. */
export const DAYS_NAMED = 4;

type Backlog = NonNullable<Outline['backlog']>;

/** Returns what is said under the day's title where the list is worked off over several days. */
export function backlogText({ pressing, pause, waiting, dayCount, days }: Backlog, page: Page): string {
  const [first] = days;
  if (!first) return '';
  const text = page.words.spread.backlog({
    waiting,
    pressing,
    first: first.count,
    firstOn: first.on === page.today ? null : page.days.short(first.on),
    furtherDays: dayCount - 1,
    occasion: !pause?.since ? 'long' : pause.backOn === page.today ? 'back' : 'plan',
  });
  return wrap(text, page.width).join('\n');
}

/** Returns the lines that name the days to come. */
export function daysToCome({ days, dayCount }: Backlog, indent: string, page: Page): string[] {
  const named = days.slice(1, 1 + DAYS_NAMED).map(({ on, count }) => [page.days.short(on), count] as const);
  return indented(page.words.spread.toCome(named, dayCount - 1 > DAYS_NAMED), indent, page.width);
}
