import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { blankDeal } from '../../src/core/deal.ts';
import { NOON, openStore, stepsOf } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshFolder } from '../support/folder.ts';

describe('the journal', () => {
  test('holds one step for each command: a row that was added by its number, a change by its columns', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki', 'hiring event', '--amount', '1200000');
    await desk.run('edit', '1', '--decision-date', '2025-08-08');
    expect(await stepsOf(desk.bookFile)).toEqual([
      {
        command: 'add',
        at: NOON,
        added: 1,
        changed: 0,
        dealId: 1,
        changes: [{ kind: 'added', table: 'deal', rowId: 1, dealId: 1, before: null, after: null, row: null }],
      },
      {
        command: 'edit',
        at: NOON,
        added: 0,
        changed: 1,
        dealId: 1,
        changes: [
          {
            kind: 'changed',
            table: 'deal',
            rowId: 1,
            dealId: 1,
            before: { decision_on: null },
            after: { decision_on: '2025-08-08' },
            row: null,
          },
        ],
      },
    ]);
  });

  test('counts the deals of a step that touched many, and names none', async () => {
    const file = `${freshFolder()}/book.db`;
    const store = await openStore(file);
    await store.change('add', (book) => book.addDeal(blankDeal('Aoki')));
    await store.change('import', async (book) => {
      await book.editDeal(1, { amount: 5 }, '2025-07-22' as Day);
      // More than are written at once.
      for (let n = 0; n < 450; n += 1) await book.addDeal(blankDeal(`Customer ${n}`));
    });
    const [, imported] = await stepsOf(file);
    expect(imported).toMatchObject({ command: 'import', added: 450, changed: 1, dealId: null });
    expect(imported?.changes.map(({ rowId }) => rowId)).toEqual(Array.from({ length: 451 }, (_, n) => n + 1));
    await store.close();
  });

  test('gathers all that a note touches in its one step', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki');
    await desk.run(
      'note',
      '1',
      'they asked for the quote',
      '--from',
      'them',
      '--needs',
      'quote',
      '--asked',
      'how much?',
    );
    const [, noted, ...rest] = await stepsOf(desk.bookFile);
    expect(rest).toEqual([]);
    expect(noted?.changes.map(({ table }) => table)).toEqual(['contact', 'material', 'question']);
  });

  test('says nothing when a command changed nothing', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki', '--amount', '1200000');
    await desk.run('edit', '1', '--amount', '1,200,000');
    expect((await stepsOf(desk.bookFile)).map(({ command }) => command)).toEqual(['add']);
  });

  test('says nothing when a command only read', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki');
    for (const command of [['today'], ['list'], ['show', '1'], ['why', '1'], ['config', 'list']]) {
      expect((await desk.run(...command)).code).toBe(0);
    }
    expect(await stepsOf(desk.bookFile)).toHaveLength(1);
  });

  test('says nothing of a command that failed halfway, and neither do the tables', async () => {
    const file = `${freshFolder()}/book.db`;
    const store = await openStore(file);
    const failing = store.change('add', async (book) => {
      await book.addDeal(blankDeal('Aoki'));
      throw new Error('halfway');
    });
    await expect(failing).rejects.toThrow('halfway');
    expect(await store.dealCount()).toBe(0);
    expect(await stepsOf(file)).toEqual([]);
    await store.close();
  });

  test('says nothing of a note that keeps a promise nobody made', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki');
    const { code, err } = await desk.run('note', '1', 'here it is', '--kept', '3');
    expect(code).toBe(2);
    expect(err).toContain('no open promise 3');
    expect(await stepsOf(desk.bookFile)).toHaveLength(1);
    expect((await desk.json('show', '1')).contacts).toEqual([]);
  });
});
