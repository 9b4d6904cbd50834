import type { Kysely } from 'kysely';
import { matchKey } from '../../core/match.ts';
import { type Migration, text } from './migration.ts';

interface Named {
  deal: { id: number; customer: string; title: string; match_key: string };
}

/** What an import finds a deal by that has no external id. */
export const match: Migration = {
  name: '003-match',
  async up(schema, _table, db) {
    await schema
      .alterTable('deal')
      .addColumn('match_key', text, (column) => column.notNull().defaultTo(''))
      .execute();
    const named = db as Kysely<Named>;
    for (const { id, ...deal } of await named.selectFrom('deal').select(['id', 'customer', 'title']).execute()) {
      await named
        .updateTable('deal')
        .set({ match_key: matchKey(deal) })
        .where('id', '=', id)
        .execute();
    }
    await schema.createIndex('deal_by_match_key').on('deal').column('match_key').execute();
  },
};
