import type { Kysely } from 'kysely';
import type { AngleCode } from '../core/codes.ts';
import type { Told } from '../core/told.ts';
import type { Schema } from './schema.ts';

/** A statement can name only so many; beyond, the whole table is read. */
const MOST_NAMED = 1000;

/** Returns, by deal, how often each angle was used towards the customer, and their words when it ended. */
export async function toldOf(db: Kysely<Schema>, dealIds: readonly number[]): Promise<Map<number, Told>> {
  const told = new Map<number, { uses: Partial<Record<AngleCode, number>>; oldReason: string | null }>();
  if (dealIds.length === 0) return told;
  const isMany = dealIds.length > MOST_NAMED;
  for (const id of dealIds) told.set(id, { uses: {}, oldReason: null });
  const used = await db
    .selectFrom('contact')
    .select(({ fn }) => ['deal_id as dealId', 'angle', fn.countAll<number>().as('count')])
    .$if(!isMany, (query) => query.where('deal_id', 'in', [...dealIds]))
    .where('side', '=', 'us')
    .where('no_answer', '=', 0)
    .where('angle', 'is not', null)
    .groupBy(['deal_id', 'angle'])
    .execute();
  for (const { dealId, angle, count } of used) {
    const found = told.get(dealId);
    if (found) found.uses[angle as AngleCode] = Number(count);
  }
  const ended = await db
    .selectFrom('outcome')
    .innerJoin('deal', 'deal.id', 'outcome.deal_id')
    .select(['outcome.deal_id as dealId', 'outcome.words'])
    .$if(!isMany, (query) => query.where('outcome.deal_id', 'in', [...dealIds]))
    .where('deal.state', '!=', 'open')
    .orderBy('outcome.id')
    .execute();
  for (const { dealId, words } of ended) {
    const found = told.get(dealId);
    if (found) found.oldReason = words;
  }
  return told;
}
