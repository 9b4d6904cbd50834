import { describe, expect, test } from 'vitest';
import { ANGLE_CODES, type AngleCode } from '../../src/core/codes.ts';
import { decideDraft } from '../../src/core/draftable.ts';
import { NOTHING_TOLD, peopleIn, toldTo } from '../../src/core/told.ts';
import { contacts, day, dealWith, type Fields, placed, promise, question, type Story } from '../support/deals.ts';

/** What comes of asking for an angle: itself, or the rule that forbids it. */
function outcome(wanted: AngleCode | null, fields: Fields = {}, story: Story = {}): string {
  const decision = decideDraft(placed(fields, story), wanted);
  return 'refusal' in decision ? `not: ${decision.refusal.rule}` : decision.angle.code;
}

const wrote = (on: string, more: object = {}): Story => ({ contacts: contacts({ on, ...more }) });

describe('without a wish', () => {
  test.each<[string, Fields, Story]>([
    ['promise', {}, { promises: [promise('2025-07-18')] }],
    ['answer', {}, { questions: [question('2025-07-17')] }],
    ['labour', { route: 'ringi' }, {}],
    ['lossreason', { state: 'declined', closedOn: day('2025-07-21') }, {}],
    ['revisit', { state: 'lost', closedOn: day('2025-02-01'), revisitOn: day('2025-07-15') }, {}],
    ['not: closed', { state: 'won', closedOn: day('2025-07-01') }, {}],
    ['not: closed', { state: 'lost', closedOn: day('2025-02-01'), revisitOn: day('2025-09-15') }, {}],
    ['not: do_not_contact', { doNotContact: true }, { promises: [promise('2025-07-18')] }],
    ['not: hold', { holdUntilOn: day('2025-08-01'), holdSinceOn: day('2025-07-01') }, {}],
    ['holdack', { holdUntilOn: day('2025-08-01'), holdSinceOn: day('2025-07-22') }, {}],
    ['not: waiting', {}, wrote('2025-07-21')],
    ['not: rest', {}, wrote('2025-07-01', { angle: 'closefile' })],
    ['not: rest', {}, wrote('2025-07-01', { angle: 'withdraw' })],
  ])('%s', (expected, fields, story) => {
    expect(outcome(null, fields, story)).toBe(expected);
  });
});

describe('with a wish', () => {
  test.each<[string, AngleCode, Fields, Story]>([
    ['approval', 'approval', {}, {}],
    ['compare', 'compare', { rival: 'Tanaka' }, {}],
    ['not: condition', 'compare', {}, {}],
    ['not: condition', 'promise', {}, {}],
    ['not: condition', 'withdraw', {}, {}],
    ['not: condition', 'holdack', {}, {}],
    ['not: condition', 'lossreason', {}, {}],
    ['not: condition', 'labour', { state: 'declined', closedOn: day('2025-07-21') }, {}],
    ['not: condition', 'revisit', { state: 'declined', closedOn: day('2025-07-21') }, {}],
    ['not: brake', 'labour', {}, wrote('2025-07-10', { angle: 'labour', gives: true })],
    ['not: brake', 'stakeholder', {}, wrote('2025-07-10', { angle: 'date' })],
    ['recommend', 'recommend', {}, wrote('2025-07-10', { angle: 'labour', gives: true })],
  ])('%s', (expected, wanted, fields, story) => {
    expect(outcome(wanted, fields, story)).toBe(expected);
  });

  test('what is owed goes out the day after, what is not owed waits', () => {
    const story: Story = { ...wrote('2025-07-21'), promises: [promise('2025-07-18')] };
    expect(outcome('promise', {}, story)).toBe('promise');
    expect(outcome('labour', {}, story)).toBe('not: waiting');
  });

  test('a refusal never names itself as the way on, and every way on is open', () => {
    for (const wanted of ANGLE_CODES) {
      for (const story of [
        {},
        wrote('2025-07-10', { angle: 'labour', gives: true }),
        wrote('2025-07-10', { angle: 'date' }),
      ]) {
        const decision = decideDraft(placed({}, story), wanted);
        if (!('refusal' in decision)) continue;
        expect(decision.refusal.open).not.toContain(wanted);
        for (const code of decision.refusal.open) expect(outcome(code, {}, story)).toBe(code);
      }
    }
  });
});

describe('what a person was told', () => {
  const deals = [
    dealWith({ id: 1, contact: 'Ken', email: 'KEN@a.example' }),
    dealWith({ id: 2, contact: 'Ken' }),
    dealWith({ id: 3, customer: 'Sato', contact: 'Ken' }),
    dealWith({ id: 4, customer: 'Sato', email: 'ken@a.example' }),
    dealWith({ id: 5 }),
  ];

  test('is told by address, or by name and customer', () => {
    const dealsWith = peopleIn(deals);
    expect(deals.map((it) => [...dealsWith(it)].sort())).toEqual([[1, 2, 4], [1, 2], [3], [1, 4], [5]]);
  });

  test('adds up; their reason is the deal’s own', () => {
    const kept = new Map([
      [1, { uses: { info: 1, labour: 2 }, oldReason: 'price' }],
      [2, { uses: { info: 3 }, oldReason: null }],
    ]);
    expect(toldTo(2, [2, 1], kept)).toEqual({ uses: { info: 4, labour: 2 }, oldReason: null });
    expect(toldTo(9, [9], kept)).toEqual(NOTHING_TOLD);
  });
});
