import { describe, expect, test } from 'vitest';
import { CTRL_C, type Desk, type DeskOptions, setUpDesk } from '../support/desk.ts';

const TOLD = ['--words', 'The budget was cut.', '--who', 'Ms Sato', '--channel', 'phone', '--reason', 'budget'];

async function deskWith(options: DeskOptions = {}, ...flags: readonly string[]): Promise<Desk> {
  const desk = await setUpDesk({ today: '2025-07-22', ...options });
  await desk.run('add', 'Aoki', 'hiring event', '--contact', 'Ms Sato', ...flags);
  return desk;
}

const stateOf = async (desk: Desk, id = '1'): Promise<string> => (await desk.json('show', id)).deal.state;

describe('a told end', () => {
  test('of a loss keeps the words, who, when, how, the reason and the rep’s guess beside it', async () => {
    const desk = await deskWith();
    const more = ['--on', '7/18', '--factor', 'no-date', '--revisit', '2026-02-02'];
    const shown = await desk.json('close', '1', 'lost', ...TOLD, ...more);
    expect(shown.deal).toMatchObject({
      state: 'lost',
      closedOn: '2025-07-18',
      reason: 'budget',
      revisitOn: '2026-02-02',
    });
    expect(shown.outcome).toEqual({
      state: 'lost',
      on: '2025-07-18',
      words: 'The budget was cut.',
      who: 'Ms Sato',
      channel: 'phone',
      reason: 'budget',
      factor: 'no-date',
      fact: null,
      revisitOn: '2026-02-02',
    });
    // What they said is a word from them.
    expect(shown.contacts).toMatchObject([
      { on: '2025-07-18', from: 'them', channel: 'phone', text: 'The budget was cut.' },
    ]);
  });

  test('does not write down twice what was noted already', async () => {
    const desk = await deskWith();
    await desk.run('note', '1', 'Mail: The budget was cut. Sorry!', '--from', 'them');
    expect((await desk.json('close', '1', 'lost', ...TOLD)).contacts).toHaveLength(1);
  });

  test('says what happens next', async () => {
    const desk = await deskWith();
    await desk.run(
      'note',
      '1',
      'this is my last mail about it; I am here if you need us',
      '--angle',
      'closefile',
      '--on',
      '7/1',
    );
    const { code, out, err } = await desk.run('close', '1', 'dormant', '--revisit', '2025-10-01');
    expect([code, err]).toEqual([
      0,
      'Deal 1: dormant, answer outstanding.\nIt counts as an answer outstanding, not as a loss.\nIt comes back to your list on Wed 1 Oct.',
    ]);
    expect(out).toContain('Aoki');
    const later = await desk.json('today', '--today', '2025-10-01');
    expect(later.lists.thisWeek).toMatchObject([{ deal: { id: 1, state: 'dormant' }, angle: { code: 'revisit' } }]);
  });

  test('is named in Japanese as well as by its code', async () => {
    const desk = await deskWith({ language: 'ja' });
    const said = [
      '--words',
      '今期は予算が付きませんでした',
      '--who',
      '佐藤様',
      '--channel',
      'phone',
      '--reason',
      '予算がない',
    ];
    const { code, err } = await desk.run('close', '1', '失注', ...said);
    expect([code, err.split('\n')[0]]).toEqual([0, '案件1を「失注」としました。']);
    expect((await desk.json('show', '1')).outcome).toMatchObject({ state: 'lost', reason: 'budget' });
  });

  test('is shown with who said it, and what it was before', async () => {
    const desk = await deskWith();
    await desk.run('close', '1', 'declined', '--who', 'Ms Sato', '--channel', 'email', '--words', 'We will pass.');
    await desk.run('close', '1', 'lost', '--words', 'Too expensive.', '--reason', 'price', '--factor', 'price-late');
    const { out } = await desk.run('show', '1');
    expect(out).toContain(
      '“Too expensive.”  Ms Sato, e-mail\n  their reason: price too high\n  your guess: the price came late',
    );
    expect(out).toMatch(/How it had ended before\n {2}declined.*\n {2}“We will pass.”/);
  });

  test.each([
    [['close', '1'], 2, '<outcome>'],
    [['close', '1', 'open'], 2, 'won, lost'],
    [['close', '9', 'won'], 1, 'No deal'],
    [['close', '1', 'lost', ...TOLD, '--on', '2025-08-01'], 2, 'still to come'],
    [['close', '1', 'lost', ...TOLD, '--channel', 'pigeon'], 2, '--channel'],
    [['close', '1', 'lost', ...TOLD, '--who', '-'], 3, 'is nobody'],
    [['close', '1', 'won', '--revisit', '2026-01-01'], 2, '--revisit'],
    [['reopen', '1'], 1, 'is open'],
  ])('%j exits %i', async (argv, exit, said) => {
    const desk = await deskWith();
    const { code, err } = await desk.run(...argv);
    expect([code, err]).toEqual([exit, expect.stringContaining(said)]);
    expect(await stateOf(desk)).toBe('open');
  });
});

describe.each(['en', 'ja'] as const)('a refusal in %s', (language) => {
  test.each([
    [['lost'], '--words'],
    [['lost', ...TOLD, '--words', '特になし'], '特になし'],
    [['lost', ...TOLD, '--words', 'N/A'], 'N/A'],
    [['lost', ...TOLD, '--words', '電話に出てもらえない'], '電話'],
    [['lost', ...TOLD, '--words', 'they never replied'], 'they never replied'],
    [['lost', ...TOLD, '--reason', 'no reply'], 'no reply'],
    [['lost', ...TOLD, '--words', 'ご検討状況はいかがでしょうか'], 'ご検討状況'],
  ])('%j names the honest exits', async (said, named) => {
    const desk = await deskWith({ language });
    const { code, err, out } = await desk.run('close', '1', ...said);
    expect([code, out]).toEqual([3, '']);
    for (const word of [named, 'declined', 'dormant', 'closefile', 'withdrawn', '--revisit'])
      expect(err).toContain(word);
    const { error } = JSON.parse((await desk.run('close', '1', ...said, '--json')).err);
    expect(error).toMatchObject({
      code: expect.any(String),
      message: expect.any(String),
      hint: expect.stringContaining('followup close'),
    });
    expect(await stateOf(desk)).toBe('open');
  });
});

describe('after a “no”', () => {
  const NO = ['close', '1', 'declined', '--who', 'Ms Sato', '--channel', 'email', '--words', 'We will pass.'];

  test('today offers to ask why, once, within ten business days, whatever was asked before', async () => {
    const desk = await deskWith();
    for (const on of ['7/1', '7/8']) await desk.run('note', '1', 'any update?', '--on', on);
    await desk.run('note', '1', 'which number fits?', '--angle', 'verdict', '--on', '7/21');
    const { err } = await desk.run(...NO);
    expect(err).toContain('by Tue 5 Aug: followup draft 1 --angle lossreason');
    const offered = async (today: string): Promise<string[]> =>
      Object.values(
        (await desk.json('today', '--today', today)).lists as Record<string, { angle: { code: string } | null }[]>,
      )
        .flat()
        .map(({ angle }) => angle?.code ?? '-');
    expect(await offered('2025-07-22')).toEqual(['lossreason']);
    expect(await offered('2025-08-05')).toEqual(['lossreason']);
    expect(await offered('2025-08-06')).toEqual([]);
    await desk.run('note', '1', 'thank you; what was the one thing?', '--angle', 'lossreason', '--on', '7/22');
    expect(await offered('2025-07-28')).toEqual([]);
  });

  test('nobody is asked who asked not to be contacted', async () => {
    const desk = await deskWith({}, '--do-not-contact');
    const { code, err } = await desk.run(...NO);
    expect([code, err]).toEqual([0, expect.not.stringContaining('lossreason')]);
  });

  test('the reason makes it a loss; its absence does so only once they were asked', async () => {
    const desk = await deskWith();
    await desk.run(...NO);
    expect((await desk.run('close', '1', 'lost', '--reason', 'undisclosed')).code).toBe(3);
    await desk.run('note', '1', 'thank you; what was the one thing?', '--angle', 'lossreason');
    const { outcome, earlierOutcomes } = await desk.json('close', '1', 'lost', '--reason', 'undisclosed');
    expect(outcome).toMatchObject({ state: 'lost', reason: 'undisclosed', words: 'We will pass.', who: 'Ms Sato' });
    expect(earlierOutcomes).toMatchObject([{ state: 'declined', reason: null }]);
  });
});

describe('reopening', () => {
  test('keeps how it had ended, and the wish not to be contacted', async () => {
    const desk = await deskWith({}, '--do-not-contact');
    await desk.run('close', '1', 'lost', ...TOLD);
    const shown = await desk.json('reopen', '1', '--words', 'The budget is there after all.');
    expect(shown.deal).toMatchObject({
      state: 'open',
      closedOn: null,
      reason: null,
      revisitOn: null,
      doNotContact: true,
    });
    expect(shown.outcome).toBeNull();
    expect(shown.earlierOutcomes).toMatchObject([{ state: 'lost', words: 'The budget was cut.' }]);
    expect(shown.contacts.at(-1)).toMatchObject({ from: 'them', text: 'The budget is there after all.' });
  });

  test('takes no silence and no placeholder for their words', async () => {
    const desk = await deskWith();
    await desk.run('close', '1', 'lost', ...TOLD);
    expect((await desk.run('reopen', '1', '--words', 'n/a')).code).toBe(3);
    expect(await stateOf(desk)).toBe('lost');
  });
});

describe('on a terminal', () => {
  test('asks for what is missing, and never writes the customer’s words itself', async () => {
    const desk = await deskWith();
    const replies = ['特になし', 'The budget was cut.', '', 'phone', 'no budget', '7/18', 'none', ''];
    const { code, transcript } = await desk.answering(replies, 'close', '1', 'lost');
    expect(code).toBe(0);
    expect(transcript).toMatchInlineSnapshot(`
      "? What did they say, word for word? (as they said or wrote it; Enter if you do not have their words)
      > 特になし
      ! --words: “特になし” only fills the place. What is kept here is what was really said or what really happened.
      ? What did they say, word for word? (as they said or wrote it; Enter if you do not have their words)
      > The budget was cut.
      ? Who said it? (Enter: Ms Sato)
      > 
      ? How did it reach you?
      > phone
      ? Their reason, by their words:
      > no budget
      ? When? (a day, or Enter for today)
      > 7/18
      ? Your own guess, kept beside their reason:
      > none
      ? Come back to them on which day? (a day, or Enter to skip)
      > 
      Deal 1: lost.
      Their words stay on record. Nothing more is asked of them.
      Aoki — hiring event  #1
        It is on no list."
    `);
    expect((await desk.json('show', '1')).outcome).toMatchObject({
      who: 'Ms Sato',
      reason: 'budget',
      on: '2025-07-18',
    });
  });

  test('asks nothing where all is given', async () => {
    const desk = await deskWith();
    expect((await desk.answering([], 'close', '1', 'lost', ...TOLD)).code).toBe(0);
  });

  test('leads from a loss without words to the honest exit', async () => {
    const desk = await deskWith();
    const replies = ['lost', '', 'declined', 'Ms Sato', 'e-mail', ''];
    const { code } = await desk.answering(replies, 'close', '1');
    expect(code).toBe(0);
    expect((await desk.json('show', '1')).outcome).toMatchObject({ state: 'declined', words: null, channel: 'email' });
  });

  test('or leaves the deal open', async () => {
    const desk = await deskWith();
    const { code, transcript } = await desk.answering(['', 'keep it open'], 'close', '1', 'lost');
    expect([code, transcript]).toEqual([0, expect.stringContaining('Deal 1 stays open.')]);
    expect(await stateOf(desk)).toBe('open');
  });

  test('asks for our own reason to withdraw, and a day for a sleeping deal', async () => {
    const desk = await deskWith();
    await desk.answering(['no capacity until May'], 'close', '1', 'withdrawn');
    expect((await desk.json('show', '1')).outcome).toMatchObject({ state: 'withdrawn', fact: 'no capacity until May' });
    await desk.run('add', 'Sato');
    await desk.run('note', '2', 'my last mail about it', '--angle', 'closefile', '--on', '7/1');
    await desk.answering(['2025-10-01'], 'close', '2', 'dormant');
    expect((await desk.json('show', '2')).deal).toMatchObject({ state: 'dormant', revisitOn: '2025-10-01' });
  });

  test('changes nothing when it is cancelled', async () => {
    const desk = await deskWith();
    const { code } = await desk.answering(['The budget was cut.', CTRL_C], 'close', '1', 'lost');
    expect([code, await stateOf(desk)]).toEqual([130, 'open']);
  });
});
