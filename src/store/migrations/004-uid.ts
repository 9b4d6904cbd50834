import type { Kysely } from 'kysely';
import { newUid } from '../uid.ts';
import { type Migration, text } from './migration.ts';

interface Identified {
  deal: { id: number; uid: string };
}

/** What a deal is known by outside of its book, in a calendar and in another book: numbers collide, external ids change. */
export const uid: Migration = {
  name: '004-uid',
  async up(schema, _table, db) {
    await schema.alterTable('deal').addColumn('uid', text).execute();
    const deals = db as Kysely<Identified>;
    for (const { id } of await deals.selectFrom('deal').select('id').execute()) {
      await deals.updateTable('deal').set({ uid: newUid() }).where('id', '=', id).execute();
    }
    await schema.createIndex('deal_by_uid').on('deal').column('uid').unique().execute();
  },
};
