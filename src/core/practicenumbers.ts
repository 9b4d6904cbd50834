import type { Answers, DecisionDates, Reasons } from './answers.ts';
import type { GiveDue } from './givedue.ts';
import type { Replies } from './replies.ts';
import type { Waits } from './waits.ts';

/** Contacts of ours that reached somebody, each counted once; attempts that nobody answered stand apart. */
export interface ContactCounts {
  readonly total: number;
  readonly gives: number;
  readonly asks: number;
  readonly notices: number;
  readonly statusOnly: number;
  /** Talks and messages that were none of these. */
  readonly other: number;
  readonly unreached: number;
  /** Between 0 and 1, or null without a contact. */
  readonly statusOnlyShare: number | null;
}

/** What is counted of a period; the one suggestion is taken from it. */
export interface PracticeNumbers {
  readonly answers: Answers;
  readonly reasons: Reasons;
  readonly contacts: ContactCounts & { readonly previous: ContactCounts };
  readonly waits: Readonly<Record<'materials' | 'questions', Waits>>;
  readonly decisions: DecisionDates;
  readonly angles: readonly Replies[];
  readonly giveDue: GiveDue | null;
}
