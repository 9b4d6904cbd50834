import { describe, expect, test } from 'vitest';
import { stepsOf } from '../support/book.ts';
import { CTRL_C, setUpDesk } from '../support/desk.ts';

describe('off a terminal, the open questions', () => {
  test('come with the flag that answers each, and nobody is asked', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--proposed', '2025-07-01');
    const { code, out, err } = await desk.run('ask', '1');
    expect(code).toBe(2);
    expect(out).toMatch(/followup edit 1 --decision-date "/);
    expect(err).toContain('Nobody is here to ask.');
  });

  test('are data for a script, the most moving one first', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--proposed', '2025-07-01');
    const { deal, questions } = await desk.json('ask', '1');
    expect(deal).toEqual({ id: 1, customer: 'Aoki' });
    const moves = questions.map(({ couldMove }: { couldMove: number }) => couldMove);
    expect(moves).toEqual([...moves].sort((a, b) => b - a));
    expect(questions[0]).toMatchObject({ code: 'goal-date' });
  });

  test('are those of the deal that matters most when none is named', async () => {
    const desk = await setUpDesk();
    await desk.run(
      'add',
      'Known',
      '--goal-date',
      '2026-06-30',
      '--decision-date',
      '9/1',
      '--next',
      'a case study',
      '--decider',
      'CEO',
      '--route',
      'board',
      '--kind',
      'small',
      '--proposed',
      '7/1',
    );
    await desk.run('add', 'Unknown', '--proposed', '7/1');
    expect((await desk.json('ask')).deal).toEqual({ id: 2, customer: 'Unknown' });
  });

  test('need a deal to be about', async () => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run('ask');
    expect(code).toBe(1);
    expect(err).toContain('There are no deals yet.');
  });
});

describe('at a terminal, the open questions', () => {
  test('are five at most, each skippable, and what was answered is kept', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--proposed', '2025-07-01');
    const { code, transcript } = await desk.answering(['30 Sep', true, '', 'unknown', '', 'CEO'], 'ask', '1');
    expect(code, transcript).toBe(0);
    const { deal } = await desk.json('show', '1');
    expect(deal.goalOn).toBe('2025-09-30');
    expect(deal).toMatchObject({ decisionOn: null, kind: null, decider: 'CEO', unknowns: { kind: '2025-07-22' } });
  });

  test('that were answered with "unknown" stay closed until the customer speaks', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--proposed', '2025-07-01');
    await desk.answering(['unknown', '', '', '', ''], 'ask', '1');
    const codes = async (...argv: string[]) =>
      (await desk.json('ask', '1', ...argv)).questions.map(({ code }: { code: string }) => code);
    expect(await codes()).not.toContain('goal-date');
    await desk.run('note', '1', 'they called', '--from', 'them', '--today', '2025-07-24');
    expect(await codes('--today', '2025-07-24')).toContain('goal-date');
  });

  test('leave the deal as it was when all are skipped', async () => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki', '--proposed', '2025-07-01');
    const { err } = await desk.answering(['', '', 'skip', '', ''], 'ask', '1');
    expect(err).toContain('Nothing to change');
    expect(await stepsOf(desk.bookFile)).toHaveLength(1);
  });

  test('say so when nothing is open', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--do-not-contact');
    const { code, out } = await desk.answering([], 'ask', '1');
    expect([code, out]).toEqual([0, 'Nothing open: all that the rule asks of this deal is recorded.']);
  });

  test.each([0, 1, 2, 3])('are forgotten after Ctrl-C at question %i', async (index) => {
    const desk = await setUpDesk({ onDisk: true });
    await desk.run('add', 'Aoki', '--proposed', '2025-07-01');
    const replies = ['30 Sep', true, '8/8', true].slice(0, index);
    const { code, err } = await desk.answering([...replies, CTRL_C], 'ask', '1');
    expect(code).toBe(130);
    // What was typed is not: there is a command that records it.
    const typed = [
      '',
      ' --goal-date 2025-09-30',
      ' --goal-date 2025-09-30',
      ' --goal-date 2025-09-30 --decision-date 2025-08-08',
    ];
    expect(err.includes('followup edit 1')).toBe(index > 0);
    if (index > 0) expect(err).toContain(`\n  followup edit 1${typed[index]}`);
    expect((await desk.json('show', '1')).deal).toMatchObject({ goalOn: null, decisionOn: null });
    expect(await stepsOf(desk.bookFile)).toHaveLength(1);
  });
});
