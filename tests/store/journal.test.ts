import { describe, expect, test } from 'vitest';
import { blankDeal } from '../../src/core/deal.ts';
import { NOON, openStore, stepsOf } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshFolder } from '../support/folder.ts';

describe('the journal', () => {
  test('holds one step for each command, with the rows before and after', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki', 'hiring event', '--amount', '1200000');
    await desk.run('edit', '1', '--decision-date', '2025-08-08');
    const [added, edited, ...rest] = stepsOf(desk.bookFile);
    expect(rest).toEqual([]);
    expect(added).toMatchObject({
      command: 'add',
      at: NOON,
      changes: [{ table: 'deal', before: null, after: { id: 1, customer: 'Aoki', amount: 1_200_000 } }],
    });
    expect(edited?.changes).toMatchObject([
      { table: 'deal', before: { id: 1, decision_on: null }, after: { id: 1, decision_on: '2025-08-08' } },
    ]);
    // Whole rows, so that either side can be put back as it was.
    expect(Object.keys(edited?.changes[0]?.before ?? {})).toEqual(Object.keys(edited?.changes[0]?.after ?? {}));
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
    const [, noted, ...rest] = stepsOf(desk.bookFile);
    expect(rest).toEqual([]);
    expect(noted?.changes.map(({ table }) => table)).toEqual(['contact', 'material', 'question']);
  });

  test('says nothing when a command changed nothing', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki', '--amount', '1200000');
    await desk.run('edit', '1', '--amount', '1,200,000');
    expect(stepsOf(desk.bookFile).map(({ command }) => command)).toEqual(['add']);
  });

  test('says nothing when a command only read', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki');
    for (const command of [['today'], ['list'], ['show', '1'], ['why', '1'], ['config', 'list']]) {
      expect((await desk.run(...command)).code).toBe(0);
    }
    expect(stepsOf(desk.bookFile)).toHaveLength(1);
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
    expect(stepsOf(file)).toEqual([]);
    await store.close();
  });

  test('says nothing of a note that keeps a promise nobody made', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki');
    const { code, err } = await desk.run('note', '1', 'here it is', '--kept', '3');
    expect(code).toBe(2);
    expect(err).toContain('no open promise 3');
    expect(stepsOf(desk.bookFile)).toHaveLength(1);
    expect((await desk.json('show', '1')).contacts).toEqual([]);
  });
});
