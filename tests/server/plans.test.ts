import { beforeAll, expect, test } from 'vitest';
import { schemaIn } from '../../src/store/serveraddress.ts';
import { connectTo } from '../../src/store/serverconnection.ts';
import { type TeamBook, teamBook } from '../support/team.ts';

let book: TeamBook;
beforeAll(async () => {
  book = await teamBook();
});

/** Returns how the server would run a statement of this person's, where no index is too small to be worth it. */
async function planFor(person: 'ann' | 'max', query: string): Promise<string> {
  const client = await connectTo(book.address);
  const schema = schemaIn(book.address);
  try {
    await client.query(`set search_path to ${schema}; set enable_seqscan = off; set role ${schema}_${person}`);
    const { rows } = await client.query(`explain (costs off) ${query}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('reset role; reset enable_seqscan; reset search_path');
    await client.end();
  }
}

const MINE = "(author is null or author = 'ann')";

test.each([
  ['their open deals', 'ann', "select id from deal where state = 'open'", 'deal'],
  ['the amounts for the median', 'ann', "select amount from deal where state = 'open' and amount is not null", 'deal'],
  ['the days they worked on', 'ann', `select at from step where at >= '2025-05-01' and ${MINE}`, 'step'],
  ['what a note clears', 'ann', `select id from step where redo_place is not null and ${MINE}`, 'step'],
  ['what was said on a deal', 'ann', 'select angle from contact where deal_id in (1, 2)', 'contact'],
  ['the figures of a deal', 'ann', 'select * from figures where deal_id = 1', 'figures'],
  [
    'the days somebody spoke on their deals',
    'ann',
    `select distinct figures.last_contact_on from deal join figures on figures.deal_id = deal.id
     where deal.owner = 'ann' and figures.last_contact_on >= '2025-05-01'`,
    'figures',
  ],
  [
    'a team’s last weeks',
    'max',
    `select deal.owner, count(*) from contact join deal on deal.id = contact.deal_id
     where held_on between '2025-06-01' and '2025-07-01' and no_answer = 0 group by 1`,
    'contact',
  ],
] as const)('%s are found by index, under the rules of the team', async (_what, person, query, table) => {
  const plan = await planFor(person, query);
  expect(plan).toContain('Index');
  expect(plan).not.toContain(`Seq Scan on ${table}`);
});
