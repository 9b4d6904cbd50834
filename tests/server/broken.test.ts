import { describe, expect, test, vi } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { openStore } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshAddress } from '../support/engine.ts';
import { breakingLine, cuttableLine } from './proxy.ts';

/** A book with one deal, and a line to it that breaks. */
async function bookWithLine(word: RegExp, when: 'before' | 'after') {
  const address = await freshAddress();
  const store = await openStore(address);
  await store.change('add', (book) => book.addDeal(blankDeal('Aoki')));
  return { store, line: await breakingLine(address, word, when) };
}

describe('a line that breaks in mid-command', () => {
  test.each([
    ['at the first row', /insert into/],
    ['in the journal', /insert into "\w+"\."step"/],
    ['at the mark of what changed', /delete from "\w+"\."page"/],
  ])('%s leaves nothing half-done, and says so', async (_when, word) => {
    const { store, line } = await bookWithLine(word, 'before');
    const broken = await openStore(line);
    const adding = broken.change('add', (book) => book.addDeal(blankDeal('Sato')));
    await expect(adding).rejects.toMatchObject({ code: 'server_lost', exitCode: 1 });
    expect((await store.deals({})).map(({ customer }) => customer)).toEqual(['Aoki']);
    expect(await store.steps(9)).toHaveLength(1);
  });

  test.each([
    ['before the server heard of it', 'before', 1],
    ['after the server had done it', 'after', 2],
  ] as const)('at its very end, %s: nobody can know, and it says that', async (_when, when, deals) => {
    const { store, line } = await bookWithLine(/commit/, when);
    const broken = await openStore(line);
    const adding = broken.change('add', (book) => book.addDeal(blankDeal('Sato')));
    await expect(adding).rejects.toMatchObject({ code: 'server_lost_at_end', exitCode: 1 });
    expect(await store.dealCount()).toBe(deals);
  });

  test('while reading is said as well', async () => {
    const { line } = await bookWithLine(/search_text" as|"deal"\."id" as/, 'before');
    const broken = await openStore(line);
    await expect(broken.deals({})).rejects.toMatchObject({ code: 'server_lost' });
  });
});

test('a line that broke while nothing was under way is found anew, and what was shown still counts', async () => {
  const { line, cut } = await cuttableLine(await freshAddress());
  const store = await openStore(line);
  await store.change('add', (book) => book.addDeal(blankDeal('Aoki')));
  const shown = await store.dossier(1);
  cut();
  // Until the break has been noticed, a statement may still meet it.
  await vi.waitFor(async () => expect(await store.dealCount()).toBe(1));
  await store.change('edit', (book) => book.editDeal(1, { goal: 'opening' }, '2025-07-21' as Day), shown);
  expect((await store.dossier(1))?.deal.goal).toBe('opening');
});

test('a command at a broken line fails in words, and the password is in none of them', async () => {
  const address = await freshAddress();
  const line = new URL(await breakingLine(address, /insert into "\w+"\."deal"/, 'before'));
  line.password = 'geheim';
  const desk = await setUpDesk({ env: { FOLLOWUP_DB: line.href } });
  const { code, err, out } = await desk.run('add', 'Aoki', '--json');
  expect([code, JSON.parse(err).error.code, out]).toEqual([1, 'server_lost', '']);
  expect(err).not.toContain('geheim');
});
