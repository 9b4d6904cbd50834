import { type Kysely, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/**
 * Returns the median amount of the open deals by currency, of this owner's where one is named: what was kept of them, or else
 * counted. Amounts without a currency go under ''.
 */
export async function openMedians(db: Kysely<Schema>, owner: string | undefined): Promise<Map<string, number>> {
  const kept = await db
    .selectFrom('median')
    .select('amounts')
    .where('owner', '=', owner ?? '')
    .executeTakeFirst();
  return kept ? textToMedians(kept.amounts) : countedMedians(db, owner);
}

/** Keeps the medians of this owner's open deals, or everybody's, until one of them may have moved. */
export async function keepMedians(
  db: Transaction<Schema>,
  owner: string,
  medians: ReadonlyMap<string, number>,
): Promise<void> {
  const row = { owner, amounts: mediansToText(medians) };
  await db
    .insertInto('median')
    .values(row)
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(row))
    .execute();
}

/** What a median moves with. */
const WEIGHING = ['state', 'amount', 'currency', 'owner'];

/** Returns whether a change of these columns of a deal may move a median. */
export function isWeighing(columns: readonly string[]): boolean {
  return columns.some((column) => WEIGHING.includes(column));
}

/**
 * Lets go of all medians. Without a condition: a rep of a team does not see everybody's, and a condition reaches only what is
 * seen. The rules of the team narrow it to the rep's own and everybody's.
 */
export async function forgetMedians(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('median').execute();
}

export function mediansToText(medians: ReadonlyMap<string, number>): string {
  return JSON.stringify([...medians].sort());
}

export function textToMedians(text: string): Map<string, number> {
  return new Map(JSON.parse(text) as [string, number][]);
}

/** Returns the medians as they are now, whatever was kept. */
export async function countedMedians(db: Kysely<Schema>, owner: string | undefined): Promise<Map<string, number>> {
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
