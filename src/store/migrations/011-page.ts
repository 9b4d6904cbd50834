import { type Kysely, sql } from 'kysely';
import { type Migration, text } from './migration.ts';

/**
 * The medians of the open amounts; the pages made of the standings, and what a standing was weighed by. A release made the last
 * two within 007, so books begun by it have them; they are looked for rather than made anew, since rights on a server hang on
 * the tables.
 */
export const page: Migration = {
  name: '011-page',
  async up(schema, table, db) {
    await table('page', undefined, { isUnnumbered: true })
      .ifNotExists()
      .addColumn('owner', text, (column) => column.notNull())
      .addColumn('key', text, (column) => column.notNull())
      .addColumn('medians', text, (column) => column.notNull())
      .addColumn('body', text, (column) => column.notNull())
      .addPrimaryKeyConstraint('page_key', ['owner', 'key'])
      .execute();
    await table('median', undefined, { isUnnumbered: true })
      .addColumn('owner', text, (column) => column.primaryKey())
      .addColumn('amounts', text, (column) => column.notNull())
      .execute();
    if (await hasBasis(db)) return;
    await schema
      .alterTable('ground')
      .addColumn('basis', text, (column) => column.notNull().defaultTo(''))
      .execute();
  },
};

/** Asked by reading it, which is the one way that both engines share: neither's own lists of columns are known to the other. */
async function hasBasis(db: Kysely<unknown>): Promise<boolean> {
  await sql`savepoint basis`.execute(db);
  try {
    await (db as Kysely<{ ground: { basis: string } }>).selectFrom('ground').select('basis').limit(1).execute();
    return true;
  } catch {
    await sql`rollback to savepoint basis`.execute(db);
    return false;
  }
}
