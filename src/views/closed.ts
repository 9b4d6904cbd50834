import type { Day } from '../core/day.ts';
import type { Outcome } from '../core/deal.ts';
import { wrap } from './layout.ts';
import type { Page } from './page.ts';

/** Returns that a deal has ended, and what comes next. `askWhyBy` is the last day for asking why, where it is still open. */
export function closedView(id: number, { state, revisitOn }: Outcome, askWhyBy: Day | null, page: Page): string {
  const { close } = page.words;
  const lines = [
    close.ended(id, page.playbook.outcomes[state]),
    close.next[state],
    ...(state === 'withdrawn' && !revisitOn ? [close.theirTurn] : []),
    ...(askWhyBy ? [close.askWhy(id, page.days.short(askWhyBy))] : []),
    ...(revisitOn ? [close.comesBack(page.days.short(revisitOn))] : []),
  ];
  return lines.flatMap((line) => wrap(line, page.width)).join('\n');
}
