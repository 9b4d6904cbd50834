import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { staleDeals } from '../../src/store/figures.ts';
import { openEngine } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';
import { NOON, openStore } from '../support/book.ts';
import { freshAddress, MANY_AT_ONCE, serverRows } from '../support/engine.ts';

const CROWD = 8;
const EACH = 15;

const CONTACT = {
  on: '2025-07-21' as Day,
  from: 'us',
  channel: 'email',
  angle: 'info',
  statusOnly: false,
  gives: true,
  noAnswer: false,
  toldLatestOn: null,
  text: 'sent the case study',
} as const;

describe.runIf(MANY_AT_ONCE)('several at once on one book', () => {
  async function crowd(): Promise<{ address: string; stores: readonly Store[] }> {
    const address = await freshAddress();
    const stores = await Promise.all(Array.from({ length: CROWD }, () => openStore(address)));
    return { address, stores };
  }

  test('make its tables once', async () => {
    const address = await freshAddress();
    await serverRows(address, `drop schema if exists ${new URL(address).searchParams.get('schema')} cascade`);
    const stores = await Promise.all(Array.from({ length: CROWD }, () => openStore(address)));
    expect(await Promise.all(stores.map((store) => store.dealCount()))).toEqual(stores.map(() => 0));
    expect(await serverRows(address, 'select count(*) as count from followup_book')).toEqual([{ count: 1 }]);
  });

  test('add deals that all stand, each with its own number', async () => {
    const { stores } = await crowd();
    const ids = await Promise.all(
      stores.map(async (store, who) => {
        const own: number[] = [];
        for (let n = 0; n < EACH; n += 1)
          own.push(await store.change('add', (book) => book.addDeal(blankDeal(`Customer ${who}-${n}`))));
        return own;
      }),
    );
    expect(new Set(ids.flat()).size).toBe(CROWD * EACH);
    expect(await stores[0]?.dealCount()).toBe(CROWD * EACH);
  });

  test('note on one deal: every contact counts, and the figures know them all', async () => {
    const { address, stores } = await crowd();
    await stores[0]?.change('add', (book) => book.addDeal(blankDeal('Aoki')));
    await Promise.all(
      stores.map(async (store) => {
        for (let n = 0; n < EACH; n += 1) await store.change('note', (book) => book.recordContact(1, CONTACT));
      }),
    );
    const contacts = (await stores[0]?.dossier(1))?.contacts ?? [];
    expect(contacts.map(({ n }) => n)).toEqual(Array.from({ length: CROWD * EACH }, (_, n) => n + 1));
    const { db } = await openEngine(address, () => NOON);
    expect(await staleDeals(db)).toEqual([]);
    await db.destroy();
  });

  test('what one read before another wrote is read again: nothing is lost', async () => {
    const { stores } = await crowd();
    await stores[0]?.change('add', (book) => book.addDeal({ ...blankDeal('Aoki'), amount: 0 }));
    await Promise.all(
      stores.map((store) =>
        store.change('edit', async (book) => {
          const amount = (await book.dossier(1))?.deal.amount ?? 0;
          return book.editDeal(1, { amount: amount + 1 }, CONTACT.on);
        }),
      ),
    );
    expect((await stores[0]?.dossier(1))?.deal.amount).toBe(CROWD);
  });

  test('a long import gets its turn between short notes', async () => {
    const { stores } = await crowd();
    const [importer, ...others] = stores as [Store, ...Store[]];
    await importer.change('add', (book) => book.addDeal(blankDeal('Aoki')));
    let isOver = false;
    const importing = importer
      .change('import', async (book) => {
        for (let n = 0; n < 300; n += 1) await book.addDeal(blankDeal(`Customer ${n}`));
        await book.editDeal(1, { amount: 1 }, CONTACT.on);
      })
      .finally(() => {
        isOver = true;
      });
    const notes = await Promise.all(
      others.map(async (store) => {
        let count = 0;
        for (; !isOver; count += 1) await store.change('note', (book) => book.recordContact(1, CONTACT));
        return count;
      }),
    );
    await importing;
    const dossier = await importer.dossier(1);
    const noted = notes.reduce((sum, count) => sum + count, 0);
    expect([await importer.dealCount(), dossier?.deal.amount, dossier?.contacts.length]).toEqual([301, 1, noted]);
  });
});
