import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { blankDeal } from '../../src/core/deal.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import type { Migration } from '../../src/store/migrations/migration.ts';
import { cellOf, openStore } from '../support/book.ts';
import { freshFolder } from '../support/folder.ts';

const released = [...MIGRATIONS];
const list = MIGRATIONS as Migration[];

afterEach(() => void list.splice(0, list.length, ...released));

const addMood: Migration = {
  name: '999-mood',
  async up(schema) {
    await schema.alterTable('deal').addColumn('mood', 'text').execute();
  },
};

const breakHalfway: Migration = {
  name: '999-broken',
  async up(schema) {
    await schema.alterTable('deal').addColumn('mood', 'text').execute();
    throw new Error('the power went out');
  },
};

async function oldBook(): Promise<string> {
  const file = join(freshFolder(), 'book.db');
  const store = await openStore(file);
  await store.change('add', (book) => book.addDeal({ ...blankDeal('Aoki'), amount: 1_200_000, currency: 'JPY' }));
  await store.close();
  return file;
}

describe('a book of an older version', () => {
  test('keeps its rows while its schema is brought up to date', async () => {
    const file = await oldBook();
    list.push(addMood);
    const store = await openStore(file);
    expect(await store.deals({})).toMatchObject([{ customer: 'Aoki', amount: 1_200_000 }]);
    await store.close();
    expect(await cellOf(file, 'pragma user_version')).toBe(released.length + 1);
    expect(await cellOf(file, "select count(*) from pragma_table_info('deal') where name = 'mood'")).toBe(1);
  });

  test('is as it was when a migration fails halfway', async () => {
    const file = await oldBook();
    list.push(breakHalfway);
    await expect(openStore(file)).rejects.toThrow('the power went out');
    expect(await cellOf(file, 'pragma user_version')).toBe(released.length);
    expect(await cellOf(file, "select count(*) from pragma_table_info('deal') where name = 'mood'")).toBe(0);
    list.pop();
    const store = await openStore(file);
    expect(await store.dealCount()).toBe(1);
    await store.close();
  });

  test('keeps no migration where a later one failed: nobody meets a book that is half new', async () => {
    const file = await oldBook();
    list.push(addMood, { ...breakHalfway, up: async () => Promise.reject(new Error('later')) });
    await expect(openStore(file)).rejects.toThrow('later');
    expect(await cellOf(file, 'pragma user_version')).toBe(released.length);
  });

  test('is not written to when nothing is to be done', async () => {
    const file = await oldBook();
    const before = readFileSync(file);
    await (await openStore(file)).close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

test('migrations are numbered without a gap, so that their order can be read off their names', () => {
  expect(released.map(({ name }) => Number(name.slice(0, 3)))).toEqual(released.map((_, index) => index + 1));
});
