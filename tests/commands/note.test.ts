import { describe, expect, test } from 'vitest';
import { stepsOf } from '../support/book.ts';
import { CTRL_C, type Desk, setUpDesk } from '../support/desk.ts';

async function deskWithAoki(options: Parameters<typeof setUpDesk>[0] = {}): Promise<Desk> {
  const desk = await setUpDesk(options);
  await desk.run('add', '青木工業', '採用イベント', '--kind', 'small');
  return desk;
}

describe('a note', () => {
  test('keeps a contact of ours, today and by e-mail, with the shape of the contract', async () => {
    const desk = await deskWithAoki();
    const { contacts } = await desk.json('note', '1', 'sent the case study', '--angle', 'info');
    expect(contacts).toEqual([
      {
        n: 1,
        on: '2025-07-22',
        from: 'us',
        channel: 'email',
        angle: 'info',
        statusOnly: false,
        gives: true,
        noAnswer: false,
        toldLatestOn: null,
        text: 'sent the case study',
      },
    ]);
  });

  test('takes its day, side and channel from flags', async () => {
    const desk = await deskWithAoki();
    const flags = ['--on', '7/18', '--from', 'them', '--channel', 'phone'];
    const { contacts, deal } = await desk.json('note', '1', 'they called', ...flags);
    expect(contacts).toMatchObject([{ on: '2025-07-18', from: 'them', channel: 'phone', angle: null }]);
    expect(deal).toMatchObject({ lastSignalOn: '2025-07-18', lastContactOn: null });
  });

  test.each(['meeting', 'visit', 'online'])('of a talk (%s) counts for both sides', async (channel) => {
    const desk = await deskWithAoki();
    const { deal } = await desk.json('note', '1', 'talked it through', '--channel', channel, '--on', '7/18');
    expect(deal).toMatchObject({ lastContactOn: '2025-07-18', lastSignalOn: '2025-07-18', unanswered: 0 });
  });

  test('of a visit to a closed door counts for us alone', async () => {
    const desk = await deskWithAoki();
    const { deal, contacts } = await desk.json('note', '1', 'nobody there', '--channel', 'visit', '--no-answer');
    expect(contacts).toMatchObject([{ noAnswer: true, statusOnly: false }]);
    expect(deal).toMatchObject({ lastContactOn: '2025-07-22', lastSignalOn: null, unanswered: 1 });
  });

  test('reads the channel from its first word, in both languages', async () => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', 'visited; the head of HR likes it');
    await desk.run('note', '1', '電話。ご不在');
    const { contacts } = await desk.json('show', '1');
    expect(contacts.map(({ channel }: { channel: string }) => channel)).toEqual(['visit', 'phone']);
  });

  test('uses the channel the customer prefers where it names none', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--channel', 'chat');
    expect((await desk.json('note', '1', 'sent the case study')).contacts).toMatchObject([{ channel: 'chat' }]);
  });

  test('stands in the order of what happened, not of when it was written down', async () => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', 'second', '--on', '7/18', '--angle', 'info');
    await desk.run('note', '1', 'first', '--on', '7/10', '--angle', 'idea');
    const { contacts } = await desk.json('show', '1');
    expect(contacts).toMatchObject([
      { n: 2, on: '2025-07-10' },
      { n: 1, on: '2025-07-18' },
    ]);
  });
});

describe('whether our contact was only a status check', () => {
  test.each([
    ['any update on this?', true],
    ['just following up on my last e-mail', true],
    ['その後いかがでしょうか', true],
    ['ご検討状況はいかがですか', true],
    ['Here is the staff-hours table you asked for.', false],
    ['他社での作業時間の一覧をお送りします', false],
  ])('is decided by its words: %s', async (text, statusOnly) => {
    const desk = await deskWithAoki();
    const { contacts, deal } = await desk.json('note', '1', text);
    expect(contacts).toMatchObject([{ statusOnly }]);
    expect(deal.statusRun).toBe(statusOnly ? 1 : 0);
  });

  test.each([
    ['en', 'any update on this?', 'Counted as a status check'],
    ['ja', 'その後いかがでしょうか', '状況確認のみの連絡として数えました'],
  ] as const)('is said when it is (%s)', async (language, text, said) => {
    const desk = await deskWithAoki({ language });
    expect((await desk.run('note', '1', text)).err).toContain(said);
  });

  test('is the rep’s own word where there is one', async () => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', 'any update on this?', '--angle', 'info', '--on', '7/10');
    await desk.run('note', '1', 'called', '--status-only', '--on', '7/11');
    const { contacts } = await desk.json('show', '1');
    expect(contacts).toMatchObject([{ statusOnly: false }, { statusOnly: true }]);
  });

  test('is never asked of the customer’s own words, nor of a talk', async () => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', 'any update?', '--from', 'them', '--on', '7/10');
    await desk.run('note', '1', 'any update?', '--channel', 'visit', '--on', '7/11');
    const { contacts } = await desk.json('show', '1');
    expect(contacts).toMatchObject([{ statusOnly: false }, { statusOnly: false }]);
  });

  test('is no matter where something was handed over with it', async () => {
    const desk = await deskWithAoki();
    const { contacts } = await desk.json('note', '1', 'any update?', '--supplied', 'quote');
    expect(contacts).toMatchObject([{ statusOnly: false, gives: true }]);
  });
});

describe('a promise', () => {
  test('is kept with its day and, where it names one, its material', async () => {
    const desk = await deskWithAoki();
    const { promises, materials } = await desk.json(
      'note',
      '1',
      'promised it',
      '--promise',
      'security',
      '--by',
      '7/25',
    );
    expect(promises).toMatchObject([{ n: 1, text: 'security', dueOn: '2025-07-25', keptOn: null }]);
    expect(materials).toContainEqual({ code: 'security', status: 'promised', on: '2025-07-22' });
  });

  test.each(['security', 'security sheet', 'セキュリティシート'])('is settled by supplying %s', async (name) => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', 'promised it', '--promise', 'security', '--by', '7/18', '--on', '7/15');
    const { promises, materials } = await desk.json('note', '1', 'here it is', '--supplied', name);
    expect(promises).toMatchObject([{ keptOn: '2025-07-22' }]);
    expect(materials).toContainEqual({ code: 'security', status: 'supplied', on: '2025-07-22' });
  });

  test('is settled by its number, which supplies its material', async () => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', '', '--promise', '費用対効果の試算', '--by', '7/25');
    const { promises, materials } = await desk.json('note', '1', 'here it is', '--kept', '1');
    expect(promises).toMatchObject([{ material: 'roi', keptOn: '2025-07-22' }]);
    expect(materials).toContainEqual({ code: 'roi', status: 'supplied', on: '2025-07-22' });
  });

  test('in other words than a material’s is a promise all the same', async () => {
    const desk = await deskWithAoki();
    const { promises } = await desk.json('note', '1', 'ok', '--promise', 'a call with our engineer', '--by', 'fri');
    expect(promises).toMatchObject([{ text: 'a call with our engineer', material: null, dueOn: '2025-07-25' }]);
    expect((await desk.json('note', '1', 'done', '--kept', '1')).promises).toMatchObject([{ keptOn: '2025-07-22' }]);
  });

  test('cannot be kept twice', async () => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', 'ok', '--promise', 'a call', '--by', 'fri');
    await desk.run('note', '1', 'done', '--kept', '1');
    expect((await desk.run('note', '1', 'done', '--kept', '1')).code).toBe(2);
  });
});

describe('what is stated without a word of a contact', () => {
  const PROMISE = ['--promise', 'running costs', '--by', 'fri'];

  test('is recorded, and leaves owed what is owed', async () => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', 'visited; the board meets', '--channel', 'visit');
    const { contacts, promises } = await desk.json('note', '1', ...PROMISE);
    expect(promises).toMatchObject([{ material: 'tco', dueOn: '2025-07-25', keptOn: null }]);
    expect(contacts).toMatchObject([{ n: 1, channel: 'visit' }]);
    expect((await desk.json('today')).lists.contact).toMatchObject([{ owed: true, angle: { code: 'thanks' } }]);
    expect((await desk.run('draft', '1')).code).toBe(0);
  });

  test.each([
    ['en', PROMISE, '✓ recorded: a promise, by Fri 25 Jul; no contact'],
    ['ja', PROMISE, '✓ 記録しました: 7/25(金)までのお約束（連絡はなし）'],
    ['en', ['--decision-date', '8/8', '--decider', 'CEO'], 'recorded: decision date Fri 8 Aug, decider; no contact'],
    ['ja', ['--not-needed', 'plan', '--booked'], '不要：導入スケジュール・体制表、次にお会いする理由（連絡はなし）'],
    ['en', ['--next', 'staff hours', '--next-on', '7/28'], 'recorded: next reason to meet; no contact'],
  ] as const)('is said to be no contact (%s %j)', async (language, flags, said) => {
    const desk = await deskWithAoki({ language });
    const { code, err } = await desk.run('note', '1', ...flags);
    expect([code, err]).toEqual([0, expect.stringContaining(said)]);
    expect((await desk.json('show', '1')).contacts).toEqual([]);
  });

  test('is a kept promise too, with the material it supplied', async () => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', ...PROMISE);
    const { promises, materials, contacts } = await desk.json('note', '1', '--kept', '1');
    expect(promises).toMatchObject([{ keptOn: '2025-07-22' }]);
    expect(materials).toContainEqual({ code: 'tco', status: 'supplied', on: '2025-07-22' });
    expect(contacts).toEqual([]);
  });

  test('is one step, which undo takes back whole', async () => {
    const desk = await deskWithAoki();
    const before = await desk.json('show', '1');
    await desk.run('note', '1', ...PROMISE, '--decision-date', '8/8', '--next', 'staff hours');
    await desk.run('undo');
    expect(await desk.json('show', '1')).toEqual(before);
  });

  test('is asked about at a terminal as any note, but for what was handed over', async () => {
    const desk = await deskWithAoki();
    const { transcript, asked } = await desk.answering(['8/8', true, ''], 'note', '1', ...PROMISE);
    expect(transcript).toContain('Understood: a promise, by Fri 25 Jul; no contact');
    expect(asked).toHaveLength(3);
    expect((await desk.json('show', '1')).contacts).toEqual([]);
  });

  test.each([
    ['--on', '7/21'],
    ['--from', 'them'],
    ['--channel', 'phone'],
    ['--angle', 'info'],
    ['--status-only'],
    ['--no-answer'],
    ['--needs', 'quote'],
    ['--supplied', 'quote'],
    ['--asked', 'who?'],
    ['--doubt', 'security'],
  ])('is one all the same with %s', async (...telling) => {
    const desk = await deskWithAoki();
    expect((await desk.json('note', '1', ...PROMISE, ...telling)).contacts).toHaveLength(1);
  });

  test('is theirs where they asked and we promised', async () => {
    const desk = await deskWithAoki();
    const { contacts } = await desk.json('note', '1', ...PROMISE, '--asked', 'what does it cost to run?');
    expect(contacts).toMatchObject([{ from: 'them' }]);
  });
});

describe('a material', () => {
  test('they asked for is owed until it is supplied', async () => {
    const desk = await deskWithAoki();
    await desk.run(
      'note',
      '1',
      'they need two things',
      '--from',
      'them',
      '--needs',
      '見積書、セキュリティシート',
      '--on',
      '7/18',
    );
    expect((await desk.json('today')).lists.contact).toMatchObject([{ owed: true, angle: { code: 'material' } }]);
    const { materials } = await desk.json('note', '1', 'both', '--supplied', 'quote,security');
    expect(materials).toContainEqual({ code: 'quote', status: 'supplied', on: '2025-07-22' });
    expect((await desk.json('today')).lists.contact).toEqual([]);
  });

  test('of the standard set that is not needed is no gap', async () => {
    const desk = await deskWithAoki();
    const { materials } = await desk.json('note', '1', 'they know our plan', '--from', 'them', '--not-needed', 'plan');
    expect(materials).toEqual([
      { code: 'quote', status: null, on: null },
      { code: 'proposal', status: null, on: null },
      { code: 'plan', status: 'not-needed', on: '2025-07-22' },
    ]);
  });
});

describe('a question of theirs', () => {
  test('waits until it is answered, with the answer', async () => {
    const desk = await deskWithAoki();
    const asked = ['--from', 'them', '--asked', 'who runs it?', '--doubt', 'security', '--on', '7/18'];
    const open = await desk.json('note', '1', 'a question', ...asked);
    expect(open.questions).toMatchObject([{ n: 1, text: 'who runs it?', askedOn: '2025-07-18', answeredOn: null }]);
    const { questions } = await desk.json('note', '1', 'told them', '--answered', '1', '--answer', 'our own team');
    expect(questions).toMatchObject([{ answeredOn: '2025-07-22', answer: 'our own team' }]);
  });

  test.each([
    ['en', 'who runs it?', 'Settled: who runs it?\n'],
    ['ja', '誰が見るのか。', '完了: 誰が見るのか。\n'],
  ] as const)('is settled with one mark at its end (%s)', async (language, question, said) => {
    const desk = await deskWithAoki({ language });
    await desk.run('note', '1', 'a question', '--from', 'them', '--asked', question);
    expect(`${(await desk.run('note', '1', 'told them', '--answered', '1')).err}\n`).toContain(said);
  });

  test('needs no number when it is the only one', async () => {
    const desk = await deskWithAoki();
    await desk.run('note', '1', '', '--from', 'them', '--asked', 'who runs it?');
    expect((await desk.json('note', '1', '', '--answer', 'we do')).questions).toMatchObject([{ answer: 'we do' }]);
  });
});

describe('what a note learns about the deal', () => {
  test('is kept: who, where, when, and the next reason with its day', async () => {
    const desk = await deskWithAoki();
    const facts = ['--decision-date', '8/8', '--scene', 'board', '--decider', 'CEO'];
    const next = ['--next', 'hours at two similar companies', '--next-on', '7/28', '--booked'];
    const { deal } = await desk.json('note', '1', 'met them', '--channel', 'meeting', ...facts, ...next);
    expect(deal).toMatchObject({
      decisionOn: '2025-08-08',
      scene: 'board',
      decider: 'CEO',
      next: 'hours at two similar companies',
      nextOn: '2025-07-28',
      booked: true,
    });
  });

  test('keeps a slip when their date moved', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--decision-date', '8/8');
    const { err } = await desk.run('note', '1', 'they need longer', '--from', 'them', '--decision-date', '8/29');
    expect(err).toContain('moved from Fri 8 Aug to Fri 29 Aug');
    expect((await desk.json('show', '1')).slips).toHaveLength(1);
  });

  test('marks the latest useful date as told', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--goal-date', '9/30', '--lead', '1mo');
    expect((await desk.run('note', '1', 'sent the calendar', '--angle', 'workback')).err).toContain('Marked as told');
  });

  test('uses up the agreed meeting when the talk has taken place', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--next', 'a look at the form', '--next-on', '7/22', '--booked');
    const { deal } = await desk.json('note', '1', 'showed the form', '--channel', 'meeting');
    expect(deal).toMatchObject({ next: null, nextOn: null, booked: false });
  });
});

describe('a note that cannot be kept', () => {
  test.each([
    ['of nothing', ['note', '1'], 2, 'missing'],
    ['of empty words', ['note', '1', ' '], 2, 'missing'],
    ['on no deal', ['note', '9', 'hello'], 1, 'no_deal'],
    ['of a day to come', ['note', '1', 'met', '--on', 'tomorrow'], 2, 'day_ahead'],
    ['from a third side', ['note', '1', 'met', '--from', 'god'], 2, 'bad_choice'],
    ['on no channel', ['note', '1', 'met', '--channel', 'pigeon'], 2, 'bad_choice'],
    ['for no angle', ['note', '1', 'met', '--angle', 'luck'], 2, 'bad_choice'],
    ['of no doubt', ['note', '1', 'met', '--doubt', 'mood'], 2, 'bad_choice'],
    ['with no material', ['note', '1', 'met', '--supplied', 'a hat'], 2, 'bad_material'],
    ['with a promise of no day', ['note', '1', 'met', '--promise', 'quote'], 2, 'promise_needs_day'],
    ['with a day of no promise', ['note', '1', 'met', '--by', 'fri'], 2, 'flag_needs'],
    ['keeping no promise', ['note', '1', 'met', '--kept', '1'], 2, 'no_promise'],
    ['keeping a promise of no number', ['note', '1', 'met', '--kept', 'first'], 2, 'bad_count'],
    ['answering no question', ['note', '1', 'met', '--answered', '1'], 2, 'no_question'],
    ['with a status check as next reason', ['note', '1', 'met', '--next', 'any update?'], 3, 'status_next'],
    ['with a Japanese status check', ['note', '1', 'met', '--next', 'ご状況の確認'], 3, 'status_next'],
  ])('%s', async (_what, argv, code, error) => {
    const desk = await deskWithAoki();
    const ran = await desk.run(...argv, '--json');
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(JSON.parse(ran.err).error.code).toBe(error);
    expect((await desk.json('show', '1')).contacts).toEqual([]);
  });

  test.each([
    ['en', 'Several deals fit “ext:CRM-1”', '#2  Zeta  Z1'],
    ['ja', '「ext:CRM-1」に当てはまる案件がいくつかあります', '#2  Zeta  Z1'],
  ] as const)('because two deals have its external id (%s)', async (language, ...said) => {
    const desk = await deskWithAoki({ language });
    await desk.run('edit', '1', '--external-id', 'CRM-1');
    expect((await desk.run('note', 'ext:CRM-1', 'hello')).code).toBe(0);
    await desk.run('add', 'Zeta', 'Z1', '--external-id', 'CRM-1');
    const { code, err } = await desk.run('note', 'ext:CRM-1', 'hello');
    expect(code).toBe(1);
    for (const text of said) expect(err).toContain(text);
    expect((await desk.json('show', '1')).contacts).toHaveLength(1);
  });

  test('because two questions wait and it does not say which it answers', async () => {
    const desk = await deskWithAoki();
    for (const text of ['who?', 'when?']) await desk.run('note', '1', '', '--from', 'them', '--asked', text);
    const { code, err } = await desk.run('note', '1', '', '--answer', 'we do', '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, 'flag_needs']);
  });
});

describe('at a terminal, a note', () => {
  test('asks what happened and then three questions: when they decide, what they got, what comes next', async () => {
    const desk = await deskWithAoki();
    const { code, transcript } = await desk.answering(
      [
        'visited; HR likes it, worried about staff time',
        '8/8',
        true,
        ['quote', 'proposal'],
        'any update?',
        'staff hours elsewhere, 28 Jul',
      ],
      'note',
      '1',
    );
    expect(code).toBe(0);
    expect(transcript).toMatch(/Understood: visit, Tue 22 Jul, both[\s\S]*✓ recorded: visit, Tue 22 Jul, both/);
    expect(transcript).toContain('! “any update?” is a status check');
    const { deal, contacts, materials } = await desk.json('show', '1');
    expect(contacts).toMatchObject([{ channel: 'visit' }]);
    expect(deal).toMatchObject({ decisionOn: '2025-08-08', next: 'staff hours elsewhere', nextOn: '2025-07-28' });
    expect(materials.filter(({ status }: { status: string }) => status === 'supplied')).toHaveLength(2);
  });

  test('says whether the decision date still serves their goal', async () => {
    const desk = await deskWithAoki();
    await desk.run('edit', '1', '--goal-date', '9/30', '--lead', '1mo', '--next', 'two case studies');
    const { transcript } = await desk.answering(['met them', '15 Sep', false, '20 Aug', true, []], 'note', '1');
    expect(transcript).toContain('Later than useful: Mon 15 Sep is after');
    expect(transcript).toContain('In time:');
  });

  test('keeps "unknown" as an answer and does not ask that again', async () => {
    const desk = await deskWithAoki();
    await desk.answering(['met them', 'unknown', [], ''], 'note', '1');
    const { deal } = await desk.json('show', '1');
    expect(deal).toMatchObject({ decisionOn: null, unknowns: { 'decision-date': '2025-07-22' } });
  });

  test('asks nothing that its flags have answered', async () => {
    const desk = await deskWithAoki();
    const flags = ['--decision-date', '8/8', '--supplied', 'quote', '--next', 'two case studies'];
    expect((await desk.answering([], 'note', '1', 'met them', ...flags)).code).toBe(0);
  });

  test('asks nothing of a deal that has ended', async () => {
    const desk = await deskWithAoki();
    await desk.run('close', '1', 'won');
    expect((await desk.answering([], 'note', '1', 'sent our thanks', '--angle', 'thanks')).code).toBe(0);
  });

  const REPLIES = ['visited', '8/8', true, ['quote'], 'staff hours elsewhere', '28 Jul'] as const;
  test('asks for the day of the next reason where it names none', async () => {
    const desk = await deskWithAoki();
    await desk.answering(REPLIES, 'note', '1');
    expect((await desk.json('show', '1')).deal.nextOn).toBe('2025-07-28');
  });

  test.each(REPLIES.map((_, index) => index))('is gone without a trace after Ctrl-C at question %i', async (index) => {
    const desk = await deskWithAoki({ onDisk: true });
    const before = await desk.json('show', '1');
    const { code, transcript } = await desk.answering([...REPLIES.slice(0, index), CTRL_C], 'note', '1');
    expect(code).toBe(130);
    expect(transcript).not.toContain('✓ recorded');
    expect(await desk.json('show', '1')).toEqual(before);
    expect((await stepsOf(desk.bookFile)).map(({ command }) => command)).toEqual(['add']);
  });

  const TYPED = [
    'visited',
    'visited --decision-date 2025-08-08',
    'visited --decision-date 2025-08-08',
    'visited --supplied quote --decision-date 2025-08-08',
    'visited --supplied quote --decision-date 2025-08-08 --next "staff hours elsewhere"',
  ];
  test.each(TYPED.map((line, index) => [line, index + 1] as const))(
    'says the command that records what was typed by then: %s',
    async (line, index) => {
      for (const language of ['en', 'ja'] as const) {
        const desk = await deskWithAoki({ language });
        const replies = REPLIES.map((it) => (Array.isArray(it) && language === 'ja' ? ['見積'] : it));
        const { err } = await desk.answering([...replies.slice(0, index), CTRL_C], 'note', '1');
        expect(err.split('\n').at(-1)).toBe(`  followup note 1 ${line}`);
      }
    },
  );

  test.each([
    [
      ['--asked', 'who runs it?', '--from', 'them'],
      'they "asked" again',
      `'they "asked" again' --asked "who runs it?" --from them`,
    ],
    [['--no-answer', '--channel', 'phone'], '$5 isn’t much', `'$5 isn’t much' --no-answer --channel phone`],
  ])('says the flags that were given as well, and quotes what a shell would read: %j', async (flags, text, line) => {
    const desk = await deskWithAoki();
    const { code, err } = await desk.answering([CTRL_C], 'note', '1', text, ...flags);
    expect([code, err.split('\n').at(-1)?.split(' ').sort()]).toEqual([
      130,
      `  followup note 1 ${line}`.split(' ').sort(),
    ]);
  });
});
