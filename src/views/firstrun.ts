import { padEnd, widthOf } from './layout.ts';
import type { Page } from './page.ts';

const WIDE = 80;

/** Returns what somebody sees who has no deals yet: the ways to begin, in two lines where they fit. */
export function firstRunView({ words, width }: Page): string {
  const { emptyBook, emptyBookTitle } = words.screens.today;
  if (width !== null && width < WIDE) {
    return [
      emptyBookTitle,
      ...emptyBook.flatMap(([label, ...commands]) => [label, ...commands.map((it) => `  ${it}`)]),
    ].join('\n');
  }
  const labels = emptyBook.map(([label], at) => (at === 0 ? `${emptyBookTitle} ${label}` : label));
  const labelWidth = Math.max(...labels.map(widthOf)) + 3;
  return emptyBook
    .map(([, ...commands], at) => padEnd(labels[at] ?? '', labelWidth) + commands.join('    '))
    .join('\n');
}
