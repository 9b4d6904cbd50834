import type { Day } from '../core/day.ts';
import type { Language } from '../core/deal.ts';
import type { Playbook } from '../core/playbook.ts';
import { type DayWords, dayWords } from './day.ts';
import { printable } from './printable.ts';
import { type Words, wordsOf } from './words.ts';

/** Weights and hues; they never carry meaning alone. */
export interface Paint {
  strong(text: string): string;
  faint(text: string): string;
  accent(text: string): string;
  warm(text: string): string;
  /** Leads to an encoded address with its scheme, or to a file by its whole path, where the terminal can; it takes no room. */
  link(text: string, target: string): string;
}

/** What a view needs besides its data: the language and its words, the day it is seen from, width and weight. */
export interface Page {
  readonly words: Words;
  readonly days: DayWords;
  readonly playbook: Playbook;
  /** The playbook of a contact's own language, which may differ from the interface's. */
  readonly playbookOf: (language: Language) => Playbook;
  readonly today: Day;
  /** Whose page it is, where somebody looks at another one's; their own is not named. */
  readonly whose?: string;
  /** Columns to wrap at, or null in a pipe. */
  readonly width: number | null;
  readonly paint: Paint;
}

export function createPage(options: {
  readonly language: Language;
  readonly today: Day;
  readonly width: number | null;
  readonly paint: Paint;
  readonly playbookOf: (language: Language) => Playbook;
}): Page {
  const { language, playbookOf, ...rest } = options;
  return {
    ...rest,
    words: wordsOf(language),
    days: dayWords(language, options.today),
    // What only lists the commands has loaded none.
    get playbook() {
      return playbookOf(language);
    },
    playbookOf,
  };
}

/** Returns a heading with whose page it is, where that was asked for. */
export function titled(title: string, { whose, words }: Page): string {
  return whose === undefined ? title : words.screens.whose(printable(whose), title);
}
