import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal, ENDED_STATES, type Outcome } from '../../src/core/deal.ts';
import { assertLawful, type StandingDeal } from '../../src/core/lawful.ts';
import { type CheckedOutcome, checkOutcome, importedOutcome } from '../../src/core/outcome.ts';
import { Book } from '../../src/store/book.ts';
import { Journal } from '../../src/store/journal.ts';
import { openEngine } from '../../src/store/open.ts';
import { NOON, placeOf, stepsOf } from '../support/book.ts';
import { dealWith, TODAY, WEEKENDS } from '../support/deals.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { claimOf, TOLD } from '../support/endings.ts';
import { runs } from '../support/engine.ts';

const REASON = ['--who', 'Ms Sato', '--channel', 'phone', '--reason', 'budget'];

/** A desk with one open deal whose decision date is long over. */
async function deskWithSilence(): Promise<Desk> {
  const desk = await setUpDesk({ today: '2025-07-22', onDisk: true });
  await desk.run('add', 'Aoki', 'hiring event', '--external-id', 'A-1', '--decision-date', '2025-06-30');
  return desk;
}

async function imported(desk: Desk, csv: string): Promise<void> {
  const file = join(desk.folder, 'deals.csv');
  writeFileSync(file, csv);
  const table = ['--map', 'words=note'];
  const { code } = await desk.run('import', file, ...(csv.includes('words') ? table : []));
  expect(code).toBe(0);
}

/** Changes the book as a program of ours could, types aside. */
const refused = (desk: Desk, work: (book: Book) => Promise<unknown>): Promise<unknown> =>
  expect(desk.store.change('test', work)).rejects.toThrow(/unlawful_end|only an outcome/);
const forged = (outcome: Outcome): CheckedOutcome =>
  ({ dealId: 1, outcome, closedOn: outcome.on }) as unknown as CheckedOutcome;

/** Writes rows as an undo would, below everything that knows what they mean. */
async function restored(desk: Desk, work: (journal: Journal, book: Book) => Promise<unknown>): Promise<void> {
  const { db, change } = await openEngine(await placeOf(desk.bookFile), () => NOON);
  const restoring = change(async (transaction) => {
    const journal = new Journal(transaction, 'undo', NOON);
    const book = new Book(transaction, journal);
    await work(journal, book);
    await book.settle();
  });
  await expect(restoring).rejects.toThrow('unlawful_end');
  await db.destroy();
}

const LOST_ROW = { state: 'lost', closed_on: '2025-07-22', reason: 'budget' };
const SAID = { ended_on: '2025-07-22', factor: null, fact: null, revisit_on: null };

/** Every way in, tried without the customer's words. */
const DOORS: readonly (readonly [string, (desk: Desk) => Promise<unknown>])[] = [
  ['close without anything', (desk) => desk.run('close', '1', 'lost')],
  ['close with all but the words', (desk) => desk.run('close', '1', 'lost', ...REASON)],
  ['close with empty words', (desk) => desk.run('close', '1', 'lost', ...REASON, '--words', '')],
  ['close with blank words', (desk) => desk.run('close', '1', 'lost', ...REASON, '--words', '　 ')],
  ['close with a placeholder', (desk) => desk.run('close', '1', 'lost', ...REASON, '--words', '特になし')],
  ['close with N/A', (desk) => desk.run('close', '1', 'lost', ...REASON, '--words', 'Ｎ／Ａ')],
  ['close with silence', (desk) => desk.run('close', '1', 'lost', ...REASON, '--words', 'no reply since June')],
  ['close with the date that passed', (desk) => desk.run('close', '1', 'lost', ...REASON, '--words', '回答期日超過')],
  ['close with an impression', (desk) => desk.run('close', '1', 'lost', ...REASON, '--words', '温度感が低い')],
  [
    'close with a fact instead of words',
    (desk) => desk.run('close', '1', 'lost', ...REASON, '--reason', 'other', '--fact', 'the plant was sold'),
  ],
  [
    'close with our own sentence',
    async (desk) => {
      await desk.run('note', '1', 'Shall I hold the August date for you until Friday?', '--status-only');
      await desk.run('close', '1', 'lost', ...REASON, '--words', 'Shall I hold the August date for you until Friday');
    },
  ],
  ['close in Japanese', (desk) => desk.run('--lang', 'ja', 'close', '1', '失注', ...REASON)],
  ['close as JSON', (desk) => desk.run('close', '1', 'lost', ...REASON, '--json')],
  ['close where nobody is asked', (desk) => desk.run('close', '1', 'lost', ...REASON, '--no-input')],
  [
    'declined, then lost by a reason alone',
    async (desk) => {
      await desk.run('close', '1', 'declined', '--who', 'Ms Sato', '--channel', 'phone');
      await desk.run('close', '1', 'lost', '--reason', 'price');
    },
  ],
  [
    'declined without words, asked why, then undisclosed',
    async (desk) => {
      await desk.run('close', '1', 'declined', '--who', 'Ms Sato', '--channel', 'phone');
      await desk.run('note', '1', 'thank you; what was the one thing?', '--angle', 'lossreason');
      await desk.run('close', '1', 'lost', '--reason', 'undisclosed');
    },
  ],
  [
    'undisclosed, never asked',
    (desk) => desk.run('close', '1', 'lost', ...REASON, '--reason', 'undisclosed', '--words', 'No.'),
  ],
  [
    'reopen and close: the words of then are not those of now',
    async (desk) => {
      await desk.run('close', '1', 'lost', ...REASON, '--words', 'The budget was cut.');
      await desk.run('reopen', '1');
      await desk.run('close', '1', 'lost', '--reason', 'budget');
    },
  ],
  ['edit --state', (desk) => desk.run('edit', '1', '--state', 'lost')],
  ['edit --reason', (desk) => desk.run('edit', '1', '--reason', 'budget')],
  ['edit --clear state', (desk) => desk.run('edit', '1', '--clear', 'state')],
  ['add --state', (desk) => desk.run('add', 'Sato', '--state', 'lost')],
  ['note --state', (desk) => desk.run('note', '1', 'lost it', '--state', 'lost')],
  ['note that says so', (desk) => desk.run('note', '1', 'lost: no reply', '--from', 'them')],
  ...['lost', 'Closed Lost', 'closedlost', '失注', '敗戦', 'LOST'].flatMap((state) =>
    ['A-1', 'B-2'].flatMap(
      (id) =>
        [
          [
            `import ${state} of ${id}`,
            (desk: Desk) => imported(desk, `customer,external-id,state\nAoki,${id},${state}\n`),
          ],
          [
            `import ${state} of ${id} with a reason column`,
            (desk: Desk) =>
              imported(
                desk,
                `customer,external-id,state,lost-reason,words\nAoki,${id},${state},budget,The budget was cut.\n`,
              ),
          ],
        ] as const,
    ),
  ),
  [
    'a raw call of addDeal',
    (desk) => refused(desk, (book) => book.addDeal({ ...blankDeal('Sato'), state: 'lost', reason: 'budget' } as never)),
  ],
  ['a raw call of editDeal', (desk) => refused(desk, (book) => book.editDeal(1, { state: 'lost' } as never, TODAY))],
  [
    'a raw call of editDeal with a reason',
    (desk) => refused(desk, (book) => book.editDeal(1, { reason: 'budget' } as never, TODAY)),
  ],
  ['a raw call of endDeal', (desk) => refused(desk, (book) => book.endDeal(1, forged(claimOf('lost', TODAY, TOLD))))],
  [
    'an outcome that was checked for another deal',
    (desk) =>
      refused(desk, async (book) => {
        const record = { deal: { ...dealWith(), id: 7 }, contacts: [], outcome: null };
        const checked = checkOutcome(claimOf('lost', TODAY, TOLD), record, { today: TODAY, calendar: WEEKENDS });
        await book.endDeal(1, checked);
      }),
  ],
  [
    'an imported outcome of a loss',
    (desk) => desk.store.change('test', (book) => book.endDeal(1, importedOutcome('lost', 'budget', TODAY, TODAY))),
  ],
  ['an undo that restores a lost row', (desk) => restored(desk, (journal) => journal.update('deal', 1, LOST_ROW))],
  [
    'an undo that restores a lost row with an outcome without words',
    (desk) =>
      restored(desk, async (journal) => {
        const told = { state: 'lost', words: null, who: 'Ms Sato', channel: 'phone', reason: 'budget' };
        await journal.insert('outcome', { deal_id: 1, ...SAID, ...told });
        await journal.update('deal', 1, LOST_ROW);
      }),
  ],
  [
    'an undo that restores a lost row with a placeholder for words',
    (desk) =>
      restored(desk, async (journal) => {
        const told = { state: 'lost', words: 'n/a', who: 'Ms Sato', channel: 'phone', reason: 'budget' };
        await journal.insert('outcome', { deal_id: 1, ...SAID, ...told });
        await journal.update('deal', 1, LOST_ROW);
      }),
  ],
  [
    'an undo that makes a loss of a “no”',
    async (desk) => {
      await desk.run('close', '1', 'declined', '--who', 'Ms Sato', '--channel', 'phone');
      await restored(desk, (journal) => journal.update('deal', 1, { state: 'lost' }));
    },
  ],
  [
    'an undo that takes the words from a told loss',
    async (desk) => {
      await desk.run('add', 'Sato');
      await desk.run('close', '2', 'lost', ...REASON, '--words', 'The budget was cut.');
      await restored(desk, (journal) => journal.update('outcome', 1, { words: null }));
      await desk.run('reopen', '2');
    },
  ],
  [
    'an undo that removes the outcome of a told loss',
    async (desk) => {
      await desk.run('add', 'Sato');
      await desk.run('close', '2', 'lost', ...REASON, '--words', 'The budget was cut.');
      await restored(desk, (journal) => journal.remove('outcome', 1));
      await desk.run('reopen', '2');
    },
  ],
];

test.each(DOORS)('%s leads to no loss', async (_door, enter) => {
  const desk = await deskWithSilence();
  await enter(desk);
  const { deals } = await desk.json('list', '--state', 'all');
  expect(deals.map(({ state }: { state: string }) => state)).not.toContain('lost');
});

test('with their words the door is open, and an undo may restore what was told', async () => {
  const desk = await deskWithSilence();
  await desk.run('close', '1', 'lost', ...REASON, '--words', 'The budget was cut.');
  await desk.run('reopen', '1');
  const reopened = (await stepsOf(desk.bookFile)).at(-1)?.changes.find(({ table }) => table === 'deal');
  const { db, change } = await openEngine(await placeOf(desk.bookFile), () => NOON);
  await change(async (transaction) => {
    const journal = new Journal(transaction, 'undo', NOON);
    await journal.update('deal', 1, reopened?.before as never);
    await new Book(transaction, journal).settle();
  });
  await db.destroy();
  expect((await desk.json('show', '1')).outcome).toMatchObject({ state: 'lost', words: 'The budget was cut.' });
});

test.each(ENDED_STATES)('nothing stands as %s that no outcome ended', (state) => {
  const standing: StandingDeal = { id: 1, state, reason: null, outcome: null, wasAskedWhy: true };
  expect(() => assertLawful(standing)).toThrow('unlawful_end');
});

describe('a deal of this book that has ended in the other system', () => {
  const states = async (desk: Desk): Promise<string[]> =>
    (await desk.json('list', '--state', 'all')).deals.map(({ state }: { state: string }) => state);

  test.each(['dormant', '休眠', 'withdrawn', '撤退', 'void', '中止'])(
    'as %s stays open here, and says so',
    async (state) => {
      const desk = await deskWithSilence();
      const file = join(desk.folder, 'deals.csv');
      writeFileSync(file, `customer,external-id,state,lost-reason\nAoki,A-1,${state},no reply\n`);
      const { code, out } = await desk.run('import', file);
      expect([code, out]).toEqual([0, expect.stringContaining('#1')]);
      expect(await desk.json('import', file)).toMatchObject({ unchanged: 1, keptOpen: [1] });
      expect(await states(desk)).toEqual(['open']);
    },
  );

  test.each([
    ['won', 'won'],
    ['失注', 'declined'],
  ])('as %s ends here as %s', async (state, expected) => {
    const desk = await deskWithSilence();
    await imported(desk, `customer,external-id,state,lost-reason\nAoki,A-1,${state},no reply\n`);
    expect(await states(desk)).toEqual([expected]);
    expect((await desk.json('show', '1')).outcome).toMatchObject({ words: null, reason: null, fact: 'no reply' });
  });

  test('as withdrawn for a reason of ours is withdrawn here', async () => {
    const desk = await deskWithSilence();
    await imported(desk, 'customer,external-id,state,lost-reason\nAoki,A-1,withdrawn,no capacity until May\n');
    expect(await states(desk)).toEqual(['withdrawn']);
  });
});

test('elapsed time alone never ends anything', async () => {
  const day = fc
    .integer({ min: 0, max: 4000 })
    .map((days) => new Date(Date.UTC(2025, 6, 22 + days)).toISOString().slice(0, 10));
  const looks = fc.constantFrom(
    ['today', '--all'],
    ['list'],
    ['why', '1'],
    ['show', '2'],
    ['ask'],
    ['snooze', '1', '+1d'],
  );
  const told = fc.constantFrom('closefile', 'workback', 'withdraw', 'verdict', 'info');
  await fc.assert(
    fc.asyncProperty(
      fc.array(told, { maxLength: 6 }),
      fc.array(fc.tuple(looks, day), { minLength: 1, maxLength: 8 }),
      async (angles, later) => {
        const desk = await setUpDesk({ today: '2025-07-22' });
        await desk.run('add', 'Aoki', '--goal-date', '2025-09-30', '--lead', '1mo', '--decision-date', '2025-07-31');
        await desk.run('add', 'Sato', '--offer-until', '2025-08-01');
        for (const angle of angles) await desk.run('note', '1', 'as agreed', '--angle', angle);
        for (const [argv, today] of later) await desk.run(...argv, '--today', today, '--no-input');
        const { deals } = await desk.json('list', '--state', 'all', '--today', '2039-12-31' as Day);
        expect(deals.map(({ state }: { state: string }) => state)).toEqual(['open', 'open']);
      },
    ),
    runs(25),
  );
});
