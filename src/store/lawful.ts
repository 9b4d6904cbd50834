import type { Compilable, Kysely, Transaction } from 'kysely';
import type { Outcome, State } from '../core/deal.ts';
import { assertLawful, isLawful, type StandingDeal } from '../core/lawful.ts';
import { runKept } from './keptquery.ts';
import type { Schema } from './schema.ts';

/** Engines bind a limited number of values in one statement. */
const AT_ONCE = 500;

/**
 * Throws where one of these deals would stand as ended without the outcome that says so. It looks at the rows themselves, so
 * no way into the tables leads around it.
 */
export async function assertLawfulDeals(db: Transaction<Schema>, ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    for (const deal of await endedDeals(db, ids.slice(at, at + AT_ONCE))) assertLawful(deal);
  }
}

/** Returns the deals of the whole book that stand as ended without the outcome that says so. */
export async function unlawfulDeals(db: Kysely<Schema>): Promise<number[]> {
  const ended = await db.selectFrom('deal').select('id').where('state', '!=', 'open').orderBy('id').execute();
  const unlawful: number[] = [];
  for (let at = 0; at < ended.length; at += AT_ONCE) {
    const ids = ended.slice(at, at + AT_ONCE).map(({ id }) => id);
    const deals = (await endedDeals(db, ids)).filter((deal) => !isLawful(deal));
    unlawful.push(...deals.map(({ id }) => id));
  }
  return unlawful;
}

/** Runs a query that names these deals and then these values; for a full batch it is compiled once. */
function runForMany<Row>(
  db: Kysely<Schema>,
  ids: readonly number[],
  key: string,
  values: readonly unknown[],
  build: () => Compilable<Row> & { execute(): Promise<Row[]> },
): Promise<Row[]> {
  return ids.length < AT_ONCE ? build().execute() : runKept(db, key, build, [...ids, ...values]);
}

async function endedDeals(db: Kysely<Schema>, ids: readonly number[]): Promise<StandingDeal[]> {
  const deals = await runForMany(db, ids, 'ended deals', ['open'], () =>
    db.selectFrom('deal').select(['id', 'state', 'reason']).where('id', 'in', ids).where('state', '!=', 'open'),
  );
  if (deals.length === 0) return [];
  const outcomes = await runForMany(db, ids, 'outcomes of deals', [], () =>
    db
      .selectFrom('outcome')
      .select(['deal_id', 'state', 'words', 'who', 'channel', 'reason', 'fact'])
      .where('deal_id', 'in', ids)
      .orderBy('id'),
  );
  // The last one stands.
  const last = new Map(outcomes.map(({ deal_id, ...outcome }) => [deal_id, outcome as Omit<Outcome, 'on'>]));
  const asked = await runForMany(db, ids, 'asked why', ['lossreason', 0], () =>
    db
      .selectFrom('contact')
      .select('deal_id')
      .where('deal_id', 'in', ids)
      .where('angle', '=', 'lossreason')
      .where('no_answer', '=', 0),
  );
  const askedWhy = new Set(asked.map(({ deal_id }) => deal_id));
  return deals.map(({ id, state, reason }) => ({
    id,
    state: state as State,
    reason,
    outcome: last.get(id) ?? null,
    wasAskedWhy: askedWhy.has(id),
  }));
}
