import { wrap } from './layout.ts';
import type { Page } from './page.ts';

/** Returns how to go on with the sample book, and how to start one's own. */
export function demoView(deals: number, file: string, { words, width, paint }: Page): string {
  const { demo } = words.screens;
  const shown = /[^\w./~:@+-]/.test(file) ? `'${file}'` : file;
  return [
    ...wrap(demo.made(deals, file), width),
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
