import { type Kysely, sql, type Transaction } from 'kysely';
import { forgetMedians } from './medians.ts';
import type { Schema } from './schema.ts';

/** More deals than these changed at once: then all are placed anew, rather than each marked. */
const MOST_MARKED = 1_000;

/** Marks the standings of these deals as worth nothing any more. Whatever changes a deal ends with this. */
export async function unplace(db: Transaction<Schema>, dealIds: readonly number[]): Promise<void> {
  if (dealIds.length === 0) return;
  if (dealIds.length > MOST_MARKED) return unplaceAll(db);
  await deletePages(db);
  const ids = [...dealIds];
  const changed = db.selectFrom('deal').where('id', 'in', ids);
  await db
    .insertInto('standing')
    .columns(['deal_id', 'owner'])
    .expression(
      // Everybody's, whether there are any or not: a rep of a team does not see them.
      changed
        .select(['id', sql<string>`''`.as('owner')])
        // Its owner's, who may be making theirs now.
        .union(changed.where('owner', 'is not', null).select(['id', 'owner as owner']).$narrowType<{ owner: string }>())
        // And of whoever had it before.
        .union(db.selectFrom('standing').select(['deal_id as id', 'owner']).where('deal_id', 'in', ids)),
    )
    .onConflict((conflict) => conflict.columns(['deal_id', 'owner']).doUpdateSet({ list: null }))
    .execute();
}

/** Marks all standings as worth nothing any more. */
export async function unplaceAll(db: Kysely<Schema>): Promise<void> {
  await deletePages(db);
  await forgetMedians(db);
  await db.deleteFrom('ground').execute();
}

/** The deals that have changed since they were placed among this owner's. */
export function unplaced(db: Kysely<Schema>, owner: string) {
  return db
    .selectFrom('standing')
    .select('standing.deal_id')
    .where('standing.owner', '=', owner)
    .where('standing.list', 'is', null);
}

/**
 * Without a condition: a rep of a team does not see everybody's page, and a condition reaches only what is seen. The rules of the
 * team narrow it to the rep's own and everybody's.
 */
async function deletePages(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('page').execute();
}
