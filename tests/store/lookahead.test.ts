import { expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { matchKey } from '../../src/core/match.ts';
import type { Book } from '../../src/store/book.ts';
import type { DealName } from '../../src/store/matching.ts';
import { openStore } from '../support/book.ts';

const ON = '2025-07-22' as Day;

function named(name: Partial<DealName>): DealName {
  const { customer = '', title = '' } = name;
  return { uid: null, externalId: null, customer, title, key: matchKey({ customer, title }), ...name };
}

/** Returns which deals the names stand for, looked up one by one after they were looked up together. */
async function found(names: readonly DealName[], between: (book: Book) => Promise<unknown>): Promise<unknown[]> {
  const store = await openStore(':memory:');
  const matches = await store.change('import', async (book) => {
    await book.addDeal({ ...blankDeal('Aoki'), externalId: 'a' });
    await book.addDeal(blankDeal('Sato'));
    await book.lookAhead(names);
    await between(book);
    const matched = [];
    for (const name of names) {
      const match = await book.matchedDeal(name, () => false);
      // What is known to be new is: that it is new need not be known.
      if (book.isNew(name)) expect(match.is).toBe('new');
      matched.push(match);
    }
    return matched.map((match) => (match.is === 'one' ? [match.deal.id, match.deal.title] : match.is));
  });
  await store.close();
  return matches;
}

test.each<[string, (book: Book) => Promise<unknown>, readonly unknown[]]>([
  ['nothing happens', async () => undefined, [[1, ''], [2, ''], 'new']],
  [
    'one is added under an id',
    (book) => book.addDeal({ ...blankDeal('Mori'), externalId: 'm' }),
    [
      [1, ''],
      [2, ''],
      [3, ''],
    ],
  ],
  ['one is added under a name', (book) => book.addDeal(blankDeal('ＳＡＴＯ')), [[1, ''], 'many', 'new']],
  ['one changes', (book) => book.editDeal(1, { title: 'stock' }, ON), [[1, 'stock'], [2, ''], 'new']],
  [
    'one is given an id',
    (book) => book.editDeal(2, { externalId: 'm' }, ON),
    [
      [1, ''],
      [2, ''],
      [2, ''],
    ],
  ],
  ['one is called otherwise', (book) => book.editDeal(2, { customer: 'Kato' }, ON), [[1, ''], 'new', 'new']],
])('what was looked up ahead still holds when %s', async (_what, between, expected) => {
  const names = [named({ externalId: 'a' }), named({ customer: 'Sato' }), named({ externalId: 'm', customer: 'Mori' })];
  expect(await found(names, between)).toEqual(expected);
});

test('where hundreds share a name, each row finds what it would have found alone', async () => {
  const store = await openStore(':memory:');
  await store.change('import', async (book) => {
    for (let n = 0; n < 450; n += 1) await book.addDeal(blankDeal('Sato'));
    await book.addDeal(blankDeal('Aoki'));
    const names = ['Sato', 'Aoki', 'Mori'].map((customer) => named({ customer }));
    await book.lookAhead(names);
    const matches = await Promise.all(names.map((name) => book.matchedDeal(name, () => false)));
    expect(matches.map(({ is }) => is)).toEqual(['many', 'one', 'new']);
  });
  await store.close();
});
