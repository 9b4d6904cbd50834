import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stepsOf } from '../support/book.ts';
import { CTRL_C, setUpDesk } from '../support/desk.ts';

describe('the quiet a customer asked for', () => {
  test('is kept with their words, as a word from them', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Kita');
    const { deal, contacts } = await desk.json('hold', '1', '9/1', '--words', 'leave us alone until September');
    expect(deal).toMatchObject({
      holdUntilOn: '2025-09-01',
      holdSinceOn: '2025-07-22',
      holdWords: 'leave us alone until September',
      lastSignalOn: '2025-07-22',
    });
    expect(contacts).toMatchObject([{ from: 'them', channel: null, text: 'leave us alone until September' }]);
    expect((await desk.json('today')).lists.onHold).toMatchObject([{ gate: 'hold', until: '2025-09-01' }]);
  });

  test.each([
    ['en', 'Tue 22 Jul  them: quiet', 'Tue 22 Jul  phone, them: quiet'],
    ['ja', '7/22(火)  先方：静かに', '7/22(火)  電話、先方：静かに'],
  ] as const)('is told by no means that nobody named (%s)', async (language, unnamed, named) => {
    const desk = await setUpDesk({ language });
    const words = language === 'ja' ? '静かに' : 'quiet';
    await desk.run('add', 'Kita', '--channel', 'chat');
    await desk.run('hold', '1', '9/1', '--words', words);
    await desk.run('add', 'Mori');
    await desk.run('hold', '2', '9/1', '--words', words, '--channel', 'phone');
    expect((await desk.run('show', '1')).out).toContain(unnamed);
    expect((await desk.run('show', '2')).out).toContain(named);
  });

  test('goes out and comes in again with the means unknown', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Kita');
    await desk.run('hold', '1', '9/1', '--words', 'quiet');
    const file = join(desk.folder, 'book.json');
    await desk.run('export', '--format', 'json', '-o', file);
    const other = await setUpDesk();
    await other.json('import', file);
    expect((await other.json('show', '1')).contacts).toMatchObject([{ from: 'them', channel: null }]);
    expect((await other.json('import', file)).unchanged).toBe(1);
  });

  test('outweighs what we owe them, until its day', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Kita');
    await desk.run('note', '1', 'promised', '--promise', 'quote', '--by', '8/20');
    await desk.run('hold', '1', '9/1', '--words', 'quiet');
    expect((await desk.json('today', '--today', '2025-08-29')).lists.contact).toEqual([]);
    expect((await desk.json('today', '--today', '2025-09-01')).lists.contact).toMatchObject([{ owed: true }]);
  });

  test.each([
    ['en', 'Worth saying once, now: Wed 20 Aug (latest useful)'],
    ['ja', '今、一度だけお伝えする価値があります'],
  ] as const)('that runs past their own date is kept, and the conflict said at once (%s)', async (language, said) => {
    const desk = await setUpDesk({ language });
    await desk.run('add', 'Kita', '--goal-date', '2025-08-20');
    const { code, err } = await desk.run('hold', '1', '9/1', '--words', 'quiet');
    expect(code).toBe(0);
    expect(err).toContain(said);
    expect((await desk.json('today')).lists.onHold).toMatchObject([{ conflict: true }]);
  });

  test('that ends before their own date is no conflict', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Kita', '--goal-date', '2025-10-31');
    expect((await desk.run('hold', '1', '9/1', '--words', 'quiet')).err).toBe('Quiet until Mon 1 Sep, as they wished.');
  });

  test.each([
    ['en', 'the quiet they asked for is over'],
    ['ja', '控えていた期間は終わりました'],
  ] as const)('is over once they have said no, and the reason may be asked for (%s)', async (language, said) => {
    const desk = await setUpDesk({ language });
    await desk.run('add', 'Kita');
    await desk.run('hold', '1', '9/1', '--words', 'quiet');
    const { err } = await desk.run('close', '1', 'declined', '--who', 'Ms Kita', '--channel', 'phone');
    expect(err).toContain(said);
    expect(err).toContain('followup draft 1 --angle lossreason');
    expect((await desk.json('show', '1')).deal).toMatchObject({ holdUntilOn: null, holdWords: null });
    expect((await desk.run('draft', '1', '--angle', 'lossreason')).code).toBe(0);
  });

  test('asked for after they had said no holds, and nothing is advised that it forbids', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Kita');
    await desk.run('hold', '1', '9/1', '--words', 'quiet');
    const no = ['--who', 'Ms Kita', '--channel', 'phone', '--on', '7/18'];
    const { err } = await desk.run('close', '1', 'declined', ...no);
    expect(err).not.toContain('lossreason');
    expect((await desk.json('show', '1')).deal.holdUntilOn).toBe('2025-09-01');
    expect((await desk.run('draft', '1', '--angle', 'lossreason')).code).toBe(3);
  });

  test.each([
    ['without their words', ['hold', '1', '9/1'], 'missing'],
    ['by a means there is not', ['hold', '1', '9/1', '--words', 'quiet', '--channel', 'pigeon'], 'bad_choice'],
    ['with empty words', ['hold', '1', '9/1', '--words', ' '], 'empty_value'],
    ['until a day that is over', ['hold', '1', '7/1/2025', '--words', 'quiet'], 'bad_day'],
    ['until yesterday', ['hold', '1', 'yesterday', '--words', 'quiet'], 'past_day'],
  ])('is not kept %s', async (_what, argv, error) => {
    const desk = await setUpDesk();
    await desk.run('add', 'Kita');
    const { code, err } = await desk.run(...argv, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, error]);
    expect((await desk.json('show', '1')).deal.holdUntilOn).toBeNull();
  });

  test('is asked about at a terminal, and Ctrl-C forgets it', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Kita');
    expect((await desk.answering([CTRL_C], 'hold', '1', '9/1')).code).toBe(130);
    expect(await stepsOf(desk.bookFile)).toHaveLength(1);
    expect((await desk.answering(['not before September'], 'hold', '1', '9/1')).code).toBe(0);
    expect((await desk.json('show', '1')).deal.holdWords).toBe('not before September');
  });
});
