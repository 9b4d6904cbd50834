import type { Placement } from '../core/priority.ts';
import type { Backlog, Spread } from '../core/spread.ts';
import { indented, wrap } from './layout.ts';
import type { Page } from './page.ts';

/** So many of the days to come are named. */
const DAYS_NAMED = 4;

/** Returns what is said under the day's title where the list is worked off over several days. */
export function backlogText({ pressing, pause, days }: Backlog, page: Page): string {
  const [first, ...further] = days;
  if (!first) return '';
  const text = page.words.spread.backlog({
    waiting: days.reduce((total, { count }) => total + count, 0),
    pressing: pressing.size,
    first: first.count,
    firstOn: first.on === page.today ? null : page.days.short(first.on),
    furtherDays: further.length,
    occasion: !pause?.since ? 'long' : pause.backOn === page.today ? 'back' : 'plan',
  });
  return wrap(text, page.width).join('\n');
}

/** Returns the lines that name the days to come. */
export function daysToCome({ days }: Backlog, indent: string, page: Page): string[] {
  const further = days.slice(1);
  const named = further.slice(0, DAYS_NAMED).map(({ on, count }) => [page.days.short(on), count] as const);
  return indented(page.words.spread.toCome(named, further.length > DAYS_NAMED), indent, page.width);
}

/** Returns the deals by their planned day: what cannot wait first, else in the order of the list. */
export function inPlanOrder(contact: readonly Placement[], { plannedOn, backlog }: Spread): Placement[] {
  const dayOf = ({ deal }: Placement): string => plannedOn.get(deal.id) ?? '';
  const canWait = ({ deal }: Placement): number => (backlog?.pressing.has(deal.id) ? 0 : 1);
  return contact.toSorted((a, b) => (dayOf(a) === dayOf(b) ? canWait(a) - canWait(b) : dayOf(a) < dayOf(b) ? -1 : 1));
}
