import { wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

/** Returns how to go on with the sample book, and how to start one's own. */
export function demoView(deals: number, file: string, { words, width, paint }: Page): string {
  const { demo } = words.screens;
  const path = printable(file);
  const shown = /[^\w./~:@+-]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : path;
  return [
    ...wrap(demo.made(deals, path), width),
    ...wrap(demo.goOn, width).map((line) => paint.strong(line)),
    ...[
      `followup --db ${shown} why 2`,
      `followup --db ${shown} note 1 --supplied security`,
      `followup --db ${shown}`,
    ].map((it) => `  ${it}`),
    paint.strong(demo.own),
    '  followup add',
    '  followup import deals.csv',
  ].join('\n');
}
