import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The amounts of the open deals, counted by currency: SQLite takes their index for that only where it begins with what all of them share. */
export const openAmount: Migration = {
  name: '010-openamount',
  async up(schema) {
    await schema.dropIndex('deal_by_open_amount').execute();
    await schema
      .createIndex('deal_by_open_amount')
      .on('deal')
      .columns(['state', 'currency', 'amount', 'owner'])
      .where(sql.ref('state'), '=', sql.lit('open'))
      .where(sql.ref('amount'), 'is not', null)
      .execute();
  },
};
