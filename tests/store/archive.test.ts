import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ArchivedDeal } from '../../src/core/archive.ts';
import { blankDeal } from '../../src/core/deal.ts';
import type { DealFilter } from '../../src/store/deals.ts';
import type { Store } from '../../src/store/store.ts';
import { NOON, openStore } from '../support/book.ts';
import { contacts, day } from '../support/deals.ts';
import { MANY_AT_ONCE } from '../support/engine.ts';
import { freshFolder } from '../support/folder.ts';

async function bookOf(count: number, file = ':memory:'): Promise<Store> {
  const store = await openStore(file);
  await store.change('add', async (book) => {
    for (let n = 1; n <= count; n += 1)
      await book.addDeal({ ...blankDeal(`Customer ${n}`), owner: n % 2 ? 'Mori' : 'Sato' });
  });
  return store;
}

function pagesOf(store: Store, filter: DealFilter = {}): Promise<(readonly ArchivedDeal[])[]> {
  return store.snapshot(async (book) => {
    const pages: (readonly ArchivedDeal[])[] = [];
    for await (const page of book.deals(filter)) pages.push(page);
    return pages;
  });
}

test.each([
  [0, []],
  [1, [1]],
  [500, [500]],
  [501, [500, 1]],
  [1203, [500, 500, 203]],
])('%d deals come page by page, each once and in order', async (count, sizes) => {
  const store = await bookOf(count);
  const pages = await pagesOf(store);
  expect(pages.map((page) => page.length)).toEqual(sizes);
  expect(pages.flat().map(({ id }) => id)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  expect(new Set(pages.flat().map(({ uid }) => uid)).size).toBe(count);
  await store.close();
});

test('each deal has its own history, and the filter holds', async () => {
  const store = await bookOf(600);
  const [told] = contacts({ on: '2025-07-01', text: 'sent the case' });
  await store.change('note', async (book) => {
    if (told) await book.recordContact(599, told);
    await book.setMaterial(599, 'roi', 'wanted', day('2025-07-02'));
    await book.setMaterial(599, 'roi', 'supplied', day('2025-07-09'));
  });
  const found = (await pagesOf(store, { owner: 'Mori', words: ['customer'] })).flat();
  expect(found).toHaveLength(300);
  expect(found.filter((deal) => deal.contacts.length > 0)).toMatchObject([
    {
      id: 599,
      contacts: [{ n: 1, text: 'sent the case', statusOnly: false }],
      materials: [{ code: 'roi', status: 'supplied', wantedOn: '2025-07-02', suppliedOn: '2025-07-09' }],
    },
  ]);
  await store.close();
});

test.runIf(MANY_AT_ONCE)('the book is shown as of one moment, while another program goes on writing', async () => {
  const file = join(freshFolder(), 'book.db');
  const [reader, writer] = [await bookOf(501, file), await openStore(file)];
  const found = await reader.snapshot(async (book) => {
    const names: string[] = [];
    for await (const page of book.deals({})) {
      names.push(...page.map(({ customer }) => customer));
      await writer.change('add', (other) => other.addDeal(blankDeal('Late')));
    }
    return names;
  });
  expect([found.length, found.includes('Late'), await reader.dealCount()]).toEqual([501, false, 503]);
  await Promise.all([reader.close(), writer.close()]);
});

test('it says when it was last changed', async () => {
  const store = await bookOf(0);
  const changedAt = () => store.snapshot((book) => book.changedAt());
  expect(await changedAt()).toBeNull();
  await store.change('add', (book) => book.addDeal(blankDeal('Aoki')));
  expect(await changedAt()).toBe(NOON);
  await store.close();
});
