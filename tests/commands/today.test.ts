import { expect, test } from 'vitest';
import { setUpDesk } from '../support/desk.ts';

test('leaves alone the customer we wrote to yesterday, however large the deal', async () => {
  const desk = await setUpDesk({ today: '2025-07-22' });
  await desk.run('add', 'Aoki', '--amount', '90000000');
  await desk.run('note', '1', 'sent the case study', '--angle', 'info', '--on', '2025-07-21');
  const { lists } = await desk.json('today');
  expect(lists.contact).toEqual([]);
  expect(lists.waiting).toMatchObject([{ deal: { id: 1 }, gate: 'waiting', until: '2025-07-24', angle: null }]);
});
