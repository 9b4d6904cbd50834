import type { Day } from '../../src/core/day.ts';
import type { EndedState, Outcome } from '../../src/core/deal.ts';
import { checkOutcome } from '../../src/core/outcome.ts';
import type { Book } from '../../src/store/book.ts';
import { WEEKENDS } from './deals.ts';

/** An outcome of which only what is named is said. */
export function claimOf(
  state: EndedState,
  on: string,
  said: Partial<{ [Field in keyof Outcome]: string | null }> = {},
): Outcome {
  const unsaid = { words: null, who: null, channel: null, reason: null, factor: null, fact: null, revisitOn: null };
  return { ...unsaid, ...said, state, on } as Outcome;
}

/** A loss with all that it needs. */
export const TOLD = { words: 'The budget was cut.', who: 'Ms Sato', channel: 'phone', reason: 'budget' } as const;

/** Ends a deal through its gate on the day of the outcome. */
export async function endAs(book: Book, dealId: number, claim: Outcome): Promise<void> {
  await book.settle();
  const dossier = await book.dossier(dealId);
  if (!dossier) throw new Error(`no deal ${dealId}`);
  await book.endDeal(dealId, checkOutcome(claim, dossier, { today: claim.on as Day, calendar: WEEKENDS }));
}
