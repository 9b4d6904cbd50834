import type { Verdict } from '../core/wording.ts';

export type FindingCode =
  | 'status_question'
  | 'status_phrase'
  | 'hidden_status'
  | 'false_urgency'
  | 'guilt'
  | 'effort_tally'
  | 'fake_reply'
  | 'keigo_company'
  | 'keigo_title'
  | 'keigo_double'
  | 'keigo_understood'
  | 'keigo_hasty'
  | 'keigo_causative';

/** What the wording check says. */
export interface CheckWords {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Said where nothing was found, neither given nor amiss. */
  readonly plain: string;
  readonly clean: string;
  readonly line: (number: number) => string;
  readonly instead: string;
  /** Why a finding weakens the message. */
  readonly why: Readonly<Record<FindingCode, string>>;
  /** What to write in its place, in the message's own language; facts the rep must bring are blanks. */
  readonly better: Readonly<Record<FindingCode, string>>;
  readonly askText: string;
}
