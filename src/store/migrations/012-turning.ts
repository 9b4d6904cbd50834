import { type Kysely, sql } from 'kysely';
import { type Migration, number, text } from './migration.ts';

/** What a rank was kept as, before it was one text that sorts. */
const FORMER = [
  'owed',
  'score',
  'milestone_on',
  'last_signal_on',
  'joined_owed',
  'joined_score',
  'joined_milestone_on',
] as const;

/**
 * When a standing turns by the passing of time alone, and the day on which all of them were right: the next day only those that
 * have turned are placed anew. Ranks as texts that sort, so that a page reads the few deals that it shows. What was kept
 * otherwise is let go; it is worked out again.
 */
export const turning: Migration = {
  name: '012-turning',
  async up(schema, _table, db) {
    for (const table of ['page', 'standing', 'ground'] as const) {
      await (db as Kysely<Record<typeof table, object>>).deleteFrom(table).execute();
    }
    for (const column of FORMER) await schema.alterTable('standing').dropColumn(column).execute();
    for (const column of ['rank', 'joined_rank', 'turns_on']) {
      await schema.alterTable('standing').addColumn(column, text).execute();
    }
    await schema.alterTable('standing').addColumn('cannot_wait', number).execute();
    await schema
      .alterTable('ground')
      .addColumn('placed_on', text, (column) => column.notNull().defaultTo(''))
      .execute();
    await schema.dropIndex('standing_by_list').execute();
    await schema
      .createIndex('standing_by_list')
      .on('standing')
      .columns(['owner', 'list', 'barely_known', 'undated', 'cannot_wait', 'turns_on'])
      .execute();
    await schema
      .createIndex('standing_by_joined_rank')
      .on('standing')
      .columns(['owner', 'joined_rank'])
      .where(sql.ref('pressing'), 'is not', null)
      .execute();
  },
};
