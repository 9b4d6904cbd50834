import type { Day } from '../core/day.ts';
import type { Outcome } from '../core/deal.ts';
import { wrap } from './layout.ts';
import type { Page } from './page.ts';

/** What follows from an end. */
export interface AfterEnd {
  /** The last day for asking why, where that is still open. */
  readonly askWhyBy: Day | null;
  /** Whether a quiet that they had asked for is over with it. */
  readonly isQuietOver: boolean;
}

/** Returns that a deal has ended, and what comes next. */
export function closedView(
  id: number,
  { state, revisitOn }: Outcome,
  { askWhyBy, isQuietOver }: AfterEnd,
  page: Page,
): string {
  const { close } = page.words;
  const lines = [
    close.ended(id, page.playbook.outcomes[state]),
    close.next[state],
    ...(state === 'withdrawn' && !revisitOn ? [close.theirTurn] : []),
    ...(isQuietOver ? [close.quietOver] : []),
    ...(askWhyBy ? [close.askWhy(id, page.days.short(askWhyBy))] : []),
    ...(revisitOn ? [close.comesBack(page.days.short(revisitOn))] : []),
  ];
  return lines.flatMap((line) => wrap(line, page.width)).join('\n');
}
