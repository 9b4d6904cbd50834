import type { Placement } from '../core/priority.ts';
import type { Page } from './page.ts';

/** Returns the one fact worth saying when the quiet runs past the customer's own next day; empty where it does not. */
export function holdConflictText({ conflict, milestone }: Placement, { words, days }: Page): string {
  if (!conflict || !milestone) return '';
  const { links, why, said } = words.screens;
  const link = milestone.code === 'approval_start' ? links.approval : why.latestUseful;
  return said.holdConflict(link, days.short(milestone.on));
}
