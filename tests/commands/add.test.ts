import { describe, expect, test } from 'vitest';
import { stepsOf } from '../support/book.ts';
import { CTRL_C, type Reply, setUpDesk } from '../support/desk.ts';

/** Every flag of the contract with what a rep may type, and the field it fills. */
const FLAGS: readonly (readonly [flag: string, value: string, field: string, kept: unknown])[] = [
  ['customer', '青木工業', 'customer', '青木工業'],
  ['title', '採用イベント', 'title', '採用イベント'],
  ['contact', 'Ms Tanaka', 'contact', 'Ms Tanaka'],
  ['email', 'tanaka@example.com', 'email', 'tanaka@example.com'],
  ['phone', '03-1234-5678', 'phone', '03-1234-5678'],
  ['channel', 'phone', 'channel', 'phone'],
  ['language', 'ja', 'language', 'ja'],
  ['amount', '120万円', 'amount', 1_200_000],
  ['amount', '￥１，２００，０００', 'amount', 1_200_000],
  ['currency', 'usd', 'currency', 'USD'],
  ['kind', 'mid', 'kind', 'mid'],
  ['proposed', '7/1', 'proposedOn', '2025-07-01'],
  ['proposed', '9/30', 'proposedOn', '2024-09-30'],
  ['goal', 'finish hiring', 'goal', 'finish hiring'],
  ['goal-date', '9月末', 'goalOn', '2025-09-30'],
  ['goal-date', '令和7年9月30日', 'goalOn', '2025-09-30'],
  ['lead', '1ヶ月', 'lead', '1mo'],
  ['slot', '8/22', 'slots', ['2025-08-22']],
  ['prep', '14d', 'prep', '14d'],
  ['approval', '5営業日', 'approval', '5bd'],
  ['offer-until', 'eom', 'offerUntilOn', '2025-07-31'],
  ['not-before', '2025/10/1', 'notBeforeOn', '2025-10-01'],
  ['assumed', 'lead,approval', 'assumed', ['lead', 'approval']],
  ['decision-date', '+2w', 'decisionOn', '2025-08-05'],
  ['scene', 'board meeting', 'scene', 'board meeting'],
  ['decider', '部長', 'decider', '部長'],
  ['route', '稟議', 'route', '稟議'],
  ['rival', 'Kita', 'rival', 'Kita'],
  ['next', 'staff hours at two companies', 'next', 'staff hours at two companies'],
  ['next-on', '来週金曜', 'nextOn', '2025-08-01'],
  ['last-contact', 'yesterday', 'lastContactOn', '2025-07-21'],
  ['last-signal', '7/10', 'lastSignalOn', '2025-07-10'],
  ['external-id', 'A-7', 'externalId', 'A-7'],
  ['owner', 'Mori', 'owner', 'Mori'],
];

describe('every flag of a new deal', () => {
  test.each(FLAGS)('--%s %s is kept', async (flag, value, field, kept) => {
    const desk = await setUpDesk();
    const named = flag === 'customer' ? [] : ['Aoki'];
    const added = await desk.json('add', ...named, `--${flag}`, value);
    expect(added.deal[field]).toEqual(kept);
    expect((await desk.json('show', '1')).deal[field]).toEqual(kept);
  });

  test('--booked and --do-not-contact are kept, and so is every slot', async () => {
    const desk = await setUpDesk();
    const flags = ['--slot', '8/22', '--slot', '2025-08-01', '--slot', '8/22', '--booked', '--do-not-contact'];
    const { deal } = await desk.json('add', 'Aoki', ...flags);
    expect(deal).toMatchObject({ slots: ['2025-08-01', '2025-08-22'], booked: true, doNotContact: true });
  });

  test('the currency is what the rep says, whatever sign the amount carries', async () => {
    const desk = await setUpDesk();
    const { deal } = await desk.json('add', 'Aoki', '--currency', 'USD', '--amount', '¥500');
    expect(deal).toMatchObject({ amount: 500, currency: 'USD' });
  });
});

describe('a new deal', () => {
  test('has the shape of the contract, with everything unknown null', async () => {
    const desk = await setUpDesk();
    const shown = await desk.json('add', 'Aoki Kogyo', 'hiring event');
    expect(shown).toMatchObject({
      deal: { id: 1, externalId: null, customer: 'Aoki Kogyo', contact: null, title: 'hiring event', amount: null },
      chain: [],
      latestUsefulOn: null,
      milestone: null,
      materials: [],
      questions: [],
      promises: [],
      contacts: [],
      slips: [],
      outcome: null,
    });
    expect(shown.deal).toMatchObject({ currency: null, owner: null, state: 'open' });
  });

  test('belongs to the rep who set an owner', async () => {
    const desk = await setUpDesk();
    await desk.run('config', 'set', 'owner', 'Mori');
    expect((await desk.json('add', 'Aoki')).deal.owner).toBe('Mori');
    expect((await desk.json('add', 'Sato', '--owner', 'Kita')).deal.owner).toBe('Kita');
  });

  test('says its number and where it stands', async () => {
    const desk = await setUpDesk();
    const { code, out, err } = await desk.run('add', 'Aoki');
    expect(code).toBe(0);
    expect(err).toBe('Added as deal 1.');
    expect(out).toContain('#1');
  });

  test('keeps a name of hostile signs as it was given and never shows them raw', async () => {
    const desk = await setUpDesk();
    const name = 'Aoki\u001b]0;x\u0007';
    const { out } = await desk.run('add', name);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect((await desk.json('show', '1')).deal.customer).toBe(name);
  });
});

describe('what cannot be a deal is refused, and nothing is written', () => {
  test.each([
    ['no customer', ['add'], 2, 'missing'],
    ['an empty customer', ['add', ' '], 2, 'empty_value'],
    ['a day nobody can read', ['add', 'Aoki', '--goal-date', 'someday'], 2, 'bad_day'],
    ['a day that does not exist', ['add', 'Aoki', '--goal-date', '2025-02-30'], 2, 'bad_day'],
    ['an amount with two readings', ['add', 'Aoki', '--amount', '1.234'], 2, 'bad_money'],
    ['a duration of no unit', ['add', 'Aoki', '--lead', 'soon'], 2, 'bad_duration'],
    ['a channel that is none', ['add', 'Aoki', '--channel', 'pigeon'], 2, 'bad_choice'],
    ['a currency that is none', ['add', 'Aoki', '--currency', 'yen!'], 2, 'bad_currency'],
    ['an address that is none', ['add', 'Aoki', '--email', 'tanaka'], 2, 'bad_email'],
    ['a link that is none', ['add', 'Aoki', '--assumed', 'luck'], 2, 'bad_choice'],
    ['a next reason that is a status check', ['add', 'Aoki', '--next', 'any update?'], 3, 'status_next'],
    ['a Japanese status check', ['add', '青木', '--next', 'ご検討状況の確認'], 3, 'status_next'],
    ['an option that does not exist', ['add', 'Aoki', '--colour', 'red'], 2, 'unknown_option'],
    ['too many words', ['add', 'Aoki', 'hiring', 'event'], 2, 'too_many_arguments'],
  ])('%s', async (_what, argv, code, error) => {
    const desk = await setUpDesk();
    const ran = await desk.run(...argv, '--json');
    expect([ran.code, ran.out]).toEqual([code, '']);
    const said = JSON.parse(ran.err).error;
    expect(said.code).toBe(error);
    expect(said.message.length).toBeGreaterThan(5);
    expect(said.hint.length).toBeGreaterThan(5);
    expect(await desk.store.dealCount()).toBe(0);
  });
});

describe('at a terminal, a new deal is asked about', () => {
  // customer, title, amount, proposed + keep, materials, goal date + keep, goal, decision + keep, decider, next
  const REPLIES: readonly Reply[] = [
    'Aoki Kogyo',
    'hiring event',
    '¥1,200,000',
    '5/20',
    true,
    ['proposal', 'quote'],
    '30 Sep',
    true,
    'finish hiring',
    'unknown',
    'Ms Tanaka',
    'staff hours at two companies, 28 Jul',
  ];

  test('once, and all of it is kept', async () => {
    const desk = await setUpDesk();
    const { code, transcript } = await desk.answering(REPLIES, 'add');
    expect(code).toBe(0);
    expect(transcript).toContain('Tue 30 Sep 2025, in');
    const { deal, materials } = await desk.json('show', '1');
    expect(deal).toMatchObject({
      customer: 'Aoki Kogyo',
      title: 'hiring event',
      amount: 1_200_000,
      currency: 'JPY',
      proposedOn: '2025-05-20',
      goalOn: '2025-09-30',
      goal: 'finish hiring',
      decisionOn: null,
      decider: 'Ms Tanaka',
      next: 'staff hours at two companies',
      nextOn: '2025-07-28',
      unknowns: { 'decision-date': '2025-07-22' },
    });
    expect(materials).toMatchObject([
      { code: 'proposal', status: 'supplied', on: '2025-05-20' },
      { code: 'quote', status: 'supplied', on: '2025-05-20' },
    ]);
  });

  test('and every question but the customer can be skipped', async () => {
    const desk = await setUpDesk();
    const { code } = await desk.answering(['Aoki', '', '', '', '', '', '', ''], 'add');
    expect(code).toBe(0);
    expect((await desk.json('show', '1')).deal).toMatchObject({
      customer: 'Aoki',
      title: '',
      goalOn: null,
      next: null,
    });
  });

  test('and a bad day is asked for again, an understood one shown before it is kept', async () => {
    const desk = await setUpDesk();
    const replies = ['', '', 'the day after never', '9/30', false, '9/20', true, '', '', '', ''];
    const { transcript } = await desk.answering(replies, 'add', 'Aoki', 'event');
    expect(transcript).toContain('! “the day after never” is not a day I can read.');
    expect(transcript).toContain('Tue 30 Sep 2025');
    expect((await desk.json('show', '1')).deal.goalOn).toBe('2025-09-20');
  });

  test('and a status check is no next reason, until a real one is given', async () => {
    const desk = await setUpDesk();
    const replies = ['', '', '', '', '', 'just checking in', 'two new case studies', ''];
    const { transcript } = await desk.answering(replies, 'add', 'Aoki', 'event');
    expect(transcript).toContain('! “just checking in” is a status check');
    expect((await desk.json('show', '1')).deal).toMatchObject({ next: 'two new case studies', nextOn: null });
  });

  test('in Japanese too', async () => {
    const desk = await setUpDesk({ language: 'ja' });
    const replies = [
      '青木工業',
      '採用イベント',
      '120万円',
      '',
      '9月末',
      true,
      '',
      '不明',
      '部長',
      '状況伺い',
      '他社の事例、7/28',
    ];
    const { code, transcript } = await desk.answering(replies, 'add');
    expect(code).toBe(0);
    expect(transcript).toContain('2025/9/30(火)、');
    expect((await desk.json('show', '1')).deal).toMatchObject({
      amount: 1_200_000,
      goalOn: '2025-09-30',
      decider: '部長',
      next: '他社の事例',
      nextOn: '2025-07-28',
    });
  });

  test('but not when a flag says already what is known', async () => {
    const desk = await setUpDesk();
    const { code } = await desk.answering([], 'add', 'Aoki', '--amount', '1200000');
    expect(code).toBe(0);
  });

  test.each(REPLIES.map((_, index) => index))('and Ctrl-C at question %i leaves the book as it was', async (index) => {
    const desk = await setUpDesk({ onDisk: true });
    const { code, err } = await desk.answering([...REPLIES.slice(0, index), CTRL_C], 'add');
    expect(code).toBe(130);
    expect(err).toContain('Cancelled; nothing was changed.');
    expect(await desk.store.dealCount()).toBe(0);
    expect(await stepsOf(desk.bookFile)).toEqual([]);
  });
});
