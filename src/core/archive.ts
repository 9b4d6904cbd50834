import type { Day } from './day.ts';
import type { Deal, History, Material, Outcome, Slip } from './deal.ts';

/** A material with how long the customer waited for it. */
export interface ArchivedMaterial extends Material {
  readonly wantedOn: Day | null;
  readonly suppliedOn: Day | null;
}

/**
 * A deal with everything recorded of it: what an export takes out and an import brings back. Its figures follow from it, and
 * the reason and the revisit day of a deal that has ended are those of its last outcome.
 */
export interface ArchivedDeal extends Omit<Deal, 'reason' | 'revisitOn'>, History {
  /** Its name for ever: numbers are the book's own, and customers get renamed. */
  readonly uid: string;
  readonly materials: readonly ArchivedMaterial[];
  readonly slips: readonly Slip[];
  /** Every end it has had, the oldest first. Unless it is open, the last one stands. */
  readonly outcomes: readonly Outcome[];
}
