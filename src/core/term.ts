import type { MaterialCode } from './codes.ts';
import type { CoefficientName, Unit } from './coefficients.ts';
import type { Day } from './day.ts';

export type Group = 'W' | 'T' | 'K' | 'S' | 'V' | 'R' | 'B';

export const TERM_GROUPS = {
  promise_overdue: 'W',
  promise_today: 'W',
  question_open: 'W',
  material_requested: 'W',
  thanks_owed: 'W',
  next_due: 'W',
  milestone_near: 'T',
  milestone_passed: 'T',
  decision_after_latest: 'T',
  decision_passed: 'T',
  decision_near: 'T',
  promise_soon: 'T',
  next_soon: 'T',
  no_decision_date: 'K',
  no_next_step: 'K',
  route_unknown: 'K',
  essential_missing: 'K',
  no_goal_date: 'K',
  give_gap: 'K',
  silence: 'S',
  value: 'V',
  revisit_reached: 'R',
  declined_no_reason: 'R',
  status_run: 'B',
  recent_contact: 'B',
  unanswered: 'B',
  second_channel: 'B',
} as const satisfies Record<string, Group>;

export type TermCode = keyof typeof TERM_GROUPS;

/** Why a deal stands where it does: one line of the arithmetic. `views/` has the words. */
export interface Term {
  readonly code: TermCode;
  readonly group: Group;
  readonly points: number;
  /** The day it rests on, where there is one. */
  readonly on: Day | null;
  /** The measured value (days late, contacts in a row …), with its unit. */
  readonly value: number | null;
  readonly unit: Unit | null;
  /** The number of the table it was weighed with. */
  readonly coefficient: CoefficientName;
  /** Which promise or question it is. */
  readonly n?: number;
  readonly materials?: readonly MaterialCode[];
}

/** Returns a term; its group follows from its code. */
export function term(
  code: TermCode,
  points: number,
  coefficient: CoefficientName,
  more: Partial<Pick<Term, 'on' | 'value' | 'unit' | 'n' | 'materials'>> = {},
): Term {
  return { code, group: TERM_GROUPS[code], points, on: null, value: null, unit: null, coefficient, ...more };
}

export function sum(terms: readonly Term[]): number {
  return terms.reduce((total, { points }) => total + points, 0);
}
