import { describe, expect, test } from 'vitest';
import { anglesOf } from '../../src/core/angle.ts';
import { brakeOn } from '../../src/core/cadence.ts';
import { addBusinessDays } from '../../src/core/calendar.ts';
import { ANGLE_CODES, ANGLE_KINDS, type AngleCode } from '../../src/core/codes.ts';
import { DEFAULT_RULE } from '../../src/core/coefficients.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import { STANDARD_SETS } from '../../src/core/material.ts';
import { owedTerms } from '../../src/core/owed.ts';
import type { Ground } from '../../src/core/situation.ts';
import {
  contacts,
  day,
  type Fields,
  mails,
  placed,
  promise,
  question,
  SETTLED,
  type Story,
  TODAY,
  type Told,
  WEEKENDS,
} from '../support/deals.ts';

const inDays = (days: number): Day => addDays(TODAY, days);
const inBusinessDays = (days: number): Day => addBusinessDays(WEEKENDS, TODAY, days);

/** Every score is worth a message here, so that the choice of the angle stands alone. */
const ANY_SCORE: Partial<Ground> = { rule: { ...DEFAULT_RULE, today_from: 0 } };
const OPEN: Fields = { ...SETTLED, next: null };

function angleOf(fields: Fields, story: Story = {}): AngleCode | null {
  return placed({ ...OPEN, ...fields }, story, ANY_SCORE).angle?.code ?? null;
}

function signalOn(days: number): Fields {
  return { earlierSignalOn: inDays(days) };
}

function supplied(...codes: readonly (typeof STANDARD_SETS.mid)[number][]): Story {
  return { materials: codes.map((code) => ({ code, status: 'supplied', on: inDays(-30) })) };
}

function doubted(doubt: 'lockin' | 'past' | 'blame' | 'choice' | 'vendor'): Story {
  return { questions: [question('2025-06-03', { doubt, answeredOn: day('2025-06-04') })] };
}

function verdictAsked(businessDays: number): Story {
  return { contacts: mails([inBusinessDays(businessDays)], { angle: 'verdict' }) };
}

/** All three general gives in turn, so that they step aside. */
const GIVEN: Story = {
  contacts: contacts(
    { on: '2025-06-02', angle: 'labour', gives: true },
    { on: '2025-06-09', angle: 'info', gives: true },
    { on: '2025-06-16', angle: 'idea', gives: true },
  ),
};

const REACHED: readonly [AngleCode, Fields, Story?][] = [
  ['promise', {}, { promises: [promise(TODAY)] }],
  ['answer', {}, { questions: [question('2025-07-22')] }],
  ['thanks', {}, { contacts: contacts({ on: TODAY, channel: 'visit' }) }],
  ['material', {}, { materials: [{ code: 'quote', status: 'wanted', on: TODAY }] }],
  ['holdack', { holdUntilOn: inDays(20), holdSinceOn: TODAY }],
  ['withdraw', { goalOn: inDays(-1) }],
  ['workback', { goalOn: inDays(30) }],
  ['lossreason', { state: 'declined', closedOn: TODAY }],
  ['revisit', { state: 'lost', revisitOn: TODAY }],
  ['othertopic', { next: 'staff hours', nextOn: TODAY }],
  ['approval', { decisionOn: inBusinessDays(5), kind: 'small' }],
  ['compare', { decisionOn: inBusinessDays(5), kind: 'small', rival: 'other' }, supplied('ringi')],
  ['verdict', { decisionOn: inBusinessDays(-3) }],
  ['date', { decisionOn: null, proposedOn: inBusinessDays(-3) }],
  ['risk', {}, doubted('lockin')],
  ['recommend', {}, doubted('choice')],
  ['reopen', signalOn(-45)],
  ['stakeholder', { route: null }],
  ['labour', {}],
  ['info', {}, { contacts: contacts({ on: '2025-06-02', angle: 'labour', gives: true }) }],
  ['idea', {}, { contacts: GIVEN.contacts?.slice(0, 2) ?? [] }],
  ['goodwill', {}, GIVEN],
  ['closefile', {}, { contacts: mails(Array(5).fill('2025-07-01')) }],
];

test.each(REACHED)('%s', (code, fields, story) => {
  expect(placed({ ...OPEN, ...fields }, story, ANY_SCORE).angle).toEqual({ code, kind: ANGLE_KINDS[code] });
});

test('every angle is reached', () => {
  expect(REACHED.map(([code]) => code).sort()).toEqual([...ANGLE_CODES].sort());
});

describe('the edges of each condition', () => {
  const SUPPLIED = supplied(...STANDARD_SETS.mid);

  test.each<[string, AngleCode | null, Fields, Story?]>([
    ['a promise due tomorrow', 'promise', {}, { promises: [promise(inDays(1))] }],
    ['a promise due later', 'labour', {}, { promises: [promise(inDays(2))] }],
    ['a promise without a day', 'labour', {}, { promises: [promise(null)] }],
    ['thanks are no longer due', 'labour', {}, { contacts: contacts({ on: inBusinessDays(-6), channel: 'visit' }) }],
    ['a milestone in 31 days, their date passed', 'workback', { goalOn: inDays(31), decisionOn: inDays(-1) }],
    ['a milestone in 60 days, their date passed', 'workback', { goalOn: day('2025-09-19'), decisionOn: inDays(-1) }],
    ['a milestone in 62 days, their date passed', 'labour', { goalOn: day('2025-09-22'), decisionOn: inDays(-1) }],
    [
      'a milestone in 31 days, their date ahead',
      'labour',
      { goalOn: day('2025-08-22'), decisionOn: day('2025-08-20') },
    ],
    ['their date lies after the useful day', 'workback', { goalOn: day('2025-10-22'), decisionOn: day('2025-10-23') }],
    ['no goal, no chain', 'labour', { goalOn: null, decisionOn: inDays(-1) }],
    ['the next reason in 3 business days', 'othertopic', { next: 'x', nextOn: inBusinessDays(3) }],
    ['the next reason in 4 business days', 'labour', { next: 'x', nextOn: inBusinessDays(4) }],
    ['the next reason is booked', 'labour', { next: 'x', nextOn: inDays(9), booked: true }],
    ['the decision in 10 business days', 'approval', { decisionOn: inBusinessDays(10), kind: 'mid' }],
    ['the decision in 11 business days', 'material', { decisionOn: inBusinessDays(11), kind: 'mid' }],
    [
      'the approval takes time',
      'approval',
      { decisionOn: inBusinessDays(5), route: null, decider: 'x', approval: '5bd' },
    ],
    ['no approval known', 'material', { decisionOn: inBusinessDays(5), kind: 'mid', route: null, decider: 'x' }],
    ['rivals and no comparison', 'compare', { decisionOn: inBusinessDays(5), rival: 'x' }, supplied('ringi')],
    ['rivals and a comparison', 'labour', { decisionOn: inBusinessDays(5), rival: 'x' }, SUPPLIED],
    ['their date passed 2 business days ago', 'labour', { decisionOn: inBusinessDays(-2) }],
    ['their date passed, something missing', 'material', { decisionOn: inBusinessDays(-3), kind: 'mid' }],
    ['their date passed, nothing missing', 'verdict', { decisionOn: inBusinessDays(-3), kind: 'mid' }, SUPPLIED],
    ['proposed 2 business days ago', 'labour', { proposedOn: inBusinessDays(-2) }],
    ['a doubt about the past', 'risk', {}, doubted('past')],
    ['a doubt about blame', 'risk', {}, doubted('blame')],
    ['another doubt', 'labour', {}, doubted('vendor')],
    ['44 days of silence', 'labour', signalOn(-44)],
    ['a decider without a route', 'labour', { route: null, decider: 'head' }],
    ['four in vain', 'labour', {}, { contacts: mails(Array(4).fill('2025-07-01')) }],
    ['their answer asked for in vain for 10 business days', 'closefile', {}, verdictAsked(-10)],
    ['their answer asked for in vain for 9 business days', 'labour', {}, verdictAsked(-9)],
    [
      'the useful day over, and withdrawn',
      null,
      { goalOn: inDays(-9) },
      { contacts: mails(['2025-07-14'], { angle: 'withdraw' }) },
    ],
  ])('%s: %s', (_, code, fields, story) => {
    expect(angleOf(fields, story)).toBe(code);
  });

  test('where the advice is not to write, there is no angle', () => {
    expect(placed({ ...OPEN, route: null }).angle).toBe(null);
    expect(angleOf({ snoozeUntilOn: inDays(9) })).toBe(null);
    expect(angleOf({ nextOn: inDays(3), booked: true })).toBe(null);
    expect(angleOf({}, { contacts: mails([TODAY]) })).toBe(null);
  });

  test('the closing note is advised even to a deal that is left alone', () => {
    const { list, angle } = placed(SETTLED, { contacts: mails(Array(5).fill('2025-07-01')) });
    expect([list, angle?.code]).toEqual(['leaveAlone', 'closefile']);
  });

  test('a hold is acknowledged on its day, or later if it passes a day of theirs; and once', () => {
    const held = (holdSinceOn: Day): Fields => ({ holdUntilOn: inDays(20), holdSinceOn });
    const acknowledged = { contacts: mails([TODAY], { angle: 'holdack' }) };
    expect(angleOf(held(inDays(-1)))).toBe(null);
    expect(angleOf({ ...held(inDays(-1)), goalOn: inDays(9) })).toBe('holdack');
    expect(angleOf({ ...held(inDays(-1)), goalOn: inDays(9) }, acknowledged)).toBe(null);
    expect(angleOf(held(TODAY), acknowledged)).toBe(null);
  });

  test('the useful day is told once, and once more in the last week', () => {
    const told = (ago: number): Story => ({ contacts: mails([inBusinessDays(-ago)], { angle: 'workback' }) });
    expect(angleOf({ goalOn: inDays(8) }, told(5))).toBe('labour');
    expect(angleOf({ goalOn: inDays(7) }, told(5))).toBe('workback');
    // Told within the last week already.
    expect(angleOf({ goalOn: inDays(1) }, told(4))).toBe('labour');
  });
});

describe('precedence', () => {
  const ALL_OWED: Story = {
    promises: [promise(TODAY)],
    questions: [question('2025-07-22', { doubt: 'choice' }), question('2025-07-01', { n: 2, doubt: 'blame' })],
    materials: [{ code: 'quote', status: 'wanted', on: TODAY }],
    contacts: contacts({ on: inDays(-1), channel: 'visit' }),
  };
  const UNANSWERED: Story = {
    questions: [
      question('2025-06-03', { doubt: 'past', answeredOn: TODAY }),
      question('2025-06-03', { n: 2, doubt: 'choice', answeredOn: TODAY }),
    ],
    contacts: mails(Array(5).fill('2025-06-24'), { gives: true }),
  };
  const TAIL: readonly AngleCode[] = ['labour', 'info', 'idea', 'othertopic', 'goodwill'];

  test.each<[string, Fields, Story, readonly AngleCode[]]>([
    [
      'what is owed, then the customer’s wish and day',
      { goalOn: inDays(9), nextOn: TODAY, holdUntilOn: inDays(9), holdSinceOn: TODAY },
      ALL_OWED,
      ['promise', 'answer', 'thanks', 'material', 'othertopic', 'holdack', 'workback'],
    ],
    ['the useful day over', { goalOn: inDays(-9), nextOn: TODAY }, {}, ['othertopic', 'withdraw']],
    [
      'a no to be understood, then the revisit',
      { state: 'declined', closedOn: TODAY, revisitOn: TODAY },
      {},
      ['lossreason', 'revisit'],
    ],
    [
      'what the coming decision needs',
      { decisionOn: inBusinessDays(9), kind: 'mid', rival: 'other', nextOn: inDays(1) },
      {},
      ['othertopic', 'approval', 'compare', 'material'],
    ],
    [
      'their date passed, and nobody answers',
      { decisionOn: inDays(-9), route: null, next: 'x', ...signalOn(-60) },
      UNANSWERED,
      ['closefile', 'verdict', 'risk', 'recommend', 'reopen', 'stakeholder', ...TAIL],
    ],
    [
      'no date, and much missing',
      { proposedOn: inDays(-60), kind: 'small', route: null, next: 'x', ...signalOn(-60) },
      UNANSWERED,
      ['closefile', 'date', 'risk', 'recommend', 'material', 'reopen', 'stakeholder', ...TAIL],
    ],
  ])('%s', (_, fields, story, expected) => {
    const { situation } = placed({ ...OPEN, ...fields }, story);
    const codes = [...anglesOf(situation, owedTerms(situation))].map(({ code }) => code);
    expect([...new Set(codes)].slice(0, expected.length)).toEqual(expected);
  });
});

describe('brakes', () => {
  const UNDATED: Fields = { proposedOn: inDays(-60) };
  const status = (on: string) => ({ on, statusOnly: true });
  const give = (on: string) => ({ on, gives: true });

  test('two status checks stop every ask until something is given', () => {
    const adviceAfter = (...told: readonly Told[]) => angleOf(UNDATED, { contacts: contacts(...told) });
    expect(adviceAfter(status('2025-06-02'))).toBe('date');
    expect(adviceAfter(status('2025-06-02'), status('2025-06-09'))).toBe('labour');
    expect(adviceAfter(status('2025-06-02'), status('2025-06-09'), { on: '2025-06-16', angle: 'reopen' })).toBe(
      'labour',
    );
    expect(adviceAfter(status('2025-06-02'), status('2025-06-09'), give('2025-06-16'))).toBe('date');
  });

  test('no ask after an ask without a give between', () => {
    const asked = { on: '2025-06-02', angle: 'stakeholder', from: 'us' } as const;
    const replied = { on: '2025-07-01', from: 'them' } as const;
    expect(angleOf(UNDATED, { contacts: contacts(asked, replied) })).toBe('labour');
    expect(angleOf(UNDATED, { contacts: contacts(asked, replied, give('2025-07-02')) })).toBe('date');
  });

  test.each([
    [1, 3],
    [2, 5],
    [3, 10],
    [4, 20],
    [5, 20],
  ])('after %i unanswered asks the next waits %i business days', (asks, gap) => {
    // Each ask brought something with it, and the closing note is far off: only the gap is left.
    const patient: Partial<Ground> = { rule: { ...DEFAULT_RULE, closefile_from: 99 } };
    const brake = (ago: number) =>
      brakeOn(
        'date',
        placed(
          OPEN,
          { contacts: mails(Array(asks).fill(inBusinessDays(-ago)), { angle: 'stakeholder', gives: true }) },
          patient,
        ).situation,
      );
    expect(brake(gap)).toBe(null);
    expect(brake(gap - 1)).toEqual({ rule: 'ask_gap', until: inBusinessDays(1) });
  });

  test('an answer ends the gap', () => {
    const story = { contacts: contacts({ on: inDays(-1), angle: 'date', gives: true }, { on: TODAY, from: 'them' }) };
    expect(brakeOn('stakeholder', placed(OPEN, story).situation)).toBe(null);
  });

  test('the last angle is not said again, unless it is owed or the customer’s own day', () => {
    const said = (angle: AngleCode): Story => ({
      contacts: contacts({ on: inDays(-9), angle, gives: true }, { on: inDays(-8), from: 'them' }),
    });
    const { situation } = placed(OPEN, said('risk'));
    expect(brakeOn('risk', situation)).toEqual({ rule: 'repeated', until: null });
    expect(brakeOn('recommend', situation)).toBe(null);
    expect(brakeOn('workback', placed(OPEN, said('workback')).situation)).toBe(null);
    expect(angleOf({}, { ...said('promise'), promises: [promise(TODAY)] })).toBe('promise');
    expect(angleOf({}, { ...said('answer'), questions: [question('2025-07-22')] })).toBe('answer');
    // One that was said before another may come again.
    expect(
      angleOf(
        {},
        {
          ...doubted('lockin'),
          contacts: contacts({ on: inDays(-30), angle: 'risk' }, { on: inDays(-20), angle: 'info' }),
        },
      ),
    ).toBe('risk');
  });

  test('labour, info and idea take turns', () => {
    const adviceAfter = (...angles: readonly AngleCode[]) =>
      angleOf({}, { contacts: contacts(...angles.map((angle, index) => ({ on: inDays(index - 30), angle }))) });
    expect(adviceAfter()).toBe('labour');
    expect(adviceAfter('labour')).toBe('info');
    expect(adviceAfter('info')).toBe('labour');
    expect(adviceAfter('labour', 'info')).toBe('idea');
    expect(adviceAfter('info', 'idea')).toBe('labour');
    expect(adviceAfter('labour', 'info', 'idea', 'thanks')).toBe('labour');
  });

  describe('five in vain', () => {
    const vain = (count: number, ago = 30): Story => ({ contacts: mails(Array(count).fill(inDays(-ago))) });
    const owing: Story = { ...vain(5), promises: [promise(TODAY)] };

    test('only the closing note is left', () => {
      expect(angleOf(UNDATED, vain(4))).toBe('date');
      expect(angleOf(UNDATED, vain(5))).toBe('closefile');
      for (const code of ANGLE_CODES) {
        const passes = ['closefile', 'workback', 'withdraw', 'holdack'].includes(code);
        expect(brakeOn(code, placed(OPEN, vain(5)).situation)).toEqual(
          passes ? null : { rule: 'only_closefile', until: null },
        );
      }
    });

    test('what is owed and their own day still pass', () => {
      expect(angleOf({}, owing)).toBe('promise');
      expect(angleOf({ goalOn: inDays(20) }, vain(5))).toBe('workback');
    });

    test('the closing note is sent once, and again only in a new silence', () => {
      const closed = contacts(...(vain(5, 120).contacts ?? []), { on: inDays(-100), angle: 'closefile' });
      expect(angleOf({}, { contacts: closed })).toBe('labour');
      const again = [{ on: inDays(-90), from: 'them' } as const, ...(vain(5).contacts ?? [])];
      const anew = contacts(...[...closed, ...again].map((contact, index) => ({ ...contact, n: index + 1 })));
      expect(angleOf(UNDATED, { contacts: anew })).toBe('closefile');
    });
  });
});
