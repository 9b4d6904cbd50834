import { describe, expect, test } from 'vitest';
import { addBusinessDays, createCalendar } from '../../src/core/calendar.ts';
import { DEFAULT_RULE } from '../../src/core/coefficients.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import type { History } from '../../src/core/deal.ts';
import { mediansOf, plan } from '../../src/core/plan.ts';
import { isBarelyKnown } from '../../src/core/priority.ts';
import type { Ground } from '../../src/core/situation.ts';
import { TERM_GROUPS, type TermCode } from '../../src/core/term.ts';
import {
  contacts,
  day,
  dealWith,
  type Fields,
  groundOn,
  mails,
  placed,
  pointsOf,
  promise,
  question,
  SETTLED,
  type Story,
  TODAY,
  type Told,
  termOf,
  WEEKENDS,
} from '../support/deals.ts';

const inDays = (days: number): Day => addDays(TODAY, days);
const inBusinessDays = (days: number): Day => addBusinessDays(WEEKENDS, TODAY, days);

interface Row {
  readonly of: TermCode;
  readonly at: string;
  readonly fields?: Fields;
  readonly story?: Story;
  readonly ground?: Partial<Ground>;
  /** Undefined where the term does not count. */
  readonly points: number | undefined;
}

/** One row per point of a scale: a measure, and what it is worth there. */
function scale(
  of: TermCode,
  points: Readonly<Record<number, number | undefined>>,
  at: (measure: number) => Omit<Row, 'of' | 'at' | 'points'>,
): Row[] {
  return Object.entries(points).map(([measure, worth]) => ({
    of,
    at: measure,
    points: worth,
    ...at(Number(measure)),
  }));
}

const wanted = (on: Day): Story => ({ materials: [{ code: 'quote', status: 'wanted', on }] });
const talked = (on: Day, ...more: readonly Told[]): Story => ({
  contacts: contacts({ on, channel: 'meeting' }, ...more),
});
const signal = (on: Day): Fields => ({ earlierSignalOn: on });

const OWED: readonly Row[] = [
  ...scale('promise_overdue', { 0: undefined, 1: 62, 2: 64, 9: 78, 10: 80, 11: 80, 300: 80 }, (late) => ({
    story: { promises: [promise(inDays(-late))] },
  })),
  ...scale('promise_today', { [-1]: undefined, 0: 50, 1: undefined }, (left) => ({
    story: { promises: [promise(inDays(left))] },
  })),
  { of: 'promise_today', at: 'kept', story: { promises: [promise(TODAY, { keptOn: TODAY })] }, points: undefined },
  { of: 'promise_overdue', at: 'no day', story: { promises: [promise(null)] }, points: undefined },
  ...scale('question_open', { 0: 40, 1: 40, 2: 50, 30: 50 }, (age) => ({
    story: { questions: [question(inBusinessDays(-age))] },
  })),
  {
    of: 'question_open',
    at: 'answered',
    story: { questions: [question('2025-07-01', { answeredOn: TODAY })] },
    points: undefined,
  },
  ...scale('material_requested', { 0: 35, 2: 35, 3: 45, 30: 45 }, (age) => ({ story: wanted(inBusinessDays(-age)) })),
  ...scale('thanks_owed', { 0: 30, 1: 40, 2: 25, 5: 25, 6: undefined }, (age) => ({
    story: talked(inBusinessDays(-age)),
  })),
  { of: 'thanks_owed', at: 'thanked', story: talked(TODAY, { on: TODAY, angle: 'thanks' }), points: undefined },
  { of: 'thanks_owed', at: 'missed call', story: talked(TODAY, { on: TODAY, noAnswer: true }), points: 30 },
  {
    of: 'thanks_owed',
    at: 'they were out',
    story: { contacts: mails([TODAY], { channel: 'visit', noAnswer: true }) },
    points: undefined,
  },
  ...scale('next_due', { [-1]: undefined, 0: 45, 1: 52, 9: 68, 10: 70, 40: 70 }, (late) => ({
    fields: { nextOn: inDays(-late) },
  })),
  { of: 'next_due', at: 'booked for today', fields: { nextOn: TODAY, booked: true }, points: undefined },
  { of: 'next_due', at: 'booked for yesterday', fields: { nextOn: inDays(-1), booked: true }, points: 52 },
];

const goal = (goalOn: Day, more: Fields = {}): Fields => ({ goalOn, decisionOn: null, ...more });
/** Any number of days ahead is a day of business here. */
const ALL_OPEN: Partial<Ground> = { calendar: { ...createCalendar(), isClosed: () => false } };
const TOLD: Story = { contacts: mails(['2025-06-02'], { angle: 'workback' }) };

const TIMING: readonly Row[] = [
  ...scale('milestone_near', { 0: 55, 7: 55, 8: 38, 14: 38, 15: 20, 30: 20, 31: 8, 60: 8, 61: undefined }, (left) => ({
    fields: goal(inDays(left)),
    ground: ALL_OPEN,
  })),
  { of: 'milestone_near', at: 'past', fields: goal(inDays(-1)), points: undefined },
  // Goal Wed 20 Aug, approval from 23 Jul: the day ahead. From 21 Jul: begun too late, though deciding is still useful.
  { of: 'milestone_near', at: 'approval tomorrow', fields: goal(day('2025-08-20'), { approval: '20bd' }), points: 55 },
  { of: 'milestone_near', at: 'approval late', fields: goal(day('2025-08-20'), { approval: '22bd' }), points: 55 },
  { of: 'milestone_passed', at: '0', fields: goal(TODAY), points: undefined },
  { of: 'milestone_passed', at: '-1', fields: goal(inDays(-1)), points: 30 },
  { of: 'milestone_passed', at: '-200', fields: goal(inDays(-200)), points: 30 },
  { of: 'milestone_passed', at: 'told', fields: goal(inDays(-1)), story: TOLD, points: undefined },
  ...scale('decision_after_latest', { [-1]: undefined, 0: undefined, 1: 25 }, (later) => ({
    fields: { goalOn: day('2025-10-01'), decisionOn: addDays(day('2025-10-01'), later) },
  })),
  {
    of: 'decision_after_latest',
    at: 'told',
    fields: { goalOn: day('2025-10-01'), decisionOn: day('2025-10-02') },
    story: TOLD,
    points: undefined,
  },
  ...scale('decision_passed', { 0: undefined, 1: 10, 2: 10, 3: 30, 10: 30, 11: 22, 200: 22 }, (passed) => ({
    fields: { decisionOn: inBusinessDays(-passed) },
  })),
  {
    of: 'decision_passed',
    at: 'a Saturday, seen on Sunday',
    fields: { decisionOn: day('2025-07-19') },
    ground: { today: day('2025-07-20') },
    points: undefined,
  },
  ...scale('decision_near', { [-1]: undefined, 0: 5, 5: 5, 6: undefined }, (ahead) => ({
    fields: { decisionOn: inBusinessDays(ahead) },
  })),
  ...scale('decision_near', { 0: 32, 5: 32, 6: undefined }, (ahead) => ({
    fields: { decisionOn: inBusinessDays(ahead), kind: 'small' },
  })),
  ...scale('promise_soon', { 0: undefined, 1: 25, 2: 10, 3: 10, 4: undefined }, (left) => ({
    story: { promises: [promise(inDays(left))] },
  })),
  ...scale('next_soon', { 0: undefined, 1: 25, 3: 25, 4: undefined }, (left) => ({
    fields: { nextOn: inBusinessDays(left) },
  })),
  { of: 'next_soon', at: 'booked', fields: { nextOn: inBusinessDays(1), booked: true }, points: undefined },
];

const given = (ago: number, ...more: readonly Told[]): Story => ({
  contacts: contacts({ on: inBusinessDays(-ago), angle: 'info', gives: true }, ...more),
});
const asked = (ago: number, more: Omit<Told, 'on'> = {}): Told => ({ on: inBusinessDays(-ago), ...more });

const GAPS: readonly Row[] = [
  ...scale('no_decision_date', { 2: undefined, 3: 18, 40: 18 }, (age) => ({
    fields: { proposedOn: inBusinessDays(-age) },
  })),
  { of: 'no_decision_date', at: 'not proposed', points: undefined },
  {
    of: 'no_decision_date',
    at: 'known',
    fields: { proposedOn: inDays(-20), decisionOn: inDays(60) },
    points: undefined,
  },
  { of: 'no_next_step', at: 'none', fields: { next: null }, points: 10 },
  { of: 'no_next_step', at: 'only its day', fields: { next: null, nextOn: inDays(30) }, points: undefined },
  {
    of: 'no_next_step',
    at: 'we wrote today',
    fields: { next: null },
    story: { contacts: mails([TODAY], { angle: 'othertopic' }) },
    points: undefined,
  },
  { of: 'no_next_step', at: 'we met today', fields: { next: null }, story: talked(TODAY), points: 10 },
  { of: 'route_unknown', at: 'neither', fields: { route: null }, points: 8 },
  { of: 'route_unknown', at: 'the decider', fields: { route: null, decider: 'head' }, points: undefined },
  { of: 'no_goal_date', at: 'none', fields: { goalOn: null }, points: 6 },
  { of: 'essential_missing', at: 'no kind', points: undefined },
  ...scale('essential_missing', { 0: undefined, 1: 6, 2: 12, 3: 18 }, (missing) => ({
    fields: { kind: 'small' },
    story: {
      materials: (['quote', 'proposal', 'plan'] as const)
        .slice(missing)
        .map((code) => ({ code, status: 'supplied', on: TODAY })),
    },
  })),
  { of: 'essential_missing', at: 'seven', fields: { kind: 'mid' }, points: 18 },
  {
    of: 'essential_missing',
    at: 'one is wanted, one promised',
    fields: { kind: 'small' },
    story: { ...wanted(TODAY), promises: [promise(inDays(20), { material: 'plan' })] },
    points: 6,
  },
  ...scale('give_gap', { 14: undefined, 15: 12, 90: 12 }, (ago) => ({ story: given(ago) })),
  ...scale('give_gap', { 9: undefined, 10: 12 }, (quiet) => ({ story: given(20, asked(quiet, { angle: 'date' })) })),
  {
    of: 'give_gap',
    at: 'counted from the proposal',
    fields: { proposedOn: inBusinessDays(-15), decisionOn: inDays(90), earlierContactOn: inBusinessDays(-10) },
    points: 12,
  },
  { of: 'give_gap', at: 'never in contact', fields: { proposedOn: inBusinessDays(-15) }, points: undefined },
  { of: 'give_gap', at: '2 unanswered', story: given(20, asked(12)), points: 12 },
  { of: 'give_gap', at: '3 unanswered', story: given(20, asked(13), asked(12)), points: undefined },
  { of: 'give_gap', at: 'status-only since', story: given(20, asked(12, { statusOnly: true })), points: undefined },
  {
    of: 'give_gap',
    at: 'status-only since, and then a notice',
    story: given(20, asked(14, { statusOnly: true }), { ...asked(13), from: 'them' }, asked(12, { angle: 'reopen' })),
    points: undefined,
  },
  { of: 'give_gap', at: 'milestone in 8 days', fields: goal(inDays(8)), story: given(20), points: 12 },
  { of: 'give_gap', at: 'milestone in 7 days', fields: goal(inDays(7)), story: given(20), points: undefined },
  { of: 'give_gap', at: 'milestone passed', fields: goal(inDays(-1)), story: given(20), points: undefined },
  {
    of: 'give_gap',
    at: 'approval late',
    fields: goal(day('2025-08-20'), { approval: '22bd' }),
    story: given(20),
    points: undefined,
  },
];

const SILENCE: readonly Row[] = [
  ...scale(
    'silence',
    { 0: undefined, 9: undefined, 10: 6, 20: 6, 21: 10, 45: 10, 46: 6, 90: 6, 91: 3, 900: 3 },
    (quiet) => ({ fields: signal(inDays(-quiet)) }),
  ),
  { of: 'silence', at: 'unknown', points: undefined },
  { of: 'silence', at: 'our own contacts do not end it', fields: signal(inDays(-30)), story: given(1), points: 10 },
];

const VALUE: readonly Row[] = scale(
  'value',
  { 0: undefined, 99: undefined, 100: 2, 199: 2, 200: 5, 399: 5, 400: 8, 9000: 8 },
  (amount) => ({ fields: { amount, currency: 'JPY' }, ground: { medians: new Map([['JPY', 100]]) } }),
);

const ENDED: readonly Row[] = [
  ...scale('revisit_reached', { [-1]: undefined, 0: 25, 14: 25, 15: 15, 100: 15 }, (late) => ({
    fields: { state: 'lost', closedOn: day('2025-03-03'), revisitOn: inDays(-late) },
  })),
  ...(['lost', 'declined', 'withdrawn', 'dormant'] as const).map(
    (state): Row => ({ of: 'revisit_reached', at: state, fields: { state, revisitOn: TODAY }, points: 25 }),
  ),
  ...(['open', 'won', 'void'] as const).map(
    (state): Row => ({ of: 'revisit_reached', at: state, fields: { state, revisitOn: TODAY }, points: undefined }),
  ),
  {
    of: 'revisit_reached',
    at: 'written to since',
    fields: { state: 'lost', revisitOn: inDays(-3) },
    story: { contacts: mails([inDays(-3)], { angle: 'revisit' }) },
    points: undefined,
  },
  ...scale('declined_no_reason', { 0: 30, 5: 30, 6: 15, 10: 15, 11: undefined }, (age) => ({
    fields: { state: 'declined', closedOn: inBusinessDays(-age) },
  })),
  {
    of: 'declined_no_reason',
    at: 'reason known',
    fields: { state: 'declined', closedOn: TODAY, reason: 'price' },
    points: undefined,
  },
  {
    of: 'declined_no_reason',
    at: 'asked already',
    fields: { state: 'declined', closedOn: inDays(-1) },
    story: { contacts: mails([TODAY], { angle: 'lossreason' }) },
    points: undefined,
  },
];

const BRAKES: readonly Row[] = [
  ...scale('status_run', { 0: undefined, 1: -6, 2: -12, 3: -18, 4: -18 }, (run) => ({
    story: { contacts: mails(Array(run).fill(inDays(-40)), { statusOnly: true }) },
  })),
  {
    of: 'status_run',
    at: 'a give today calms it from tomorrow on',
    story: { contacts: contacts({ on: inDays(-9), statusOnly: true }, { on: TODAY, gives: true }) },
    points: -6,
  },
  {
    of: 'status_run',
    at: 'a give on the day of the status check',
    story: { contacts: contacts({ on: TODAY, statusOnly: true }, { on: TODAY, gives: true }) },
    points: -6,
  },
  {
    of: 'status_run',
    at: 'a give yesterday',
    story: { contacts: contacts({ on: inDays(-9), statusOnly: true }, { on: inDays(-1), gives: true }) },
    points: undefined,
  },
  {
    of: 'status_run',
    at: 'a call nobody took does not end it',
    story: { contacts: contacts({ on: inDays(-9), statusOnly: true }, { on: inDays(-8), noAnswer: true }) },
    points: -6,
  },
  ...scale('recent_contact', { 0: -10, 5: -10, 6: undefined }, (age) => ({
    story: { contacts: mails([inBusinessDays(-age)]) },
  })),
  {
    of: 'recent_contact',
    at: 'answered',
    story: { contacts: contacts({ on: inDays(-5) }, { on: inDays(-4), from: 'them' }) },
    points: undefined,
  },
  ...scale('unanswered', { 2: undefined, 3: -8, 9: -8 }, (count) => ({
    story: { contacts: mails(Array(count).fill(inDays(-40))) },
  })),
  ...scale('second_channel', { 5: -5, 6: undefined }, (age) => ({
    story: { contacts: contacts(asked(age), asked(0, { channel: 'phone' })) },
  })),
  { of: 'second_channel', at: 'the same', story: { contacts: contacts(asked(1), asked(0)) }, points: undefined },
  {
    of: 'second_channel',
    at: 'answered in between',
    story: { contacts: contacts(asked(2), asked(1, { from: 'them' }), asked(0, { channel: 'phone' })) },
    points: undefined,
  },
];

const ROWS = [...OWED, ...TIMING, ...GAPS, ...SILENCE, ...VALUE, ...ENDED, ...BRAKES];

test.each(ROWS)('$of at $at: $points', ({ of, fields, story, ground, points }) => {
  expect(pointsOf(placed({ ...SETTLED, ...fields }, story, ground))[of]).toBe(points);
});

test('every term code is on the table', () => {
  const reached = new Set(ROWS.filter(({ points }) => points !== undefined).map(({ of }) => of));
  expect([...reached].sort()).toEqual(Object.keys(TERM_GROUPS).sort());
});

test('of a settled deal no term counts', () => {
  expect(placed(SETTLED)).toMatchObject({ score: 0, terms: [], list: 'leaveAlone', angle: null, gate: null });
});

describe('what we owe', () => {
  const story: Story = {
    promises: [promise(inDays(-1)), promise(TODAY, { n: 2 })],
    questions: [question('2025-07-22')],
    ...wanted(TODAY),
  };

  test('the largest counts in full, each further item five', () => {
    const { score, terms } = placed(SETTLED, story);
    expect(terms.map(({ code, points }) => [code, points])).toEqual([
      ['promise_overdue', 62],
      ['promise_today', 5],
      ['question_open', 5],
      ['material_requested', 5],
    ]);
    expect(score).toBe(77);
  });

  test('brakes eat what raises a score and no more', () => {
    const brakes = { contacts: mails(Array(4).fill(inDays(-3)), { statusOnly: true }) };
    const { score, removed } = placed({ ...SETTLED, next: null }, { ...story, ...brakes });
    expect({ score, removed }).toEqual({ score: 77, removed: 10 });
  });

  test('a number of the rep’s own is weighed and named', () => {
    const rule = { ...DEFAULT_RULE, promise_today: 33, owed_further: 2 };
    const { terms } = placed(SETTLED, { promises: [promise(TODAY), promise(TODAY, { n: 2 })] }, { rule });
    expect(terms.map(({ points, coefficient }) => [points, coefficient])).toEqual([
      [33, 'promise_today'],
      [2, 'owed_further'],
    ]);
  });
});

test('a term says what it was measured by', () => {
  expect(termOf(placed({ ...SETTLED, goalOn: day('2025-08-01') }), 'milestone_near')).toEqual({
    code: 'milestone_near',
    group: 'T',
    points: 38,
    on: '2025-08-01',
    value: 10,
    unit: 'days',
    coefficient: 'milestone_14_days',
  });
});

test('what an ended deal lacks, and their silence, count no more', () => {
  const fields: Fields = {
    state: 'declined',
    closedOn: TODAY,
    kind: 'mid',
    decisionOn: inDays(-5),
    ...signal(inDays(-30)),
  };
  expect(pointsOf(placed(fields))).toEqual({ declined_no_reason: 30 });
});

describe('gates', () => {
  const GOAL = SETTLED.goalOn as Day;
  const NEAR = goal(inDays(7));
  const PROMISED: Story = { promises: [promise(TODAY)] };
  const WROTE: Story = { contacts: mails([inBusinessDays(-1)]) };
  const BOOKED: Fields = { nextOn: inDays(7), booked: true };
  const SNOOZED: Fields = { snoozeUntilOn: inDays(3) };
  const HELD: Fields = { holdUntilOn: inDays(30), holdSinceOn: inDays(-3) };
  const closing = (on: Day, angle: 'closefile' | 'withdraw'): Story => ({ contacts: mails([on], { angle }) });

  test.each<[string, Fields, Story, string | null, string | null, Day | null]>([
    ['closed', { state: 'won' }, {}, 'closed', null, null],
    ['closed, though promised', { state: 'lost' }, {}, 'closed', null, null],
    ['a revisit that is reached', { state: 'lost', revisitOn: TODAY }, {}, null, 'thisWeek', null],
    ['do not contact', { doNotContact: true }, PROMISED, 'do_not_contact', null, null],
    ['do not contact, on hold', { doNotContact: true, ...HELD }, {}, 'do_not_contact', null, null],
    [
      'a revisit of who must not be contacted',
      { state: 'lost', revisitOn: TODAY, doNotContact: true },
      {},
      'do_not_contact',
      null,
      null,
    ],
    ['a hold', HELD, {}, 'hold', 'onHold', inDays(30)],
    ['a hold, though owed', HELD, PROMISED, 'hold', 'onHold', inDays(30)],
    ['a hold over a snooze', { ...HELD, ...SNOOZED }, {}, 'hold', 'onHold', inDays(30)],
    ['a hold until today', { ...HELD, holdUntilOn: TODAY }, {}, null, 'leaveAlone', GOAL],
    ['a snooze', SNOOZED, {}, 'snooze', 'snoozed', inDays(3)],
    ['a snooze until today', { snoozeUntilOn: TODAY }, {}, null, 'leaveAlone', GOAL],
    ['a snooze, though owed', SNOOZED, PROMISED, null, 'contact', null],
    ['a snooze with their day a week ahead', { ...SNOOZED, ...NEAR }, {}, null, 'contact', null],
    ['a snooze with their day further ahead', { ...SNOOZED, ...goal(inDays(8)) }, {}, 'snooze', 'snoozed', inDays(3)],
    ['a snooze with their day passed', { ...SNOOZED, ...goal(inDays(-1)) }, {}, null, 'thisWeek', null],
    [
      'a snooze with their day passed and told',
      { ...SNOOZED, ...goal(inDays(-1)) },
      TOLD,
      'snooze',
      'snoozed',
      inDays(3),
    ],
    ['a snooze over a booked meeting', { ...SNOOZED, ...BOOKED }, {}, 'snooze', 'snoozed', inDays(3)],
    ['a meeting booked within a week', BOOKED, {}, 'booked', 'prepare', inDays(7)],
    ['a meeting booked for today', { ...BOOKED, nextOn: TODAY }, {}, 'booked', 'prepare', TODAY],
    ['a meeting booked for later', { ...BOOKED, nextOn: inDays(8) }, {}, null, 'leaveAlone', inDays(8)],
    ['a booked meeting, though owed', BOOKED, PROMISED, null, 'contact', null],
    ['a booked meeting over waiting', BOOKED, WROTE, 'booked', 'prepare', inDays(7)],
    ['written to yesterday', {}, WROTE, 'waiting', 'waiting', inBusinessDays(2)],
    ['written to two days ago', {}, { contacts: mails([inBusinessDays(-2)]) }, 'waiting', 'waiting', inBusinessDays(1)],
    ['written to three days ago', {}, { contacts: mails([inBusinessDays(-3)]) }, null, 'leaveAlone', GOAL],
    [
      'written to and answered',
      {},
      { contacts: [...mails([TODAY]), ...contacts({ on: TODAY, from: 'them' })] },
      null,
      'leaveAlone',
      GOAL,
    ],
    ['written to, though owed', {}, { ...WROTE, ...PROMISED }, null, 'contact', null],
    [
      'five times in vain, nine days ago',
      {},
      { contacts: mails(Array(5).fill(inBusinessDays(-9))) },
      'waiting',
      'waiting',
      inBusinessDays(1),
    ],
    [
      'five times in vain, ten days ago',
      {},
      { contacts: mails(Array(5).fill(inBusinessDays(-10))) },
      null,
      'leaveAlone',
      GOAL,
    ],
    ['the file closed 59 days ago', {}, closing(inDays(-59), 'closefile'), 'rest', 'leaveAlone', inDays(1)],
    ['the file closed 60 days ago', {}, closing(inDays(-60), 'closefile'), null, 'leaveAlone', GOAL],
    [
      'the file closed, a revisit agreed',
      { revisitOn: inDays(9) },
      closing(inDays(-90), 'closefile'),
      'rest',
      'leaveAlone',
      inDays(9),
    ],
    ['the file closed, though owed', {}, { ...closing(inDays(-9), 'closefile'), ...PROMISED }, null, 'contact', null],
    ['withdrawn', {}, closing(inDays(-300), 'withdraw'), 'rest', 'leaveAlone', null],
    [
      'withdrawn, the file closed later',
      {},
      { contacts: contacts({ on: inDays(-300), angle: 'withdraw' }, { on: inDays(-90), angle: 'closefile' }) },
      'rest',
      'leaveAlone',
      null,
    ],
    [
      'five times in vain, their day near',
      NEAR,
      { contacts: mails(Array(5).fill(inBusinessDays(-3))) },
      null,
      'findReason',
      null,
    ],
  ])('%s', (_, fields, story, gate, list, until) => {
    const found = placed({ ...SETTLED, ...fields }, story);
    expect([found.gate?.code ?? null, found.list, found.until]).toEqual([gate, list, until]);
  });

  test.each(['closefile', 'withdraw'] as const)(
    'once they speak after %s, our next message does not rest again',
    (angle) => {
      const history = {
        contacts: contacts({ on: '2025-06-24', angle }, { on: '2025-07-01', from: 'them' }, { on: '2025-07-02' }),
      };
      expect(placed(SETTLED, history).gate).toBe(null);
    },
  );

  test('a hold past a day of theirs is a conflict', () => {
    expect(placed({ ...SETTLED, ...HELD }).conflict).toBe(false);
    expect(placed({ ...SETTLED, ...HELD, goalOn: inDays(30) }).conflict).toBe(false);
    expect(placed({ ...SETTLED, ...HELD, goalOn: inDays(29) }).conflict).toBe(true);
    expect(placed({ ...SETTLED, ...HELD, holdUntilOn: TODAY, goalOn: inDays(-2) }).conflict).toBe(false);
  });
});

describe('bands', () => {
  const rule = (points: number) => ({ rule: { ...DEFAULT_RULE, no_next_step: points } });
  const NO_NEXT: Fields = { ...SETTLED, next: null };

  test.each([
    [40, 'contact'],
    [39, 'thisWeek'],
    [20, 'thisWeek'],
    [19, 'leaveAlone'],
    [0, 'leaveAlone'],
  ])('%i points: %s', (points, list) => {
    expect(placed(NO_NEXT, {}, rule(points)).list).toBe(list);
  });

  test('ten points removed by the brakes ask for a reason first, nine do not', () => {
    const braked = (status_run: number, no_next_step: number) =>
      placed(
        NO_NEXT,
        { contacts: mails([inDays(-40)], { statusOnly: true }) },
        { rule: { ...DEFAULT_RULE, status_run, no_next_step } },
      );
    expect(braked(9, 30)).toMatchObject({ list: 'thisWeek', score: 21, removed: 9 });
    expect(braked(10, 30)).toMatchObject({ list: 'findReason', score: 20, removed: 10 });
    expect(braked(10, 50)).toMatchObject({ list: 'contact', score: 40, removed: 10 });
    // Brakes cannot remove more than there is.
    expect(braked(18, 9)).toMatchObject({ list: 'leaveAlone', score: 0, removed: 9 });
  });

  test('what is owed is for today, however small', () => {
    const small = { rule: { ...DEFAULT_RULE, promise_today: 1 } };
    expect(placed(SETTLED, { promises: [promise(TODAY)] }, small)).toMatchObject({
      list: 'contact',
      score: 1,
      owed: true,
    });
  });
});

describe('order', () => {
  const orderOf = (...deals: readonly [Fields, Story?][]) => {
    const book = deals.map(([fields, story], index) => dealWith({ ...SETTLED, id: index + 1, ...fields }, story));
    return plan(book, groundOn()).lists;
  };
  const ids = (list: readonly { deal: { id: number } }[]) => list.map(({ deal }) => deal.id);
  const DUE: Partial<History> = { promises: [promise(TODAY)] };

  test('owed first, then score', () => {
    const { contact } = orderOf([{ goalOn: inDays(3) }], [{}, DUE], [{ goalOn: inDays(3), route: null }]);
    expect(ids(contact)).toEqual([2, 3, 1]);
  });

  test('ties: the nearer milestone, then the longer silence, then the number; unknown days last', () => {
    const { contact } = orderOf(
      [{ goalOn: inDays(6) }],
      [{ goalOn: inDays(6), ...signal(inDays(-2)) }],
      [{ goalOn: inDays(2) }],
      [{ goalOn: inDays(6), ...signal(inDays(-4)) }],
      [{ goalOn: inDays(6) }],
    );
    expect(contact.map(({ score }) => score)).toEqual([55, 55, 55, 55, 55]);
    expect(ids(contact)).toEqual([3, 4, 2, 1, 5]);
  });

  test('those left alone are read by when they come back', () => {
    const { leaveAlone } = orderOf(
      [{}],
      [{ nextOn: inDays(30) }],
      [{ decisionOn: inDays(20) }],
      [{ nextOn: inDays(90) }],
    );
    expect(ids(leaveAlone)).toEqual([3, 2, 4, 1]);
  });
});

test('the median is over open deals with an amount, by currency', () => {
  const deal = (amount: number | null, more: Fields = {}) => dealWith({ amount, currency: 'JPY', ...more });
  const deals = [
    deal(1),
    deal(3),
    deal(8),
    deal(null),
    deal(900, { state: 'won' }),
    deal(4, { currency: 'USD' }),
    deal(6, { currency: 'USD' }),
  ];
  expect(mediansOf(deals)).toEqual(
    new Map([
      ['JPY', 3],
      ['USD', 5],
    ]),
  );
});

test('a deal of which nothing but gaps is known is barely known', () => {
  expect(isBarelyKnown(placed({}))).toBe(true);
  expect(isBarelyKnown(placed({ amount: 5, proposedOn: inBusinessDays(-61) }))).toBe(true);
  expect(isBarelyKnown(placed({ proposedOn: inBusinessDays(-60) }))).toBe(false);
  expect(isBarelyKnown(placed({ decisionOn: inBusinessDays(-4) }))).toBe(false);
  expect(isBarelyKnown(placed(signal(inDays(-200))))).toBe(false);
});
