import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.ts';
import { GUIDED, type GuidedCode, mostAskable, openQuestions } from '../../src/core/guide.ts';
import { contacts, day, dealWith, type Fields, groundOn, SETTLED, type Story, TODAY } from '../support/deals.ts';

const questionsOf = (fields: Fields, story?: Story, today: Day = TODAY) =>
  openQuestions(dealWith(fields, story), groundOn(today));
const codesOf = (...of: Parameters<typeof questionsOf>) => questionsOf(...of).map(({ code }) => code);
const moveOf = (code: GuidedCode, fields: Fields) => questionsOf(fields).find((it) => it.code === code)?.couldMove;

/** Everything the guide may ask about is known. */
const KNOWN: Fields = {
  ...SETTLED,
  ...{ goal: 'hire', lead: '1mo', approval: '5bd', decisionOn: day('2025-11-28'), scene: 'board', decider: 'head' },
  ...{ kind: 'small', proposedOn: day('2025-07-15'), rival: 'none', amount: 1 },
};

test('what is known is not asked', () => {
  expect(questionsOf(KNOWN)).toEqual([]);
  for (const field of Object.values(GUIDED)) {
    const codes = codesOf({ ...KNOWN, [field]: null });
    expect(codes.map((code) => GUIDED[code])).toEqual([field]);
  }
});

test('a next step without words is known by its day', () => {
  expect(codesOf({ ...KNOWN, next: null, nextOn: day('2025-10-01') })).toEqual([]);
});

test('how long delivery and approval take is asked once there is a goal to count back from', () => {
  const unknown: Fields = { ...KNOWN, goal: null, lead: null, approval: null };
  expect(codesOf(unknown).sort()).toEqual(['approval', 'goal', 'lead']);
  expect(codesOf({ ...unknown, goalOn: null })).toEqual(['goal-date']);
});

describe('what the answer could move', () => {
  test.each<[GuidedCode, Fields, number]>([
    // 38 where ten days are left, less the six for not knowing.
    ['goal-date', { goalOn: null, lead: null, approval: null, decisionOn: null, proposedOn: null }, 32],
    // With the lead time and their date known: too late to start approval, and their date lies after the useful one.
    ['goal-date', { goalOn: null }, 74],
    ['decision-date', { decisionOn: null, proposedOn: null, kind: null }, 30],
    // A reason to arrange within days, less the ten for having none.
    ['next', { next: null }, 15],
    ['kind', { kind: null }, 18],
    ['decider', { decider: null, route: null }, 8],
    ['route', { decider: null, route: null }, 8],
    ['decider', { decider: null }, 0],
    ['scene', { scene: null }, 0],
    ['amount', { amount: null }, 0],
  ])('%s', (code, fields, points) => {
    expect(moveOf(code, { ...KNOWN, ...fields })).toBe(points);
  });

  test('the one that moves most is asked first; what moves nothing comes last, in a fixed order', () => {
    expect(codesOf({})).toEqual([
      ...['goal-date', 'decision-date', 'kind', 'proposed', 'next', 'decider', 'route', 'scene', 'rival', 'amount'],
    ]);
  });

  test('the order falls with the move, for any deal', () => {
    const fields = Object.values(GUIDED);
    fc.assert(
      fc.property(fc.subarray(fields), (unknown) => {
        const open = questionsOf({ ...KNOWN, ...Object.fromEntries(unknown.map((field) => [field, null])) });
        const moves = open.map(({ couldMove }) => couldMove);
        expect(moves).toEqual([...moves].sort((a, b) => b - a));
        expect(moves.every((move) => move >= 0)).toBe(true);
      }),
    );
  });
});

describe('unknown', () => {
  const ASKED: Fields = { ...KNOWN, goalOn: null, unknowns: { 'goal-date': day('2025-07-10') } };
  const spoke = (on: string): Story => ({ contacts: contacts({ on, from: 'them' }) });

  test('closes a question until the customer’s next signal', () => {
    expect(codesOf(ASKED)).toEqual([]);
    expect(codesOf(ASKED, spoke('2025-07-10'))).toEqual([]);
    expect(codesOf(ASKED, spoke('2025-07-11'))).toEqual(['goal-date']);
    expect(codesOf(ASKED, { contacts: contacts({ on: '2025-07-11' }) })).toEqual([]);
  });

  test('is no matter of time', () => {
    expect(codesOf(ASKED, spoke('2025-07-10'), addDays(TODAY, 400))).toEqual([]);
  });

  test('closes that question only', () => {
    expect(codesOf({ ...ASKED, scene: null })).toEqual(['scene']);
  });
});

test('nothing is asked of who has ended or must not be contacted', () => {
  expect(questionsOf({ state: 'lost' })).toEqual([]);
  expect(questionsOf({ doNotContact: true })).toEqual([]);
});

test('the deal whose answers would move most; the first of equals; none where nothing would move', () => {
  const deal = (id: number, fields: Fields) => dealWith({ ...fields, id });
  const known = deal(1, { ...KNOWN, scene: null });
  expect(mostAskable([known, deal(2, { ...KNOWN, kind: null }), deal(3, {}), deal(4, {})], groundOn())?.id).toBe(3);
  expect(mostAskable([known], groundOn())).toBe(undefined);
  expect(mostAskable([], groundOn())).toBe(undefined);
});
