import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import type { Migration } from '../../src/store/migrations/migration.ts';
import { openStore, placeOf } from '../support/book.ts';
import { ON_FILE } from '../support/engine.ts';
import { freshFolder } from '../support/folder.ts';

const released = [...MIGRATIONS];
const list = MIGRATIONS as Migration[];
afterEach(() => void list.splice(0, list.length, ...released));

const on = (text: string): Day => text as Day;
const SCOPE = {
  from: on('2025-07-01'),
  to: on('2025-07-31'),
  contactsFrom: on('2025-06-01'),
  contactsTo: on('2025-08-05'),
};

test.runIf(ON_FILE)(
  'a book from before the days of wanting were kept knows since when a material is wanted, and keeps it',
  async () => {
    const file = join(freshFolder(), 'book.db');
    list.splice(list.findIndex(({ name }) => name.endsWith('-wanted')));
    const old = await openStore(file);
    await old.close();
    const database = new Database(file);
    database.exec(`insert into deal (customer, title, state, slots, assumed, booked, do_not_contact, unknowns, search_text)
    values ('Aoki', '', 'open', '[]', '[]', 0, 0, '{}', 'aoki')`);
    database.exec(`insert into figures (deal_id, recent_angles, unanswered, unanswered_asks, asked_since_give, status_run,
    status_run_peak, status_since_give, doubts, promises, questions, wanted, settled)
    values (1, '[]', 0, 0, 0, 0, 0, 0, '[]', '[]', '[]', '[]', '[]')`);
    const insert = database.prepare('insert into material (deal_id, code, status, since_on) values (1, ?, ?, ?)');
    insert.run('roi', 'wanted', '2025-07-02');
    insert.run('case', 'wanted', '2025-07-03');
    insert.run('quote', 'supplied', '2025-07-03');
    database.close();
    list.splice(0, list.length, ...released);
    const store = await openStore(file);
    const waits = async () =>
      (await store.practiceOf(SCOPE)).waits.map(({ text, since, until }) => [text, since, until]);
    expect(await waits()).toEqual([
      ['roi', '2025-07-02', null],
      ['case', '2025-07-03', null],
    ]);
    await store.change('note', (book) => book.setMaterial(1, 'roi', 'supplied', on('2025-07-09')));
    await store.change('note', (book) => book.setMaterial(1, 'roi', 'useful', on('2025-07-14')));
    expect(await waits()).toEqual([
      ['roi', '2025-07-02', '2025-07-09'],
      ['case', '2025-07-03', null],
    ]);
    await store.close();
  },
);

test('the days on which something was recorded, and the last one before them', async () => {
  const file = join(freshFolder(), 'book.db');
  const { openStore: open } = await import('../../src/store/store.ts');
  const place = await placeOf(file);
  const days = ['2025-05-01', '2025-06-20', '2025-07-14', '2025-07-14', '2025-07-15'];
  for (const [at, day] of days.entries()) {
    const store = await open(place, () => new Date(`${day}T12:0${at}:00`).toISOString());
    await store.change('add', (book) => book.addDeal(blankDeal(`Customer ${at}`)));
    await store.close();
  }
  const store = await openStore(file);
  expect(await store.recordedOn(on('2025-07-01'))).toEqual(['2025-06-20', '2025-07-14', '2025-07-15']);
  expect(await store.recordedOn(on('2025-01-01'))).toEqual(['2025-05-01', '2025-06-20', '2025-07-14', '2025-07-15']);
  await store.close();
});
