import { expect, test } from 'vitest';
import { setUpDesk } from '../support/desk.ts';

test('a deal that was put off is on no list until its day', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki', '--proposed', '6/1', '--last-signal', '6/20');
  const { deal } = await desk.json('snooze', '1', 'next mon');
  expect(deal.snoozeUntilOn).toBe('2025-07-28');
  expect((await desk.json('today')).lists.snoozed).toMatchObject([{ deal: { id: 1 }, until: '2025-07-28' }]);
  const back = await desk.json('today', '--today', '2025-07-28');
  expect(back.lists.snoozed).toEqual([]);
});

test('a deal that was put off comes back sooner when something is owed', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  await desk.run('snooze', '1', '+4w');
  await desk.run('note', '1', 'they asked for the quote', '--from', 'them', '--needs', 'quote');
  expect((await desk.json('today')).lists.contact).toMatchObject([{ owed: true, gate: null }]);
});

test('a deal that was put off comes back a week before the customer’s own date', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki', '--goal-date', '2025-08-15');
  await desk.run('snooze', '1', '2025-09-01');
  expect((await desk.json('today', '--today', '2025-08-07')).lists.snoozed).toHaveLength(1);
  expect((await desk.json('today', '--today', '2025-08-08')).lists.contact).toHaveLength(1);
});

test('putting a deal off says until when, and what brings it back', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  expect((await desk.run('snooze', '1', '8/1')).err).toContain('Put off until Fri 1 Aug. It comes back sooner');
});

test.each([
  ['to a day that is over', ['snooze', '1', 'yesterday'], 2, 'past_day'],
  ['to today', ['snooze', '1', 'today'], 2, 'past_day'],
  ['to no day', ['snooze', '1'], 2, 'missing_argument'],
  ['to a day nobody can read', ['snooze', '1', 'later'], 2, 'bad_day'],
  ['of no deal', ['snooze', '9', '8/1'], 1, 'no_deal'],
])('a deal cannot be put off %s', async (_what, argv, code, error) => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  const ran = await desk.run(...argv, '--json');
  expect([ran.code, JSON.parse(ran.err).error.code]).toEqual([code, error]);
  expect((await desk.json('show', '1')).deal.snoozeUntilOn).toBeNull();
});

test('a deal that has ended is neither put off nor held', async () => {
  const desk = await setUpDesk();
  await desk.run('add', 'Aoki');
  await desk.run('close', '1', 'won');
  for (const argv of [
    ['snooze', '1', '8/1'],
    ['hold', '1', '8/1', '--words', 'quiet'],
  ]) {
    const { code, err } = await desk.run(...argv, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'closed_deal']);
  }
});
