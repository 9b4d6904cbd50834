import type { Transaction } from 'kysely';
import type { Outcome, State } from '../core/deal.ts';
import { assertLawful } from '../core/lawful.ts';
import type { Schema } from './schema.ts';

/** Engines bind a limited number of values in one statement. */
const AT_ONCE = 500;

/**
 * Throws where one of these deals would stand as ended without the outcome that says so. It looks at the rows themselves, so
 * no way into the tables leads around it.
 */
export async function assertLawfulDeals(db: Transaction<Schema>, ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) await assertLawfulOnes(db, ids.slice(at, at + AT_ONCE));
}

async function assertLawfulOnes(db: Transaction<Schema>, ids: readonly number[]): Promise<void> {
  const deals = await db
    .selectFrom('deal')
    .select(['id', 'state', 'reason'])
    .where('id', 'in', ids)
    .where('state', '!=', 'open')
    .execute();
  if (deals.length === 0) return;
  const outcomes = await db
    .selectFrom('outcome')
    .select(['deal_id', 'state', 'words', 'who', 'channel', 'reason', 'fact'])
    .where('deal_id', 'in', ids)
    .orderBy('id')
    .execute();
  // The last one stands.
  const last = new Map(outcomes.map(({ deal_id, ...outcome }) => [deal_id, outcome as Omit<Outcome, 'on'>]));
  const asked = await db
    .selectFrom('contact')
    .select('deal_id')
    .where('deal_id', 'in', ids)
    .where('angle', '=', 'lossreason')
    .where('no_answer', '=', 0)
    .execute();
  const askedWhy = new Set(asked.map(({ deal_id }) => deal_id));
  for (const { id, state, reason } of deals) {
    assertLawful({ id, state: state as State, reason, outcome: last.get(id) ?? null, wasAskedWhy: askedWhy.has(id) });
  }
}
