import { type Migration, text } from './migration.ts';

/** Since when a customer wanted a material, and when they got it: the status alone forgets the one as the other comes. */
export const wanted: Migration = {
  name: '002-wanted',
  async up(schema) {
    await schema.alterTable('material').addColumn('wanted_on', text).execute();
    await schema.alterTable('material').addColumn('supplied_on', text).execute();
  },
};
