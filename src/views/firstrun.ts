import { padEnd, widthOf } from './layout.ts';
import type { Page } from './page.ts';

/** Returns what somebody sees who has no deals yet: the two ways to begin. */
export function firstRunView({ words, width }: Page): string {
  const { emptyBook, emptyBookTitle } = words.screens.today;
  const labelWidth = Math.max(...emptyBook.map(([label]) => widthOf(label))) + 3;
  const isWide = width === null || width >= 72;
  const lines = emptyBook.map(([label, ...commands]) =>
    isWide ? padEnd(label, labelWidth) + commands.join('    ') : [label, ...commands.map((it) => `  ${it}`)].join('\n'),
  );
  return [emptyBookTitle, ...lines].join('\n');
}
