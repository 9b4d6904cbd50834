import { type Migration, text } from './migration.ts';

/** Who gave a command: the login on a server where a team works on one book, nobody elsewhere. */
export const author: Migration = {
  name: '009-author',
  async up(schema) {
    await schema.alterTable('step').addColumn('author', text).execute();
  },
};
