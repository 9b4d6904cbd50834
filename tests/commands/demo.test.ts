import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.ts';
import { setUpDesk } from '../support/desk.ts';

/** A month of mornings that meets every weekday, both year ends, golden week, a leap day and midsummer. */
const MORNINGS: readonly string[] = [
  ...Array.from({ length: 14 }, (_, index) => addDays('2025-07-14' as Day, index)),
  '2025-12-26',
  '2025-12-29',
  '2025-12-30',
  '2025-12-31',
  '2026-01-01',
  '2026-01-02',
  '2026-01-05',
  '2026-01-06',
  '2026-02-27',
  '2024-02-29',
  '2026-03-31',
  '2026-04-29',
  '2026-05-04',
  '2026-05-07',
  '2026-08-13',
  '2026-11-23',
];

const LISTS = ['contact', 'findReason', 'leaveAlone', 'waiting', 'prepare', 'onHold', 'snoozed'];

describe.each(['en', 'ja'] as const)('the sample book (%s)', (language) => {
  test.each(MORNINGS)('shows a full day on %s', async (today) => {
    const desk = await setUpDesk({ today, language });
    const { lists } = await desk.json('demo');
    expect(LISTS.filter((name) => lists[name].length === 0)).toEqual([]);
    expect(lists.contact.length).toBeGreaterThanOrEqual(4);
  });

  test('shows a full day where the country’s holidays count', async () => {
    for (const today of MORNINGS.filter((day) => day > '2025-12-25' || day < '2025-01-01')) {
      const desk = await setUpDesk({ today, language });
      await desk.run('config', 'set', 'holidays', 'jp');
      const { lists } = await desk.json('demo');
      expect([today, LISTS.filter((name) => lists[name].length === 0)]).toEqual([today, []]);
      expect(lists.contact.length).toBeGreaterThanOrEqual(4);
    }
  });

  test('lies in its own file and leaves the rep’s book alone', async () => {
    const desk = await setUpDesk({ language });
    await desk.run('add', 'Aoki');
    const { file } = await desk.json('demo');
    expect(file).toContain(`demo-${language}.db`);
    expect(file).not.toBe(desk.bookFile);
    expect((await desk.json('list')).deals).toMatchObject([{ customer: 'Aoki' }]);
  });

  test('says how to go on with it and how to start one’s own', async () => {
    const desk = await setUpDesk({ language });
    const { code, out } = await desk.run('demo');
    expect(code).toBe(0);
    expect(out).toContain(`followup --db ${desk.folder}/demo-${language}.db note 1 --supplied security`);
    expect(out).toContain('followup add');
    expect(out).toContain('followup import deals.csv');
  });

  test('takes the commands it suggests, and the first deal leaves the top of the list', async () => {
    const desk = await setUpDesk({ language, onDisk: true });
    const { file, lists } = await desk.json('demo');
    expect(lists.contact[0]).toMatchObject({ deal: { id: 1 }, owed: true, angle: { code: 'promise' } });
    expect((await desk.run('--db', file, 'why', '2')).code).toBe(0);
    expect((await desk.run('--db', file, 'note', '1', '--supplied', 'security')).code).toBe(0);
    const after = await desk.json('--db', file, 'today');
    expect(after.lists.contact.map(({ deal }: { deal: { id: number } }) => deal.id)).not.toContain(1);
  });

  test('is made anew each time', async () => {
    const desk = await setUpDesk({ language, onDisk: true });
    const { file } = await desk.json('demo');
    expect(existsSync(file)).toBe(true);
    await desk.run('--db', file, 'add', 'One more');
    await desk.run('demo');
    expect((await desk.json('--db', file, 'list', 'One more')).deals).toEqual([]);
  });
});
