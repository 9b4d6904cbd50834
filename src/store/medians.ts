import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Schema } from './schema.ts';

/** Returns the median amount of the open deals by currency, of this owner's where one is named. Amounts without one go under ''. */
export async function openMedians(db: Kysely<Schema>, owner: string | undefined): Promise<Map<string, number>> {
  const counts = await openAmounts(db, owner)
    .select(['currency', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('currency')
    .execute();
  const medians = new Map<string, number>();
  for (const { currency, count } of counts) {
    const last = Number(count) - 1;
    const middle = await openAmounts(db, owner)
      .select('amount')
      .where('currency', currency === null ? 'is' : '=', currency)
      .orderBy('amount')
      .limit(1 + (last % 2))
      .offset(Math.floor(last / 2))
      .execute();
    medians.set(currency ?? '', middle.reduce((sum, { amount }) => sum + (amount ?? 0), 0) / middle.length);
  }
  return medians;
}

/** Written out as in the index of these amounts, which is used for nothing else. */
function openAmounts<Row>(db: Kysely<Schema>, owner: string | undefined): SelectQueryBuilder<Schema, 'deal', Row> {
  const open = db
    .selectFrom('deal')
    .where('state', '=', sql.lit('open'))
    .where('amount', 'is not', null) as unknown as SelectQueryBuilder<Schema, 'deal', Row>;
  return owner === undefined ? open : open.where('owner', '=', owner);
}
