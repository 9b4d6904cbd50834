import { type Migration, text } from './migration.ts';

/** Who wished not to be contacted and was forgotten: nothing but salted fingerprints of what they are known by. */
export const silence: Migration = {
  name: '006-silence',
  async up(_schema, table) {
    await table('silence')
      .addColumn('salt', text, (column) => column.notNull())
      .addColumn('print', text, (column) => column.notNull().unique())
      .execute();
  },
};
