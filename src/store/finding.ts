import type { Facts } from '../core/failure.ts';

/** Something that a checkup found. `views/` has the words. */
export interface Finding {
  readonly code: string;
  readonly facts: Facts;
  /** Whether something is to be done about it; the rest is advice. */
  readonly isProblem: boolean;
  readonly isMended: boolean;
}

export function problem(code: string, facts: Facts, isMended = false): Finding {
  return { code, facts, isProblem: true, isMended };
}

export function advice(code: string, facts: Facts): Finding {
  return { code, facts, isProblem: false, isMended: false };
}
