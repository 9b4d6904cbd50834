import type { Unit } from '../core/coefficients.ts';
import type { TermCode } from '../core/term.ts';

/** The facts a term's sentence may use, already written as text where they are days or names. */
export interface TermFacts {
  readonly item: string;
  readonly items: readonly string[];
  readonly on: string;
  /** Whether that day is this very day: on a Saturday no business day has passed since Friday. */
  readonly isToday: boolean;
  readonly value: number;
  readonly goalOn: string;
  readonly latestOn: string;
  readonly milestone: 'approval_start' | 'latest_useful' | null;
  /** Approval should have begun already. */
  readonly isLate: boolean;
}

/** One language's words for the terms of the rule. */
export interface TermWords {
  /** A whole sentence for what raises a deal; a clause without its full stop for a brake. */
  readonly reasons: Readonly<Record<TermCode, (facts: TermFacts) => string>>;
  readonly names: Readonly<Record<TermCode, string>>;
  /** A material as a sentence names it: "the ROI estimate". */
  aMaterial(name: string): string;
  measure(unit: Unit, value: number): string;
}

/** Returns the items in a row, the last joined by its own word; of more than three, how many are left is said by `more`. */
export function fewOf(
  items: readonly string[],
  { join, lastJoin, more }: { join: string; lastJoin: string; more: (count: number) => string },
): string {
  const shown = items.slice(0, 3);
  if (items.length > 3) return shown.join(join) + more(items.length - shown.length);
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(join)}${lastJoin}${last}`;
}
