import { describe, expect, test } from 'vitest';
import { afterContact, type ContactFacts, channelNamed, judgeContact } from '../../src/core/contact.ts';
import type { Day } from '../../src/core/day.ts';
import type { Deal } from '../../src/core/deal.ts';
import { figuresOf, firstDue } from '../../src/core/figures.ts';
import { contacts, day, historyWith, mails, promise, question, type Story, type Told } from '../support/deals.ts';

const NEVER = { earlierContactOn: null, earlierSignalOn: null };

function folded(told: readonly Told[], earlier: Partial<Pick<Deal, 'earlierContactOn' | 'earlierSignalOn'>> = {}) {
  return figuresOf({ ...NEVER, ...earlier }, historyWith({ contacts: contacts(...told) }));
}

const us = (on: string, more: Omit<Told, 'on'> = {}): Told => ({ on, ...more });
const them = (on: string, more: Omit<Told, 'on'> = {}): Told => ({ on, from: 'them', ...more });
const met = (on: string, more: Omit<Told, 'on'> = {}): Told => ({ on, channel: 'meeting', ...more });

test('of nothing recorded nothing is known', () => {
  expect(folded([])).toMatchObject({ lastContactOn: null, lastSignalOn: null, unanswered: 0, statusRun: 0 });
});

describe('unanswered', () => {
  test.each<[string, readonly Told[], number]>([
    ['each contact of ours', [us('2025-07-01'), us('2025-07-02')], 2],
    ['none after their word', [us('2025-07-01'), us('2025-07-02'), them('2025-07-03')], 0],
    ['again after it', [us('2025-07-01'), them('2025-07-03'), us('2025-07-04')], 1],
    ['a call nobody took', [us('2025-07-01', { channel: 'phone', noAnswer: true })], 1],
    ['a talk is answered', [us('2025-07-01'), met('2025-07-02')], 0],
    ['a visit to a closed door is not', [us('2025-07-01'), us('2025-07-02', { channel: 'visit', noAnswer: true })], 2],
    ['on one day, in the order of recording', [them('2025-07-01'), us('2025-07-01')], 1],
    ['on one day, answered', [us('2025-07-01'), them('2025-07-01')], 0],
    ['noted late, their word in between', [us('2025-07-01'), us('2025-07-05'), them('2025-07-03')], 1],
    ['noted late, before their word', [them('2025-07-03'), us('2025-07-01')], 0],
  ])('%s', (_, told, unanswered) => {
    expect(folded(told).unanswered).toBe(unanswered);
  });
});

describe('talks', () => {
  test.each(['visit', 'meeting', 'online'] as const)('a %s counts for both sides, whoever noted it', (channel) => {
    for (const from of ['us', 'them'] as const) {
      expect(folded([{ on: '2025-07-01', channel, from }])).toMatchObject({
        lastContactOn: '2025-07-01',
        lastSignalOn: '2025-07-01',
        unanswered: 0,
        thanksOwedSinceOn: '2025-07-01',
      });
    }
  });

  test('a phone call that was taken counts for us only', () => {
    expect(folded([us('2025-07-01', { channel: 'phone' })])).toMatchObject({
      lastSignalOn: null,
      thanksOwedSinceOn: null,
    });
  });

  test('thanks are owed until a message of ours follows', () => {
    const since = (...told: Told[]) => folded([met('2025-07-01'), ...told]).thanksOwedSinceOn;
    expect(since(us('2025-07-02'))).toBe(null);
    expect(since(them('2025-07-02'))).toBe('2025-07-01');
    expect(since(us('2025-07-02', { noAnswer: true }))).toBe('2025-07-01');
    expect(since(us('2025-07-02'), met('2025-07-03'))).toBe('2025-07-03');
    expect(since(us('2025-06-30'))).toBe('2025-07-01');
  });
});

describe('status-only runs', () => {
  const status = (on: string): Told => us(on, { statusOnly: true });
  const give = (on: string): Told => us(on, { gives: true });

  test.each<[string, readonly Told[], number, number, number]>([
    ['three in a row', [status('2025-07-01'), status('2025-07-02'), status('2025-07-03')], 3, 3, 3],
    ['a give ends it', [status('2025-07-01'), give('2025-07-02')], 0, 1, 0],
    ['a notice ends the row, not the want of a give', [status('2025-07-01'), us('2025-07-02')], 0, 1, 1],
    ['a talk too', [status('2025-07-01'), met('2025-07-02')], 0, 1, 1],
    ['a call nobody took ends nothing', [status('2025-07-01'), us('2025-07-02', { noAnswer: true })], 1, 1, 1],
    ['their word ends nothing', [status('2025-07-01'), them('2025-07-02')], 1, 1, 1],
    ['noted late, in between', [status('2025-07-01'), status('2025-07-03'), give('2025-07-02')], 1, 1, 1],
    ['the day’s longest is kept', [status('2025-07-01'), status('2025-07-01'), give('2025-07-01')], 0, 2, 0],
    [
      'the day’s longest begins with the day before',
      [status('2025-07-01'), give('2025-07-02'), status('2025-07-02')],
      1,
      1,
      1,
    ],
    ['and is forgotten after it', [status('2025-07-01'), give('2025-07-02'), give('2025-07-03')], 0, 0, 0],
  ])('%s', (_, told, statusRun, statusRunPeak, statusSinceGive) => {
    expect(folded(told)).toMatchObject({ statusRun, statusRunPeak, statusSinceGive });
  });
});

test('asks are counted while unanswered, and remember whether a give followed', () => {
  const ask = us('2025-07-01', { angle: 'date' });
  expect(folded([ask, us('2025-07-02', { angle: 'verdict' })])).toMatchObject({
    unansweredAsks: 2,
    lastAskOn: '2025-07-02',
    askedSinceGive: true,
  });
  expect(folded([ask, us('2025-07-02', { gives: true })])).toMatchObject({
    unansweredAsks: 1,
    askedSinceGive: false,
    lastGiveOn: '2025-07-02',
  });
  expect(folded([ask, them('2025-07-02')])).toMatchObject({ unansweredAsks: 0, askedSinceGive: true });
  expect(folded([us('2025-07-01', { angle: 'date', statusOnly: true })])).toMatchObject({
    unansweredAsks: 0,
    lastAskOn: null,
  });
});

test('the other channel is the last one’s before the change', () => {
  const phone = { channel: 'phone' } as const;
  expect(folded([us('2025-07-01'), us('2025-07-03', phone)])).toMatchObject({
    otherChannelOn: '2025-07-01',
    lastContactChannel: 'phone',
  });
  expect(folded([us('2025-07-01'), us('2025-07-03')]).otherChannelOn).toBe(null);
  expect(folded([us('2025-07-01'), us('2025-07-03', phone), them('2025-07-04')]).otherChannelOn).toBe(null);
});

test('the last three angles, newest first', () => {
  const said = (['info', 'labour', 'idea', 'date'] as const).map((angle, index) =>
    us(`2025-07-0${index + 1}`, { angle }),
  );
  expect(folded(said).recentAngles).toEqual(['date', 'idea', 'labour']);
});

describe('what was told', () => {
  test('is remembered by its angle, unless nobody took the call', () => {
    expect(folded(mails(['2025-07-01'], { angle: 'workback' }))).toMatchObject({
      toldOn: '2025-07-01',
      withdrawOn: null,
    });
    expect(folded(mails(['2025-07-01'], { angle: 'withdraw' }))).toMatchObject({
      toldOn: '2025-07-01',
      withdrawOn: '2025-07-01',
    });
    expect(folded(mails(['2025-07-01'], { angle: 'verdict' })).verdictOn).toBe('2025-07-01');
    expect(folded(mails(['2025-07-01'], { angle: 'lossreason' })).lossreasonOn).toBe('2025-07-01');
    expect(folded(mails(['2025-07-01'], { angle: 'holdack' })).holdackOn).toBe('2025-07-01');
    expect(folded(mails(['2025-07-01'], { angle: 'workback', noAnswer: true })).toldOn).toBe(null);
  });

  test('the closing note stands until they speak; a withdrawal is a fact', () => {
    const closed = us('2025-07-01', { angle: 'closefile' });
    expect(folded([closed, us('2025-07-02')]).closefileOn).toBe('2025-07-01');
    expect(folded([closed, them('2025-07-01')]).closefileOn).toBe(null);
    expect(folded([us('2025-07-01', { angle: 'withdraw' }), them('2025-07-02')]).withdrawOn).toBe('2025-07-01');
  });
});

describe('what was so before the book was kept', () => {
  const earlier = (contactOn: string | null, signalOn: string | null) => ({
    earlierContactOn: contactOn as Day | null,
    earlierSignalOn: signalOn as Day | null,
  });

  test.each<[string | null, string | null, number]>([
    ['2025-07-10', '2025-07-08', 1],
    ['2025-07-10', '2025-07-10', 0],
    ['2025-07-10', '2025-07-11', 0],
    ['2025-07-10', null, 1],
    [null, '2025-07-10', 0],
  ])('last contact %s, last signal %s: %i unanswered', (contactOn, signalOn, unanswered) => {
    expect(folded([], earlier(contactOn, signalOn))).toMatchObject({
      lastContactOn: contactOn,
      lastSignalOn: signalOn,
      unanswered,
    });
  });

  test('later notes are counted on', () => {
    expect(folded([us('2025-07-12')], earlier('2025-07-10', '2025-07-08'))).toMatchObject({
      lastContactOn: '2025-07-12',
      unanswered: 2,
    });
    expect(folded([them('2025-07-12')], earlier('2025-07-10', '2025-07-08'))).toMatchObject({
      lastSignalOn: '2025-07-12',
      unanswered: 0,
    });
  });

  test('older notes do not undo it', () => {
    expect(folded([us('2025-07-01')], earlier('2025-07-10', '2025-07-10'))).toMatchObject({
      lastContactOn: '2025-07-10',
      unanswered: 0,
    });
    expect(folded([them('2025-07-09')], earlier('2025-07-10', '2025-07-08'))).toMatchObject({
      lastSignalOn: '2025-07-09',
      unanswered: 1,
    });
  });
});

test('what is open, wanted and settled', () => {
  const story: Story = {
    promises: [promise('2025-07-20', { n: 1, keptOn: day('2025-07-19') }), promise('2025-07-21', { n: 2 })],
    questions: [
      question('2025-07-01', { n: 1, doubt: 'vendor', answeredOn: day('2025-07-02') }),
      question('2025-07-03', { n: 2, doubt: 'vendor' }),
    ],
    materials: (['wanted', 'promised', 'supplied', 'useful', 'not-needed'] as const).map((status, index) => ({
      code: (['quote', 'proposal', 'plan', 'case', 'roi'] as const)[index] ?? 'tco',
      status,
      on: day('2025-07-01'),
    })),
  };
  expect(figuresOf(NEVER, historyWith(story))).toMatchObject({
    promises: [{ n: 2 }],
    questions: [{ n: 2 }],
    doubts: ['vendor'],
    wanted: [{ code: 'quote', on: '2025-07-01' }],
    settled: ['plan', 'case', 'roi'],
  });
});

test('the promise that is due first; one without a day comes last', () => {
  const due = (dueOn: string | null, n: number) => promise(dueOn, { n });
  expect(firstDue([due(null, 1), due('2025-07-21', 3), due('2025-07-21', 2), due('2025-08-01', 4)])?.n).toBe(2);
  expect(firstDue([])).toBe(undefined);
});

describe('judging a contact', () => {
  const FACTS: ContactFacts = {
    on: day('2025-07-22'),
    from: 'us',
    channel: 'email',
    angle: null,
    text: '',
    isStatusOnly: false,
    noAnswer: false,
    delivers: false,
  };

  test.each<[string, Partial<ContactFacts>, boolean, boolean]>([
    ['nothing said', {}, false, false],
    ['a status check by its words', { text: 'Just checking in, any update?' }, true, false],
    ['a status check by the rep’s word', { isStatusOnly: true, text: 'the guideline you asked about' }, true, false],
    ['a status check, whatever the angle', { isStatusOnly: true, angle: 'info' }, true, false],
    ['a give by its angle', { angle: 'info' }, false, true],
    ['an ask by its angle', { angle: 'date', text: 'any update?' }, false, false],
    ['a give by what it brought', { delivers: true, text: 'any update?' }, false, true],
    ['a call nobody took', { noAnswer: true, angle: 'info' }, false, false],
    ['their own word', { from: 'them', text: 'any update?', angle: 'info', delivers: true }, false, false],
    ['a talk', { channel: 'meeting', text: 'any update?' }, false, false],
  ])('%s', (_, facts, statusOnly, gives) => {
    expect(judgeContact({ ...FACTS, ...facts }).contact).toMatchObject({ statusOnly, gives });
  });
});

describe('the agreed next reason', () => {
  const AGREED = { next: 'staff hours', nextOn: day('2025-07-22'), booked: true };
  const USED = { next: null, nextOn: null, booked: false };
  const leaves = (told: Told, agreed: Parameters<typeof afterContact>[0] = AGREED) =>
    contacts(told).map((contact) => afterContact(agreed, contact));

  test.each<[string, Told, object]>([
    ['a talk on its day uses it up', met('2025-07-22'), USED],
    ['a talk before it does not', met('2025-07-21'), {}],
    ['a message about it does', us('2025-07-22', { angle: 'othertopic' }), USED],
    ['another message does not', us('2025-07-22', { angle: 'info' }), {}],
    ['a missed call about it does not', us('2025-07-22', { angle: 'othertopic', noAnswer: true }), {}],
  ])('%s', (_, told, expected) => {
    expect(leaves(told)).toEqual([expected]);
  });

  test('without a day, any talk uses it up', () => {
    expect(leaves(met('2025-07-01'), { ...AGREED, nextOn: null })).toEqual([USED]);
    expect(leaves(us('2025-07-01', { angle: 'othertopic' }), { ...AGREED, nextOn: null })).toEqual([{}]);
    expect(leaves(met('2025-07-01'), USED)).toEqual([{}]);
  });
});

test.each([
  ['visited; they liked the plan', 'visit'],
  ['訪問。先方は前向き', 'visit'],
  ['met the buyer', 'meeting'],
  ['Zoom with IT', 'online'],
  ['called, left word', 'phone'],
  ['お電話にて', 'phone'],
  ['slack: fine', 'chat'],
  ['sent the plan', null],
  ['metrics attached', null],
])('“%s” names %s', (text, channel) => {
  expect(channelNamed(text)).toBe(channel);
});
