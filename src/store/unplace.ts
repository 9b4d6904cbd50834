import { type Kysely, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import { AT_ONCE } from './bulk.ts';
import { runKept } from './keptquery.ts';
import { forgetMedians } from './medians.ts';
import type { Schema } from './schema.ts';

/** What a standing is that is worth nothing any more: nor is it known when the deal joined a list. */
export const UNPLACED = { list: null, joined_on: null } as const;

/**
 * Marks the standings of these deals as worth nothing any more. Whatever changes a deal ends with this. However many they are,
 * each is marked: whoever is making a page meanwhile does not see this change, and the marks outlast what they write.
 */
export async function unplace(db: Transaction<Schema>, dealIds: readonly number[]): Promise<void> {
  if (dealIds.length === 0) return;
  await deletePages(db);
  for (let at = 0; at < dealIds.length; at += AT_ONCE) {
    const ids = dealIds.slice(at, at + AT_ONCE);
    const build = () =>
      marking(db, db.selectFrom('deal').where('id', 'in', ids), db.selectFrom('standing').where('deal_id', 'in', ids));
    // An import has thousands of whole batches, and compiling one takes longer than marking it.
    if (ids.length < AT_ONCE) await build().execute();
    else await runKept(db, 'marks', build, [...ids, ...ids, ...ids, ...Object.values(UNPLACED)]);
  }
}

/** Does the same where deals may be gone. They took their marks with them: another one, of the same owner in a rep's sight, speaks for them. */
export async function unplaceGone(db: Transaction<Schema>, dealIds: readonly number[]): Promise<void> {
  // The condition holds for all, and has the number's index asked.
  const [left] = await db.selectFrom('deal').select('id').where('id', '>', 0).orderBy('id').limit(1).execute();
  await unplace(db, left ? [...dealIds, left.id] : dealIds);
}

/** Marks all standings as worth nothing any more, and lets go of all that was made of them. */
export async function unplaceAll(db: Kysely<Schema>): Promise<void> {
  await deletePages(db);
  await forgetMedians(db);
  // SQLite would take the conflict that follows for a join's condition.
  const standings = db.selectFrom('standing').where(({ lit }) => lit(true));
  await marking(db, db.selectFrom('deal'), standings).execute();
}

function marking(
  db: Kysely<Schema>,
  deals: SelectQueryBuilder<Schema, 'deal', unknown>,
  standings: SelectQueryBuilder<Schema, 'standing', unknown>,
) {
  return db
    .insertInto('standing')
    .columns(['deal_id', 'owner'])
    .expression(
      // Everybody's, whether there are any or not: a rep of a team does not see them.
      deals
        .select(['id', sql<string>`''`.as('owner')])
        // Its owner's, who may be making theirs now.
        .union(deals.where('owner', 'is not', null).select(['id', 'owner as owner']).$narrowType<{ owner: string }>())
        // And of whoever had it before.
        .union(standings.select(['deal_id as id', 'owner'])),
    )
    .onConflict((conflict) => conflict.columns(['deal_id', 'owner']).doUpdateSet(UNPLACED));
}

/** The deals that have changed since they were placed among this owner's. */
export function unplaced(db: Kysely<Schema>, owner: string) {
  return db
    .selectFrom('standing')
    .select('standing.deal_id')
    .where('standing.owner', '=', owner)
    .where('standing.list', 'is', null);
}

/** Deletes the pages that rest on this owner's standings, and all that are in sight where those are all that may be. */
export async function deletePagesOf(
  db: Kysely<Schema>,
  owner: string,
  { isAll }: { readonly isAll: boolean },
): Promise<void> {
  if (isAll) return deletePages(db);
  // Somebody who sees all may have made theirs of this owner's deals, and the owner has made their own.
  await db.deleteFrom('page').where('owner', 'in', ['', owner]).execute();
}

/**
 * Without a condition: a rep of a team does not see everybody's page, and a condition reaches only what is seen. The rules of the
 * team narrow it to the rep's own and everybody's.
 */
async function deletePages(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('page').execute();
}
