import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Returns whether any deal is this owner's. */
export async function isOwner(db: Kysely<Schema>, name: string): Promise<boolean> {
  const found = await db.selectFrom('deal').select('id').where('owner', '=', name).limit(1).executeTakeFirst();
  return found !== undefined;
}

/** Returns everybody who has deals, by name. */
export async function ownerNames(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db.selectFrom('deal').select('owner').distinct().where('owner', 'is not', null).execute();
  return rows.map(({ owner }) => owner ?? '').sort();
}
