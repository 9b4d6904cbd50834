import { expect, test } from 'vitest';
import { type Desk, setUpDesk } from '../support/desk.ts';

/** A deal of which nothing needs saying: goal far away, route known, next step agreed. */
const SETTLED = ['--goal', 'open', '--goal-date', '2026-03-31', '--route', 'ringi'];
const AGREED = ['--next', 'staff hours'];
const MILLION = ['--amount', '1000000'];

/** The article's deal, as `add` takes it. */
function aoki(words: string, lastTalkOn: string): string[] {
  return [
    ...['add', '青木工業', '採用イベント', '--amount', '1200000', '--proposed', '2025-05-20'],
    ...['--goal', '新卒採用を終える', '--goal-date', '2025-09-30', '--lead', '1mo', '--slot', '2025-08-22'],
    ...['--prep', '14d', '--approval', '5bd', '--decision-date', '2025-06-30', '--route', '稟議', '--decider', '部長'],
    ...['--last-signal', lastTalkOn, '--last-contact', lastTalkOn, '--today', words],
  ];
}

interface Scene {
  readonly scenario: string;
  readonly today: string;
  /** The commands that make the book; the scenario's deal is number 1. */
  readonly book: readonly (readonly string[])[];
  readonly list: string;
  readonly score: number;
  readonly terms: Readonly<Record<string, number>>;
  readonly angle: string | null | readonly string[];
  readonly milestone?: readonly [string, string, number];
}

const article = (scenario: string, today: string, lastTalkOn: string, addedOn = lastTalkOn) => ({
  scenario,
  today,
  book: [aoki(addedOn, lastTalkOn)],
});

const SCENES: readonly Scene[] = [
  {
    ...article('1 the article', '2025-07-22', '2025-07-10'),
    list: 'contact',
    score: 78,
    terms: { milestone_near: 38, decision_passed: 22, no_next_step: 10, silence: 6, value: 2 },
    angle: 'workback',
    milestone: ['approval_start', '2025-08-01', 10],
  },
  {
    scenario: '1a their date is ahead',
    today: '2025-06-02',
    book: [[...aoki('2025-05-30', '2025-05-30'), ...AGREED, '--next-on', '2025-08-20']],
    list: 'leaveAlone',
    score: 10,
    terms: { milestone_near: 8, value: 2 },
    angle: null,
    milestone: ['approval_start', '2025-08-01', 60],
  },
  {
    ...article('1b their date passed yesterday', '2025-07-01', '2025-06-18'),
    list: 'thisWeek',
    score: 36,
    terms: { milestone_near: 8, decision_passed: 10, no_next_step: 10, silence: 6, value: 2 },
    angle: 'workback',
    milestone: ['approval_start', '2025-08-01', 31],
  },
  {
    ...article('1c their date passed four days ago', '2025-07-04', '2025-06-18'),
    list: 'contact',
    score: 80,
    terms: { milestone_near: 20, decision_passed: 30, no_next_step: 10, give_gap: 12, silence: 6, value: 2 },
    angle: 'workback',
    milestone: ['approval_start', '2025-08-01', 28],
  },
  {
    ...article('1d two days are left', '2025-07-30', '2025-07-10'),
    list: 'contact',
    score: 95,
    terms: { milestone_near: 55, decision_passed: 22, no_next_step: 10, silence: 6, value: 2 },
    angle: 'workback',
    milestone: ['approval_start', '2025-08-01', 2],
  },
  {
    ...article('1e the useful day is over and nobody said so', '2025-08-11', '2025-07-10'),
    list: 'contact',
    score: 74,
    terms: { milestone_passed: 30, decision_passed: 22, no_next_step: 10, silence: 10, value: 2 },
    angle: 'withdraw',
    milestone: ['latest_useful', '2025-08-08', -3],
  },
  {
    scenario: '2 a broken promise',
    today: '2025-07-22',
    book: [
      ['add', 'Kato', ...SETTLED, ...AGREED, '--amount', '1200000', '--decision-date', '2025-08-08'],
      ['note', '1', '--from', 'them', '--promise', 'security sheet', '--by', '2025-07-18', '--today', '2025-07-15'],
      aoki('2025-07-10', '2025-07-10'),
    ],
    list: 'contact',
    score: 70,
    terms: { promise_overdue: 68, value: 2 },
    angle: 'promise',
  },
  {
    scenario: '6 three status checks and no answer',
    today: '2025-07-22',
    book: [
      ['add', 'Mori', ...SETTLED, ...MILLION, '--proposed', '2025-06-24', '--last-signal', '2025-06-24'],
      ...['2025-07-01', '2025-07-08', '2025-07-15'].map((on) => [
        'note',
        '1',
        'any news?',
        '--status-only',
        '--on',
        on,
      ]),
    ],
    list: 'findReason',
    score: 4,
    terms: {
      ...{ no_decision_date: 18, no_next_step: 10, silence: 10, value: 2 },
      ...{ status_run: -18, recent_contact: -10, unanswered: -8 },
    },
    angle: ['labour', 'info', 'idea'],
  },
  {
    scenario: '7 useful information yesterday, and a very large deal',
    today: '2025-07-22',
    book: [
      ['add', 'Sato', '--amount', '10000000', '--goal', 'open', '--goal-date', '2025-08-11', '--route', 'r', ...AGREED],
      ['note', '1', 'sent the subsidy guideline', '--angle', 'info', '--on', '2025-07-21'],
      ['add', 'Small', ...MILLION],
      ['add', 'Smaller', ...MILLION],
    ],
    list: 'waiting',
    score: 18,
    terms: { milestone_near: 20, value: 8, recent_contact: -10 },
    angle: null,
    milestone: ['latest_useful', '2025-08-11', 20],
  },
  {
    scenario: '8 leave us alone until September',
    today: '2025-07-23',
    book: [
      ['add', 'Ito', '--amount', '6000000', ...SETTLED, ...AGREED],
      ['hold', '1', '2025-09-01', '--words', '9月までそっとしておいて', '--today', '2025-07-22'],
      ['add', 'Small', ...MILLION],
      ['add', 'Smaller', ...MILLION],
    ],
    list: 'onHold',
    score: 8,
    terms: { value: 8 },
    angle: null,
  },
  {
    scenario: '9 their date passed, and nothing is missing',
    today: '2025-07-22',
    book: [
      ['add', 'Abe', ...SETTLED, ...MILLION, '--decision-date', '2025-07-15', '--last-signal', '2025-07-08'],
      ['note', '1', '--supplied', 'quote,proposal,plan', '--on', '2025-07-10'],
      ['edit', '1', '--kind', 'small'],
    ],
    list: 'contact',
    score: 48,
    terms: { decision_passed: 30, no_next_step: 10, silence: 6, value: 2 },
    angle: 'verdict',
  },
];

// biome-ignore lint/suspicious/noExplicitAny: tests read public JSON by its names
async function placeOf(desk: Desk, today: string): Promise<{ list: string; rank: number; entry: any }> {
  const { lists } = await desk.json('today', '--today', today);
  for (const [list, entries] of Object.entries<{ deal: { id: number } }[]>(lists)) {
    const rank = entries.findIndex(({ deal }) => deal.id === 1);
    if (rank >= 0) return { list, rank, entry: entries[rank] };
  }
  throw new Error('on no list');
}

test.each(SCENES)('$scenario', async ({ today, book, list, score, terms, angle, milestone }) => {
  const desk = await setUpDesk({ today });
  // Weekends only, as in the method's table.
  await desk.run('config', 'set', 'holidays', 'none');
  for (const command of book) {
    const { code, err } = await desk.run(...command, '--no-input');
    expect(code, err).toBe(0);
  }
  const found = await placeOf(desk, today);
  const counted = found.entry.terms.map(({ code, points }: { code: string; points: number }) => [code, points]);
  expect({ list: found.list, rank: found.rank, score: found.entry.score }).toEqual({ list, rank: 0, score });
  expect(Object.fromEntries(counted)).toEqual(terms);
  if (Array.isArray(angle)) expect(angle).toContain(found.entry.angle.code);
  else expect(found.entry.angle?.code ?? null).toBe(angle);
  if (milestone) {
    const [code, on, daysLeft] = milestone;
    expect(found.entry.milestone).toEqual({ code, on, daysLeft });
  }
});

test('1 the chain: slot, sign-up, approval', async () => {
  const desk = await setUpDesk({ today: '2025-07-22' });
  await desk.run(...aoki('2025-07-10', '2025-07-10'));
  expect(await desk.json('show', '1')).toMatchObject({
    latestUsefulOn: '2025-08-08',
    chain: [
      { link: 'goal', on: '2025-09-30' },
      { link: 'lead', on: '2025-08-31' },
      { link: 'slot', on: '2025-08-22' },
      { link: 'prep', on: '2025-08-08' },
      { link: 'approval', on: '2025-08-01' },
    ],
  });
});

test('1 stands first of what is not owed, and below what is', async () => {
  const desk = await setUpDesk({ today: '2025-07-22' });
  await desk.run(...aoki('2025-07-10', '2025-07-10'));
  await desk.run('add', 'Abe', '--decision-date', '2025-07-15', '--amount', '90000000');
  await desk.run('add', 'Kato');
  await desk.run('note', '3', 'is it safe?', '--from', 'them', '--asked', 'is it safe?', '--on', '2025-07-22');
  const { lists } = await desk.json('today');
  expect(lists.contact.map(({ deal, owed }: { deal: { id: number }; owed: boolean }) => [deal.id, owed])).toEqual([
    [3, true],
    [1, false],
    [2, false],
  ]);
});

test('1 told once, is not told again until the last week', async () => {
  const desk = await setUpDesk({ today: '2025-07-22' });
  await desk.run(...aoki('2025-07-10', '2025-07-10'));
  await desk.run('note', '1', 'sent the dates', '--angle', 'workback');
  const angleOn = async (today: string) => (await placeOf(desk, today)).entry.angle?.code ?? null;
  expect(await angleOn('2025-07-24')).toBe(null);
  expect(await angleOn('2025-07-25')).toBe('workback');
});

test('8 the quiet they ask for is acknowledged once, on the day it is told', async () => {
  const desk = await setUpDesk({ today: '2025-07-22' });
  await desk.run('add', 'Ito', ...SETTLED);
  await desk.run('hold', '1', '2025-09-01', '--words', 'leave us until September');
  expect((await placeOf(desk, '2025-07-22')).entry).toMatchObject({ gate: 'hold', angle: { code: 'holdack' } });
  await desk.run('note', '1', 'understood', '--angle', 'holdack');
  expect((await placeOf(desk, '2025-07-22')).entry).toMatchObject({ gate: 'hold', until: '2025-09-01', angle: null });
  expect((await placeOf(desk, '2025-09-01')).entry.gate).toBe(null);
});

test('time alone changes no state, however long the silence', async () => {
  const desk = await setUpDesk({ today: '2025-07-22' });
  await desk.run(...aoki('2025-07-10', '2025-07-10'));
  for (const today of ['2025-08-11', '2026-07-22', '2035-07-22']) {
    expect((await placeOf(desk, today)).entry.deal.state).toBe('open');
  }
  expect(await desk.json('list')).toMatchObject({ deals: [{ id: 1, state: 'open' }] });
});
