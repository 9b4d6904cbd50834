import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { cellOf, keptOnFile, openStore } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshFolder } from '../support/folder.ts';

/** Books as older versions left them, by their last migration; each holds the sample deals of `demo` with their history. */
const BOOKS = join(import.meta.dirname, '..', 'fixtures', 'books');

const NAMES = readdirSync(BOOKS).map((name) => [name] as const);

test.each(NAMES)('%s opens in the newest version with every row', async (name) => {
  const folder = freshFolder();
  const file = taken(name, folder);
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

test.each(NAMES)('%s has its day looked at and kept', async (name) => {
  const file = keptOnFile(taken(name, freshFolder()));
  const desk = await setUpDesk({ today: '2026-11-24', onDisk: true });
  const first = await desk.run('today', '--db', file);
  expect([first.code, first.err]).toEqual([0, '']);
  expect(await cellOf(file, 'select count(*) from page')).toBeGreaterThan(0);
  expect(await desk.run('today', '--db', file)).toEqual(first);
});

test('books begun by different releases have one schema', async () => {
  const schemas = await Promise.all(
    [':fresh:', ...NAMES.flat()].map(async (name) => {
      const file = name === ':fresh:' ? join(freshFolder(), 'book.db') : taken(name, freshFolder());
      await (await openStore(keptOnFile(file))).close();
      return cellOf(
        file,
        `select group_concat(what, '; ') from (
          select t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || c.pk as what
          from sqlite_master t, pragma_table_info(t.name) c where t.type = 'table' order by 1)`,
      );
    }),
  );
  expect(new Set(schemas).size).toBe(1);
});

function taken(name: string, folder: string): string {
  const file = join(folder, 'book.db');
  copyFileSync(join(BOOKS, name), file);
  return file;
}
