import { type Kysely, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** More deals than these changed at once: then all are placed anew, rather than each marked. */
const MOST_MARKED = 1_000;

/** Marks the standings of these deals as worth nothing any more. Whatever changes a deal ends with this. */
export async function unplace(db: Transaction<Schema>, dealIds: readonly number[]): Promise<void> {
  if (dealIds.length === 0) return;
  if (dealIds.length > MOST_MARKED) return unplaceAll(db);
  await deletePages(db);
  await db
    .insertInto('standing')
    .columns(['deal_id', 'owner'])
    .expression((eb) =>
      eb
        .selectFrom([
          // Everybody's among them in any case: whether there are any, a rep of a team does not see.
          eb
            .selectFrom('ground')
            .select('owner')
            .union(db.selectNoFrom(sql<string>`''`.as('owner')))
            // As well as its owner's, who may be making theirs now.
            .union(
              db
                .selectFrom('deal')
                .select((it) => it.fn.coalesce('owner', sql<string>`''`).as('owner'))
                .where('id', 'in', [...dealIds]),
            )
            .as('kept'),
          'deal',
        ])
        .select(['deal.id', 'kept.owner'])
        .where('deal.id', 'in', [...dealIds]),
    )
    .onConflict((conflict) => conflict.columns(['deal_id', 'owner']).doUpdateSet({ list: null }))
    .execute();
}

/** Marks all standings as worth nothing any more. */
export async function unplaceAll(db: Kysely<Schema>): Promise<void> {
  await deletePages(db);
  await db.deleteFrom('ground').execute();
}

/**
 * Without a condition: a rep of a team does not see everybody's page, and a condition reaches only what is seen. The rules of the
 * team narrow it to the rep's own and everybody's.
 */
async function deletePages(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('page').execute();
}
