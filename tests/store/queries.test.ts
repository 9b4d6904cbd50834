import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal, type Outcome, STATES } from '../../src/core/deal.ts';
import { matchKey } from '../../src/core/match.ts';
import { importedOutcome } from '../../src/core/outcome.ts';
import { Book } from '../../src/store/book.ts';
import { dayLists } from '../../src/store/daylists.ts';
import { dealsBy, dealsOfDay, trackedDeal } from '../../src/store/deals.ts';
import { dealsBegunWith } from '../../src/store/glance.ts';
import { Journal } from '../../src/store/journal.ts';
import type { DealName } from '../../src/store/matching.ts';
import { countedMedians } from '../../src/store/medians.ts';
import { soughtDeals } from '../../src/store/pick.ts';
import type { Schema } from '../../src/store/schema.ts';
import { redoStep, undoStep } from '../../src/store/undo.ts';
import { openStore } from '../support/book.ts';
import { claimOf, endAs, TOLD } from '../support/endings.ts';
import { freshFolder } from '../support/folder.ts';

const ENDED = importedOutcome('won', null, '2024-01-10' as Day, '2024-01-10' as Day);

/** Runs a query on a book of many ended deals and returns the plan of every statement it made. */
async function plansOf(query: (db: Kysely<Schema>) => Promise<unknown>): Promise<string[]> {
  const file = join(freshFolder(), 'book.db');
  const store = await openStore(file);
  await store.change('import', async (book) => {
    for (let n = 0; n < 60; n += 1) {
      const isOpen = n % 20 === 0;
      await book.addDeal({ ...blankDeal(`Customer ${n}`), externalId: `x${n}` }, isOpen ? undefined : ENDED);
    }
  });
  await store.close();
  const database = new Database(file);
  const statements: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database }),
    log: ({ query: { sql, parameters } }) => void statements.push({ sql, parameters }),
  });
  await query(db);
  const asked = statements.filter(({ sql }) => !/^(begin|commit)/.test(sql));
  const plans = asked.flatMap(({ sql, parameters }) =>
    database
      .prepare(`explain query plan ${sql}`)
      .all(...parameters)
      .map((row) => String((row as { detail: string }).detail)),
  );
  await db.destroy();
  return plans;
}

const scope = { today: '2025-07-22' as Day, declinedSince: '2025-07-01' as Day };

test.each([
  ['the whole team', scope],
  ['one rep', { ...scope, owner: 'Mori' }],
])('the day of %s is found by index, however many deals have ended', async (_whose, asked) => {
  const plans = await plansOf((db) => dealsOfDay(db, asked));
  expect(plans.length).toBeGreaterThan(2);
  expect(plans.filter((plan) => /^SCAN (deal|figures)\b/.test(plan))).toEqual([]);
});

test.each([
  ['the whole team', undefined],
  ['one rep', 'Mori'],
])('the medians of %s are counted in their index alone', async (_whose, owner) => {
  const plans = await plansOf((db) => countedMedians(db, owner));
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((plan) => !plan.includes('COVERING INDEX deal_by_open_amount'))).toEqual([]);
});

test.each([
  ['number', (db: Kysely<Schema>) => trackedDeal(db, 3)],
  ['external id', (db: Kysely<Schema>) => dealsBy(db, 'external_id', 'x7')],
])('one deal is found by its %s without reading the others', async (_key, query) => {
  const plans = await plansOf(query);
  expect(plans.filter((plan) => plan.startsWith('SCAN'))).toEqual([]);
});

test.each([
  ['', /deal_by_state/],
  ['1', /PRIMARY KEY/],
  ['cust', /deal_by_search_text/],
])('deals that “%s” may become are found without sorting all of them', async (typed, way) => {
  const plans = await plansOf((db) => dealsBegunWith(db, typed));
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((plan) => !way.test(plan) && !/^(MULTI-INDEX OR|INDEX \d+)$/.test(plan))).toEqual([]);
});

test.each([
  ['a name', [['cust'], ['7', '７']]],
  ['a number', [['12']]],
  ['nothing there is', [['あお', 'アオ']]],
])('a deal is picked by %s from the index of names, at every key', async (_what, words) => {
  const sought = words.map((spellings) => ({ spellings, inside: spellings }));
  const plans = await plansOf((db) => soughtDeals(db, sought, { states: STATES, limit: 50 }));
  const scans = plans.filter((plan) => plan.startsWith('SCAN') && !/ USING COVERING INDEX /.test(plan));
  expect(plans.length).toBeGreaterThan(2);
  expect(scans).toEqual([]);
});

/** Does the work on the opened book, as a command would. */
function change(db: Kysely<Schema>, work: (book: Book) => Promise<unknown>): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    const journal = new Journal(transaction, 'import', '2025-07-22T03:00:00.000Z');
    const book = new Book(transaction, journal);
    await work(book);
    await book.settle();
    await journal.write();
  });
}

const named = (name: Partial<DealName>): DealName => ({
  uid: null,
  externalId: null,
  customer: '',
  title: '',
  key: matchKey({ customer: '', title: '', ...name }),
  ...name,
});
const NAMES = [named({ externalId: 'x7' }), named({ externalId: 'y' }), named({ customer: 'Customer 9' })];
const AT = '2025-07-22T04:00:00.000Z';
/** Every table that grows with the book or with what is done in it. */
const WHOLE_TABLE = /^SCAN (deal|figures|contact|promise|question|material|slip|outcome|change)\b/;
const NONE = (): boolean => false;

test.each<[string, (db: Kysely<Schema>) => Promise<unknown>]>([
  ['looks rows up together', (db) => change(db, (book) => book.lookAhead(NAMES))],
  [
    'looks a row up alone',
    (db) => change(db, (book) => Promise.all(NAMES.map((it) => book.matchedDeal({ ...it, uid: 'u' }, NONE)))),
  ],
  ['adds a deal that has ended', (db) => change(db, (book) => book.addDeal(blankDeal('new'), ENDED))],
  ['changes a deal', (db) => change(db, (book) => book.editDeal(7, { title: 'new' }, scope.today))],
  ['ends a deal', (db) => change(db, (book) => book.endDeal(1, ENDED))],
])('an import %s without reading the others', async (_what, query) => {
  const plans = await plansOf(query);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((plan) => WHOLE_TABLE.test(plan))).toEqual([]);
});

test.each<[string, (db: Kysely<Schema>) => Promise<unknown>]>([
  ['undo', (db) => db.transaction().execute((it) => undoStep(it, 1, { at: AT, login: null }))],
  [
    'redo',
    async (db) => {
      await db.transaction().execute((it) => undoStep(it, 1, { at: AT, login: null }));
      await db.transaction().execute((it) => redoStep(it, null));
    },
  ],
])('%s goes by the rows of its step, not by the book', async (_what, query) => {
  const plans = await plansOf(query);
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.filter((plan) => WHOLE_TABLE.test(plan))).toEqual([]);
});

test('the day reads ended deals only where they ask for one more word', async () => {
  const store = await openStore(':memory:');
  await store.change('import', async (book) => {
    const ended = async (customer: string, claim: Outcome): Promise<void> =>
      endAs(book, await book.addDeal(blankDeal(customer)), claim);
    const told = { who: 'Ms Sato', channel: 'phone' };
    await book.addDeal(blankDeal('open'));
    await ended('won', claimOf('won', '2025-07-20'));
    await ended('no, lately', claimOf('declined', '2025-07-18', told));
    await ended('no, long ago', claimOf('declined', '2025-03-01', told));
    await ended('lost, revisit due', claimOf('lost', '2025-01-10', { ...TOLD, revisitOn: '2025-07-22' }));
    await ended('lost, revisit later', claimOf('lost', '2025-01-10', { ...TOLD, revisitOn: '2025-07-23' }));
  });
  const names = (await store.dealsOfDay(scope)).map(({ customer }) => customer);
  expect(names.sort()).toEqual(['lost, revisit due', 'no, lately', 'open']);
  await store.close();
});

test('a name that holds a wildcard finds itself and nobody else', async () => {
  const store = await openStore(':memory:');
  await store.change('import', async (book) => {
    for (const name of ['100% Pure', '100 Pure', 'A_B', 'AxB', 'back\\slash', '青木工業', 'ＡＯＫＩ']) {
      await book.addDeal(blankDeal(name));
    }
  });
  const found = async (word: string) => (await store.deals({ words: [word] })).map(({ customer }) => customer);
  expect(await found('100%')).toEqual(['100% Pure']);
  expect(await found('a_b')).toEqual(['A_B']);
  expect(await found('\\')).toEqual(['back\\slash']);
  expect(await found('aoki')).toEqual(['ＡＯＫＩ']);
  expect(await found('青木')).toEqual(['青木工業']);
  await store.close();
});

test('two programs on one book see each other’s deals and never share a number', async () => {
  const file = join(freshFolder(), 'book.db');
  const [ours, theirs] = [await openStore(file), await openStore(file)];
  const first = await ours.change('add', (book) => book.addDeal(blankDeal('Aoki')));
  const second = await theirs.change('add', (book) => book.addDeal(blankDeal('Sato')));
  const third = await ours.change('add', (book) => book.addDeal(blankDeal('Mori')));
  expect([first, second, third]).toEqual([1, 2, 3]);
  expect(await theirs.dealCount()).toBe(3);
  await ours.close();
  await theirs.close();
});

test('the lists of a day are found by index: counted in it alone, and what cannot wait in its order', async () => {
  const planned = { most: 42, days: [scope.today] };
  const plans = await plansOf((db) => dayLists(db, '', { quiet: 5, planned }));
  expect(plans.filter((plan) => /^SCAN/.test(plan))).toEqual([]);
  expect(plans).toContain('SEARCH standing USING COVERING INDEX standing_by_list (owner=? AND list>?)');
  expect(plans).toContain('SEARCH standing USING INDEX standing_by_joined_rank (owner=? AND joined_rank>?)');
  // Of those to contact the first are picked out while they are read.
  expect(plans.filter((plan) => /ORDER BY/.test(plan)).length).toBe(1);
});
