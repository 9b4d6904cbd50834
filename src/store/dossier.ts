import type { Kysely } from 'kysely';
import type { History, Outcome, Slip } from '../core/deal.ts';
import type { TrackedDeal } from '../core/situation.ts';
import { trackedDeal } from './deals.ts';
import { historiesOf, NO_HISTORY } from './history.ts';
import type { Schema } from './schema.ts';

/** A deal with everything recorded about it. */
export interface Dossier extends History {
  readonly deal: TrackedDeal;
  readonly slips: readonly Slip[];
  /** How it ended; null while it is open. */
  readonly outcome: Outcome | null;
  /** How it had ended before, the oldest first: reopening forgets nothing. */
  readonly earlierOutcomes: readonly Outcome[];
}

/** Returns the whole deal, or undefined where there is none of that number. */
export async function dossierOf(db: Kysely<Schema>, id: number): Promise<Dossier | undefined> {
  const deal = await trackedDeal(db, id);
  if (!deal) return undefined;
  const outcomes = await outcomesOf(db, id);
  const history = (await historiesOf(db, [id])).get(id) ?? NO_HISTORY;
  return {
    deal,
    ...history,
    slips: await slipsOf(db, id),
    outcome: (deal.state !== 'open' && outcomes.at(-1)) || null,
    earlierOutcomes: deal.state === 'open' ? outcomes : outcomes.slice(0, -1),
  };
}

async function slipsOf(db: Kysely<Schema>, dealId: number): Promise<Slip[]> {
  const rows = await db
    .selectFrom('slip')
    .select(['from_on as from', 'to_on as to', 'slipped_on as on'])
    .where('deal_id', '=', dealId)
    .orderBy('id')
    .execute();
  return rows as Slip[];
}

async function outcomesOf(db: Kysely<Schema>, dealId: number): Promise<Outcome[]> {
  const rows = await db
    .selectFrom('outcome')
    .select([
      'state',
      'ended_on as on',
      'words',
      'who',
      'channel',
      'reason',
      'factor',
      'fact',
      'revisit_on as revisitOn',
    ])
    .where('deal_id', '=', dealId)
    .orderBy('id')
    .execute();
  return rows as Outcome[];
}
