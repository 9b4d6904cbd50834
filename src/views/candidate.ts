import type { Candidate } from '../core/pick.ts';
import { clip } from './layout.ts';
import { legible } from './legible.ts';
import type { Page } from './page.ts';

/** The mark in front of a choice takes so much of the line. */
const MARK_WIDTH = 4;

/** Returns a deal as one line to choose it by: number, customer, title, and how it ended if it has. */
export function candidateText({ id, customer, title, state }: Candidate, { words, playbook, width }: Page): string {
  const parts = [
    `#${id}`,
    legible(customer, words),
    legible(title, words),
    state === 'open' ? '' : playbook.outcomes[state],
  ];
  const line = parts.filter((part) => part !== '').join('  ');
  return width === null ? line : clip(line, width - MARK_WIDTH);
}
