import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import type { TrackedDeal } from '../../src/core/situation.ts';
import type { Standing } from '../../src/core/standing.ts';
import type { PageWish } from '../../src/store/standings.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../support/book.ts';
import { freshAddress, MANY_AT_ONCE } from '../support/engine.ts';

/** Asks for a page that counts the open deals; `meanwhile` happens while it is being made, where it is. */
function counting(day: string, kind: string, meanwhile = async (): Promise<void> => undefined): PageWish<number> {
  return {
    today: day as Day,
    declinedSince: day as Day,
    stamp: '',
    shown: { quiet: Infinity, planned: { most: Infinity, days: [] } },
    kind,
    pageKey: '',
    footing: async (book) => {
      const medians = await book.openMedians();
      await meanwhile();
      return {
        medians,
        joinsFrom: day as Day,
        joinedOn: day as Day,
        weights: [],
        standingsOf: (deals) => deals.map(standing),
        pageOf: async ({ contact }) => contact.count,
      };
    },
  };
}

function standing({ id }: TrackedDeal): Standing {
  return {
    id,
    rank: String(id),
    list: 'contact',
    until: null,
    isBarelyKnown: false,
    isUndated: false,
    turnsOn: null,
    joined: null,
    pressing: [],
    cannotWait: false,
  };
}

async function add(store: Store, count: number): Promise<void> {
  await store.change('add', async (book) => {
    for (let n = 0; n < count; n += 1) await book.addDeal(blankDeal(`Customer ${n}`));
  });
}

const CHANGES: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
  ['adds a deal', (store) => add(store, 1)],
  ['imports many', (store) => add(store, 1_200)],
  ['takes back', (store) => store.undo(null, { isDry: false })],
  ['has all worked out anew', (store) => store.recomputeFigures()],
];

describe.runIf(MANY_AT_ONCE)('a page that is made while somebody else', () => {
  describe.each(CHANGES)('%s', (_what, change) => {
    test.each([
      ['the first of all', []],
      ['the first of a day', ['2025-07-22']],
      ['one of another kind', ['2025-07-23']],
    ])('is not believed longer than that (%s)', async (_when, before) => {
      const address = await freshAddress();
      const [looking, working] = [await openStore(address), await openStore(address)];
      await add(working, 5);
      await add(working, 1);
      const seen = async (kind: string): Promise<number> => (await looking.dayPage(counting('2025-07-23', kind))).page;
      for (const day of before) await looking.dayPage(counting(day, 'one'));
      let isChanged = false;
      const meanwhile = async (): Promise<void> => {
        if (isChanged) return;
        isChanged = true;
        await change(working);
      };
      await looking.dayPage(counting('2025-07-23', 'other', meanwhile));
      for (const kind of ['other', 'one', 'other']) expect(await seen(kind)).toBe(await looking.dealCount());
      await add(working, 1);
      for (const kind of ['one', 'other', 'one']) expect(await seen(kind)).toBe(await looking.dealCount());
    });
  });

  test('a page of another kind clears no mark that a stale one needs', async () => {
    const address = await freshAddress();
    const [looking, working] = [await openStore(address), await openStore(address)];
    await add(working, 5);
    const look = async (kind: string, meanwhile?: () => Promise<void>): Promise<number> =>
      (await looking.dayPage(counting('2025-07-22', kind, meanwhile))).page;
    await look('one');
    let isAdded = false;
    await look('other', async () => {
      if (!isAdded) await add(working, 1);
      isAdded = true;
    });
    expect([await look('third'), await look('other'), await look('one')]).toEqual([6, 6, 6]);
  });
});
