import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { cellOf, openStore } from '../support/book.ts';
import { freshFolder } from '../support/folder.ts';

/** Books as older versions left them, by their last migration; each holds the sample deals of `demo` with their history. */
const BOOKS = join(import.meta.dirname, '..', 'fixtures', 'books');

test.each(readdirSync(BOOKS).map((name) => [name]))('%s opens in the newest version with every row', async (name) => {
  const folder = freshFolder();
  const file = join(folder, 'book.db');
  copyFileSync(join(BOOKS, name), file);
  const rows = async (): Promise<unknown[]> => {
    const tables = ['deal', 'contact', 'material', 'question', 'promise', 'outcome', 'change'];
    return Promise.all(tables.map((table) => cellOf(file, `select count(*) from ${table}`)));
  };
  const before = await rows();
  const store = await openStore(file);
  expect(await store.dealCount()).toBe(15);
  expect(await rows()).toEqual(before);
  expect(await cellOf(file, 'pragma user_version')).toBe(MIGRATIONS.length);
  expect(await cellOf(file, 'select count(distinct uid) from deal')).toBe(15);
  // The old file is kept before anything in it changes.
  expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);

  const figures = () => cellOf(file, "select group_concat(deal_id || last_contact_on || promises, '|') from figures");
  const kept = await figures();
  // Kept of no deal on which nothing was recorded.
  expect(await cellOf(file, 'select count(*) from figures where deal_id in (select deal_id from contact)')).toBe(
    await cellOf(file, 'select count(*) from figures'),
  );
  await store.recomputeFigures();
  expect(await figures()).toBe(kept);

  // What was recorded by the old version is taken back and brought again by the new one.
  await store.undo(null, { isDry: false });
  expect(await store.dealCount()).toBe(0);
  await store.redo({ isDry: false });
  expect([await store.dealCount(), await figures()]).toEqual([15, kept]);
  await store.close();
});
