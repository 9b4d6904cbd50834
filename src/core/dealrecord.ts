import type { Contact, Outcome } from './deal.ts';
import type { Ground, TrackedDeal } from './situation.ts';

/** What is on record of a deal when it is to end. */
export interface DealRecord {
  readonly deal: TrackedDeal;
  readonly contacts: readonly Contact[];
  /** How it ended, where it has. */
  readonly outcome: Outcome | null;
}

export type EndGround = Pick<Ground, 'today' | 'calendar'>;
