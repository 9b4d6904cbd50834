import { ERASED } from '../core/erased.ts';
import { printable, printableLines } from './printable.ts';
import type { Words } from './words.ts';

/** Returns a recorded text as it is shown on one line; what was erased says so in the reader's language. */
export function legible(text: string, words: Pick<Words, 'screens'>): string {
  return printable(text).replaceAll(ERASED, words.screens.erased);
}

/** As `legible`, for a text of several lines, which stand one after another. */
export function legibleLines(text: string, words: Pick<Words, 'screens'>): string {
  return printableLines(text).replaceAll(ERASED, words.screens.erased).split('\n').join(' / ');
}
