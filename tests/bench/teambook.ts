import type { Client } from 'pg';
import { addBusinessDays, createCalendar } from '../../src/core/calendar.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { importedOutcome } from '../../src/core/outcome.ts';
import { openStore } from '../../src/store/store.ts';
import { seeded } from './random.ts';

/** One rep's book: so many deals, the first of them open, each with as many contacts. */
export interface RepBook {
  readonly deals: number;
  readonly open: number;
  readonly contactsEach: number;
  readonly today: Day;
}

/** Makes one rep's book as their commands would have: a step for every deal and every contact. The same size, the same book. */
export async function makeRepBook(file: string, { deals, open, contactsEach, today }: RepBook): Promise<void> {
  const calendar = createCalendar();
  const random = seeded(20250722);
  const pick = (count: number): number => Math.floor(random() * count);
  const on = (from: Day, businessDays: number): Day => addBusinessDays(calendar, from, businessDays);
  const store = await openStore(file, () => `${at}T03:00:00.000Z`);
  let at = today;
  for (let n = 1; n <= deals; n += 1) {
    const closedOn = n <= open ? null : on(today, -60 - pick(200));
    const last = closedOn ?? today;
    const ended = closedOn ? importedOutcome(pick(2) === 0 ? 'won' : 'declined', null, closedOn, closedOn) : undefined;
    at = on(last, -60);
    const id = await store.change('add', (book) =>
      book.addDeal(
        {
          ...blankDeal(`Customer ${n}`),
          title: `proposal ${n}`,
          amount: 1_000 * (1 + pick(200)),
          currency: 'USD',
          kind: (['small', 'mid', 'system'] as const)[pick(3)] ?? 'small',
          proposedOn: on(last, -60 + pick(50)),
          goalOn: pick(2) === 0 ? addDays(last, 20 + pick(200)) : null,
          decisionOn: pick(3) > 0 ? on(last, -20 + pick(60)) : null,
          decider: pick(2) === 0 ? 'the owner' : null,
          nextOn: pick(2) === 0 ? on(last, pick(20)) : null,
          next: 'figures of two shops',
        },
        ended,
      ),
    );
    for (let contact = contactsEach; contact > 0; contact -= 1) {
      const from = pick(3) === 0 ? 'them' : 'us';
      at = on(last, -contact * 4 + pick(3));
      await store.change('note', async (book) => {
        await book.recordContact(id, {
          on: at,
          from,
          channel: (['email', 'phone', 'meeting'] as const)[pick(3)] ?? 'email',
          angle: from === 'us' && pick(2) === 0 ? 'info' : null,
          statusOnly: from === 'us' && pick(6) === 0,
          gives: from === 'us' && pick(2) === 0,
          noAnswer: false,
          text: `contact ${contact} with customer ${n}`,
        });
        if (contact > 1) return;
        if (pick(10) === 0)
          await book.makePromise(id, { text: 'security sheet', material: 'security', dueOn: on(last, -2 + pick(10)) });
        if (pick(10) === 0)
          await book.askQuestion(id, { text: 'can we keep our data?', doubt: null, askedOn: on(last, -pick(5)) });
        await book.setMaterial(id, 'quote', 'supplied', on(last, -30));
        if (pick(8) === 0) await book.setMaterial(id, 'roi', 'wanted', on(last, -pick(5)));
      });
    }
  }
  await store.close();
}

/** What grows with the book; whatever else there is can be worked out again. */
const TABLES = [
  'deal',
  'contact',
  'promise',
  'question',
  'material',
  'slip',
  'outcome',
  'figures',
  'step',
  'change',
] as const;
/** Columns that number a row, or name one: the copy of every rep has numbers of its own. */
const NUMBERS = ['id', 'deal_id', 'step_id', 'row_id'];

/**
 * Fills the book of a team with a copy of one rep's book for each rep. Copies of a row lie together and not the rows of a rep, as
 * where a company has worked for years: what one rep reads is scattered over the whole table.
 */
export async function fillTeam(
  client: Client,
  { from, to, reps }: { from: string; to: string; reps: number },
): Promise<void> {
  // References hold, for the rows are copies; to look up each would take the most time.
  await client.query('set session_replication_role = replica; set synchronous_commit = off');
  for (const table of TABLES) {
    const { rows } = await client.query<{ name: string }>(
      'select column_name as name from information_schema.columns where table_schema = $1 and table_name = $2',
      [from, table],
    );
    const columns = rows.map(({ name }) => name);
    const values = columns.map((column) => copyOf(column, reps));
    const names = columns.map((column) => `"${column}"`).join();
    await client.query(
      `insert into ${to}.${table} (${names}) select ${values.join()} from ${from}.${table} t
       cross join generate_series(1, ${reps}) rep order by ${table === 'figures' ? 't.deal_id' : 't.id'}, rep`,
    );
    if (columns.includes('id'))
      await client.query(`select setval('${to}.${table}_id_seq', (select max(id) from ${to}.${table}))`);
  }
  await client.query('vacuum analyze');
}

function copyOf(column: string, reps: number): string {
  if (NUMBERS.includes(column)) return `(t.${column} - 1) * ${reps} + rep`;
  if (column === 'uid') return "md5(t.uid || ' ' || rep)";
  if (column === 'customer') return "t.customer || ' of ' || rep";
  if (column === 'owner') return "'Rep ' || rep";
  if (column === 'author') return "'rep_' || rep";
  return `t."${column}"`;
}
