import type { Day } from './day.ts';

/** From where a day is spoken of: a date without a year is the next one to come or, leaning behind, the last one. */
export interface Speaker {
  readonly today: Day;
  readonly lean: 'ahead' | 'behind';
}

/** The named parts of a text that a form's pattern found. */
export type DayParts = Readonly<Record<string, string | undefined>>;

/** One way to say a day: a pattern for the whole text, and the day that its parts mean, if there is such a day. */
export type DayForm = readonly [pattern: RegExp, dayFor: (parts: DayParts, speaker: Speaker) => Day | undefined];
