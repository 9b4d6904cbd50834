import { sql } from 'kysely';
import { type Migration, number, text } from './migration.ts';

/**
 * Where every deal stood on the day that was looked at last, so that the next look need not weigh the whole book again; and
 * the amounts of the open deals in order, for their median. Addresses are what deals with the same person are found by.
 */
export const standing: Migration = {
  name: '007-standing',
  async up(schema, table) {
    await table('ground', undefined, { isUnnumbered: true })
      .addColumn('owner', text, (column) => column.primaryKey())
      .addColumn('stamp', text, (column) => column.notNull())
      .addColumn('medians', text, (column) => column.notNull())
      .execute();
    await table('standing', undefined, { isUnnumbered: true })
      .addColumn('deal_id', number, (column) => column.notNull().references('deal.id').onDelete('cascade'))
      .addColumn('owner', text, (column) => column.notNull())
      .addColumn('list', text)
      .addColumn('owed', number)
      .addColumn('score', 'real')
      .addColumn('milestone_on', text)
      .addColumn('last_signal_on', text)
      .addColumn('until_on', text)
      .addColumn('barely_known', number)
      .addColumn('undated', number)
      .addColumn('joined_on', text)
      .addColumn('joined_owed', number)
      .addColumn('joined_score', 'real')
      .addColumn('joined_milestone_on', text)
      .addColumn('pressing', text)
      .addPrimaryKeyConstraint('standing_key', ['deal_id', 'owner'])
      .execute();
    await schema.createIndex('standing_by_list').on('standing').columns(['owner', 'list']).execute();
    await schema
      .createIndex('deal_by_open_amount')
      .on('deal')
      .columns(['currency', 'amount', 'owner'])
      .where(sql.ref('state'), '=', sql.lit('open'))
      .where(sql.ref('amount'), 'is not', null)
      .execute();
    await schema
      .createIndex('deal_by_email')
      .on('deal')
      .expression(sql`lower(email)`)
      .where(sql.ref('email'), 'is not', null)
      .execute();
    await schema.createIndex('step_by_instant').on('step').column('at').execute();
  },
};
