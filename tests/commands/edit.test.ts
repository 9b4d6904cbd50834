import { describe, expect, test } from 'vitest';
import { CTRL_C, setUpDesk } from '../support/desk.ts';

async function deskWithAoki() {
  const desk = await setUpDesk();
  await desk.run(
    'add',
    'Aoki',
    'hiring event',
    '--amount',
    '¥1,200,000',
    '--decision-date',
    '2025-08-08',
    '--rival',
    'Kita',
  );
  return desk;
}

describe('editing a deal', () => {
  test.each([
    ['by its number', '1'],
    ['by its number with a sign', '#1'],
    ['by a full-width number', '１'],
    ['by part of its customer', 'aok'],
    ['by a word of its title', 'hiring'],
  ])('finds it %s', async (_how, query) => {
    const desk = await deskWithAoki();
    expect((await desk.json('edit', query, '--decider', 'CEO')).deal.decider).toBe('CEO');
  });

  test('finds it by its id in another system, whole, not in part', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--external-id', 'A-77');
    expect((await desk.json('edit', 'ext:A-77', '--decider', 'CEO')).deal.decider).toBe('CEO');
    expect((await desk.run('edit', 'ext:A-7', '--decider', 'CEO')).code).toBe(1);
  });

  test('keeps a moved decision date as a slip, and says so', async () => {
    const desk = await deskWithAoki();
    const { err } = await desk.run('edit', '1', '--decision-date', '2025-08-29');
    expect(err).toContain('The decision date moved from Fri 8 Aug to Fri 29 Aug.');
    expect((await desk.json('show', '1')).slips).toEqual([{ from: '2025-08-08', to: '2025-08-29', on: '2025-07-22' }]);
  });

  test('keeps no slip where the date stays or is the first one', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--decision-date', '2025-08-08', '--scene', 'board');
    await desk.run('add', 'Sato');
    await desk.run('edit', '2', '--decision-date', '2025-08-08');
    expect((await desk.json('show', '1')).slips).toEqual([]);
    expect((await desk.json('show', '2')).slips).toEqual([]);
  });

  test('forgets a withdrawn decision date without losing that it was there', async () => {
    const desk = await deskWithAoki();
    const { deal, slips } = await desk.json('edit', '1', '--clear', 'decision-date');
    expect(deal.decisionOn).toBeNull();
    expect(slips).toEqual([{ from: '2025-08-08', to: null, on: '2025-07-22' }]);
  });

  test('forgets fields by their flag’s name, several at once', async () => {
    const desk = await deskWithAoki();
    const { deal } = await desk.json('edit', '1', '--clear', 'rival,amount', '--clear', '--title');
    expect(deal).toMatchObject({ rival: null, amount: null, currency: null, title: '' });
  });

  test('forgets the appointment together with its reason', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--next', 'demo of the new form', '--next-on', '2025-07-28', '--booked');
    const { deal } = await desk.json('edit', '1', '--clear', 'next');
    expect(deal).toMatchObject({ next: null, nextOn: null, booked: false });
  });

  test('forgets the appointment together with its day', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--next', 'demo of the new form', '--next-on', '2025-07-28', '--booked');
    const { deal } = await desk.json('edit', '1', '--clear', 'next-on');
    expect(deal).toMatchObject({ next: 'demo of the new form', nextOn: null, booked: false });
  });

  test('takes a snooze or the customer’s hold back', async () => {
    const desk = await deskWithAoki();
    await desk.run('snooze', '1', '+2w');
    expect((await desk.json('edit', '1', '--clear', 'snooze')).deal.snoozeUntilOn).toBeNull();
    await desk.run('hold', '1', '+4w', '--words', 'quiet, please');
    const { deal } = await desk.json('edit', '1', '--clear', 'hold');
    expect(deal).toMatchObject({ holdUntilOn: null, holdWords: null });
  });

  test('lets a customer be contacted again', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--do-not-contact');
    expect((await desk.json('edit', '1', '--clear', 'do-not-contact')).deal.doNotContact).toBe(false);
  });

  test('says so where nothing differs', async () => {
    const desk = await deskWithAoki();
    expect((await desk.run('edit', '1', '--rival', 'Kita')).err).toBe(
      'Nothing to change: it was recorded like that already.',
    );
  });
});

describe('an edit that cannot be done', () => {
  test.each([
    ['of no deal', ['edit', '9', '--title', 'x'], 1, 'no_deal'],
    ['of nothing', ['edit', '1'], 2, 'nothing_to_do'],
    ['that forgets the customer', ['edit', '1', '--clear', 'customer'], 2, 'unknown_field'],
    ['that forgets a field nobody has', ['edit', '1', '--clear', 'mood'], 2, 'unknown_field'],
    ['with an empty value', ['edit', '1', '--title', ''], 2, 'empty_value'],
    ['to a status check', ['edit', '1', '--next', 'follow up on the proposal'], 3, 'status_next'],
  ])('%s', async (_what, argv, code, error) => {
    const desk = await deskWithAoki();
    const before = await desk.json('show', '1');
    const ran = await desk.run(...argv, '--json');
    expect(ran.code).toBe(code);
    expect(JSON.parse(ran.err).error.code).toBe(error);
    expect(await desk.json('show', '1')).toEqual(before);
  });

  test('names the candidates where several deals fit', async () => {
    const desk = await deskWithAoki();
    await desk.run('add', 'Aoki', 'second event');
    const { code, out, err } = await desk.run('edit', 'aoki', '--title', 'x');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('#1  Aoki  hiring event');
    expect(err).toContain('#2  Aoki  second event');
  });

  test('asks which one is meant at a terminal', async () => {
    const desk = await deskWithAoki();
    await desk.run('add', 'Aoki', 'second event');
    const { code } = await desk.answering(['second'], 'edit', 'aoki', '--decider', 'CEO');
    expect(code).toBe(0);
    expect((await desk.json('show', '2')).deal.decider).toBe('CEO');
    expect((await desk.json('show', '1')).deal.decider).toBeNull();
  });

  test('changes nothing after Ctrl-C at that question', async () => {
    const desk = await deskWithAoki();
    await desk.run('add', 'Aoki', 'second event');
    expect((await desk.answering([CTRL_C], 'edit', 'aoki', '--decider', 'CEO')).code).toBe(130);
    for (const id of ['1', '2']) expect((await desk.json('show', id)).deal.decider).toBeNull();
  });
});
