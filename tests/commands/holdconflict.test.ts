import { expect, test } from 'vitest';
import { setUpDesk } from '../support/desk.ts';

const GOAL = [
  '--goal-date',
  '2025-09-30',
  '--lead',
  '1mo',
  '--slot',
  '2025-08-22',
  '--prep',
  '14d',
  '--approval',
  '5bd',
];

test('a hold that runs past their own next day is flagged when it is recorded, with the one fact worth saying', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki', 'hiring event', ...GOAL);
  const { err, out } = await desk.run('hold', '1', '2025-09-01', '--words', 'leave us alone until September');
  expect(err).toContain('Worth saying once, now: Fri 1 Aug (their approval starts) comes before the quiet ends.');
  expect(out).toContain('Acknowledge');
  const { lists } = await desk.json('today');
  expect(lists.onHold).toMatchObject([{ conflict: true, angle: { code: 'holdack' }, until: '2025-09-01' }]);
});

test('a hold that ends before it is only recorded', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki', 'hiring event', ...GOAL);
  const { err } = await desk.run('hold', '1', '2025-07-28', '--words', 'not this week');
  expect(err).toBe('Quiet until Mon 28 Jul, as they wished.');
});

test('a moved decision date is kept, shown and said', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki', 'hiring event', '--decision-date', '2025-07-31');
  const { err } = await desk.run('edit', '1', '--decision-date', '2025-08-29');
  expect(err).toContain('The decision date moved from Thu 31 Jul to Fri 29 Aug.');
  await desk.run('edit', '1', '--clear', 'decision-date');
  expect((await desk.json('show', '1')).slips).toEqual([
    { from: '2025-07-31', to: '2025-08-29', on: '2025-07-22' },
    { from: '2025-08-29', to: null, on: '2025-07-22' },
  ]);
});
