import type { Calendar } from '../core/calendar.ts';
import type { Rule } from '../core/coefficients.ts';
import type { Page } from './page.ts';

/** The pages of `followup help <topic>`. */
export const TOPICS = ['method', 'dates', 'import', 'exit-codes', 'json'] as const;
export type Topic = (typeof TOPICS)[number];

/** A term and what it means. */
export type Row = readonly [term: string, meaning: string];

/** A piece of a page: a paragraph, a heading, a table of terms, or command lines to copy. */
export type Block =
  | string
  | { readonly heading: string }
  | { readonly rows: readonly Row[] }
  | { readonly typed: readonly string[] };

/** What holds here and today, so that a page can say it as it is. */
export interface TopicFacts {
  readonly page: Page;
  readonly rule: Rule;
  readonly calendar: Calendar;
  /** The currency of an amount that names none. */
  readonly currency: string | null;
  readonly holidayCountry: string;
  readonly closedDays: string | null;
}

/** Returns the pieces of a topic's page. */
export type TopicPage = (facts: TopicFacts) => readonly Block[];
