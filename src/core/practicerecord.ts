import type { Calendar } from './calendar.ts';
import type { MaterialCode } from './codes.ts';
import type { Rule } from './coefficients.ts';
import type { Day } from './day.ts';
import type { Contact, Deal } from './deal.ts';
import type { Period } from './period.ts';

/** What is read of the book for a review: nothing older than the period before. */
export interface PracticeRecord {
  /** Open and dormant deals, and those that ended in the period. */
  readonly deals: readonly ReviewedDeal[];
  readonly contacts: readonly ReviewedContact[];
  readonly waits: readonly Wait[];
  readonly slips: readonly { readonly deal: DealName; readonly from: Day; readonly to: Day; readonly on: Day }[];
}

export type DealName = Pick<Deal, 'id' | 'customer' | 'title'>;

/** A deal with how it ended: the customer's reason, and the rep's own guess at what we did. */
export type ReviewedDeal = DealName &
  Pick<Deal, 'state' | 'closedOn' | 'proposedOn' | 'decisionOn' | 'reason'> & { readonly factor: string | null };

export type ReviewedContact = Omit<Contact, 'text'> & { readonly dealId: number };

/** Something the customer asked for: a material or a question. `until` is null while they still wait. */
export interface Wait {
  readonly kind: 'material' | 'question';
  readonly deal: DealName;
  readonly material: MaterialCode | null;
  readonly text: string;
  readonly since: Day;
  readonly until: Day | null;
}

/** What a review is made on. The state of the book is today's; the period says which events count. */
export interface PracticeGround {
  readonly period: Period;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly rule: Rule;
}
