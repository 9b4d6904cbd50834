import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Returns the number that the next contact, promise or question of a deal gets. */
export async function nextNumber(
  db: Transaction<Schema>,
  table: 'contact' | 'promise' | 'question',
  dealId: number,
): Promise<number> {
  const { last } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max('n').as('last'))
    .where('deal_id', '=', dealId)
    .executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}
