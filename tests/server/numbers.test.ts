import { expect, test } from 'vitest';
import { blankDeal } from '../../src/core/deal.ts';
import { openStore } from '../support/book.ts';
import { freshAddress } from '../support/engine.ts';

test.each([1, 2, 7])('after a deal that brought the number %i, the next one counts on from it', async (id) => {
  const store = await openStore(await freshAddress());
  const ids = await store.change('restore', async (book) => [
    await book.addDeal({ ...blankDeal('Aoki'), id } as never),
    await book.addDeal(blankDeal('Sato')),
  ]);
  expect(ids).toEqual([id, id + 1]);
});
