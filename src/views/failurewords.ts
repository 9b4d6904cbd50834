import type { Facts } from '../core/failure.ts';

/** What went wrong, and what to do about it. */
export interface FailureText {
  readonly message: string;
  readonly hint: string;
}

export type FailureWords = Readonly<Record<string, (facts: Facts) => FailureText>>;
