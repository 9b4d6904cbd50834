import type { Language } from '../core/deal.ts';
import type { NoteFlags } from '../core/entry.ts';

/** A sample deal: flags and notes as a rep would type them, with days as distances from today (`@-3bd`, `@+10d`). */
export interface DemoDeal {
  readonly flags: Readonly<Record<string, string | boolean>>;
  readonly entries: readonly (NoteFlags & { readonly text: string })[];
  readonly hold?: { readonly until: string; readonly on: string; readonly words: string };
  readonly snooze?: string;
  readonly ended?: { readonly state: 'won' | 'declined'; readonly on: string; readonly words: string };
}

export interface DemoBook {
  readonly language: Language;
  readonly deals: readonly DemoDeal[];
}

/** Returns the sample book of a language; it is loaded only when it is asked for. */
export async function readDemo(language: Language): Promise<DemoBook> {
  const { default: book } =
    language === 'ja' ? await import('../../data/demo.ja.json') : await import('../../data/demo.en.json');
  return book as unknown as DemoBook;
}
