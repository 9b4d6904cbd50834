import type { Outcome, State } from './deal.ts';
import { ERASED } from './erased.ts';
import { Refusal } from './failure.ts';
import { isSilence } from './silence.ts';
import { isPlaceholder } from './testimony.ts';

/** A deal as it is about to stand in the book, with the last outcome kept of it. */
export interface StandingDeal {
  readonly id: number;
  readonly state: State;
  readonly reason: string | null;
  readonly outcome: Pick<Outcome, 'state' | 'words' | 'who' | 'channel' | 'reason' | 'fact'> | null;
  /** Whether the reason was asked for, once. */
  readonly wasAskedWhy: boolean;
}

/**
 * Throws where a deal would stand as ended without the outcome that says so. Every change passes here before it is on
 * disk, by whatever way the row came: an edit, an import, an undo, a restored row.
 */
export function assertLawful(deal: StandingDeal): void {
  if (!isLawful(deal)) throw new Refusal('unlawful_end', { id: deal.id, state: deal.state });
}

/** Returns whether a deal is open, or has ended as its outcome says. */
export function isLawful(deal: StandingDeal): boolean {
  return (
    deal.state === 'open' || (isTold(deal) && (deal.state !== 'lost' || isToldLoss(deal.outcome, deal.wasAskedWhy)))
  );
}

function isTold({ state, reason, outcome }: StandingDeal): boolean {
  return outcome !== null && outcome.state === state && outcome.reason === reason;
}

/** Returns whether a loss is the customer's: in their words, through somebody, by a channel, with their reason. */
export function isToldLoss(outcome: StandingDeal['outcome'], wasAskedWhy: boolean): boolean {
  if (!outcome?.words || !outcome.who || !outcome.channel || !outcome.reason) return false;
  // Words that were erased with a person had passed the gate when they were told.
  if (outcome.words !== ERASED && (isPlaceholder(outcome.words) || isSilence(outcome.words))) return false;
  if (outcome.reason === 'other') return outcome.fact !== null;
  return outcome.reason !== 'undisclosed' || wasAskedWhy;
}
