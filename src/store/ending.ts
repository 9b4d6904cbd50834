import { type Deal, ENDING_FIELDS } from '../core/deal.ts';
import type { CheckedOutcome } from '../core/outcome.ts';
import type { Row } from './columns.ts';

/** Ending a deal takes an outcome; what the types say is said once more to whoever goes around them. */
export function refuseEnding(patch: object): void {
  const given = ENDING_FIELDS.filter((field) => field in patch);
  if (given.length > 0) throw new Error(`only an outcome sets ${given.join(', ')}`);
}

/** Returns the fields of a deal that its outcome sets. */
export function endingOf({ outcome, closedOn }: CheckedOutcome): Partial<Deal> {
  const { state, reason, revisitOn } = outcome;
  return { state, closedOn, reason, revisitOn };
}

/** Returns the row that keeps how a deal ended. */
export function toOutcomeRow(dealId: number, { outcome }: CheckedOutcome): Row {
  const { on, revisitOn, ...said } = outcome;
  return { deal_id: dealId, ended_on: on, revisit_on: revisitOn, ...said };
}
