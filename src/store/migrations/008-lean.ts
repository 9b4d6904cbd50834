import type { Kysely } from 'kysely';
import type { Migration } from './migration.ts';

interface WithFigures {
  deal: { id: number };
  figures: { deal_id: number };
}

/** What made a large import slow: figures of deals on which nothing was recorded yet. */
export const lean: Migration = {
  name: '008-lean',
  async up(_schema, _table, db) {
    let blank = (db as Kysely<WithFigures>).deleteFrom('figures');
    for (const part of ['contact', 'promise', 'question', 'material']) {
      blank = blank.where('deal_id', 'not in', (query) => query.selectFrom(part as never).select('deal_id' as never));
    }
    await blank.execute();
  },
};
