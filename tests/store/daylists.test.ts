import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { listed } from '../../src/core/listed.ts';
import { LISTS } from '../../src/core/lists.ts';
import { byRule, type Standing } from '../../src/core/standing.ts';
import { dayLists } from '../../src/store/daylists.ts';
import { openEngine } from '../../src/store/open.ts';
import { toRow } from '../../src/store/standingrow.ts';
import { openStore } from '../support/book.ts';
import { freshAddress, ON_FILE, runs } from '../support/engine.ts';
import { freshFolder } from '../support/folder.ts';

const TODAY = '2025-07-22' as Day;
const DEALS = 40;
const on = fc.integer({ min: -9, max: 9 }).map((days) => addDays(TODAY, days));
const maybeOn = fc.option(on, { nil: null });
const rank = fc.tuple(fc.nat(3), fc.nat(9)).map(([score, id]) => `${score} ${id}`);

const standing: fc.Arbitrary<Standing> = fc
  .record({
    rank,
    list: fc.constantFrom(...LISTS, 'contact' as const, 'contact' as const),
    until: maybeOn,
    isBarelyKnown: fc.boolean(),
    isUndated: fc.boolean(),
    turnsOn: maybeOn,
    joined: fc.record({ on, rank }),
    pressing: fc.array(fc.record({ from: on, to: maybeOn }), { maxLength: 2 }),
    cannotWait: fc.boolean(),
  })
  .map((it) => {
    const joins = it.list === 'contact' && !it.isBarelyKnown;
    return { id: 0, ...it, ...(!joins && { joined: null, pressing: [], cannotWait: false }) };
  });

/** Each has a number of its own, and so a place of its own wherever else they are alike. */
const book = fc.array(standing, { maxLength: DEALS }).map((list) =>
  list.map((it, at): Standing => {
    const id = at + 1;
    const own = (text: string): string => `${text} ${String(id).padStart(3, '0')}`;
    return { ...it, id, rank: own(it.rank), joined: it.joined && { ...it.joined, rank: own(it.joined.rank) } };
  }),
);
const wishes = fc.record({
  quiet: fc.constantFrom(0, 1, 5, Infinity),
  planned: fc.record({
    most: fc.constantFrom(1, 3, 14, Infinity),
    days: fc.uniqueArray(on, { minLength: 1, maxLength: 4 }),
  }),
});

test('the lists read from the book are those of all its standings', async () => {
  const address = ON_FILE ? join(freshFolder(), 'book.db') : await freshAddress();
  const store = await openStore(address);
  await store.change('add', async (it) => {
    for (let n = 0; n < DEALS; n += 1) await it.addDeal(blankDeal(`Customer ${n}`));
  });
  await store.close();
  const { db } = await openEngine(address, () => '');
  await fc.assert(
    fc.asyncProperty(book, wishes, async (standings, wish) => {
      await db.deleteFrom('standing').execute();
      const rows = standings.map((it) => toRow(it, 'Kita'));
      // Another rep's, and a deal that is to be placed anew, are on no list.
      const others = standings.slice(0, 3).map((it) => toRow(it, 'Higashi'));
      const marks = standings.length < DEALS ? [{ deal_id: DEALS, owner: 'Kita' }] : [];
      for (const some of [rows, others, marks])
        if (some.length > 0)
          await db
            .insertInto('standing')
            .values(some as never)
            .execute();
      const expected = listed(standings, wish);
      const found = await dayLists(db, 'Kita', wish);
      // Which of them press is what counts: the plan takes them in its own order.
      const sorted = ({ contact, ...rest }: typeof expected) => ({
        ...rest,
        contact: { ...contact, pressing: contact.pressing.toSorted(byRule) },
      });
      expect(sorted(found)).toEqual(sorted(expected));
    }),
    runs(200),
  );
  await db.destroy();
});
