import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersOf, decisionDatesOf, reasonsOf } from '../../src/core/answers.ts';
import { ANGLE_CODES } from '../../src/core/codes.ts';
import { DEFAULT_RULE } from '../../src/core/coefficients.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import { CHANNELS, STATES } from '../../src/core/deal.ts';
import type { Period } from '../../src/core/period.ts';
import { plan } from '../../src/core/plan.ts';
import { practiceOf } from '../../src/core/practice.ts';
import type {
  PracticeGround,
  PracticeRecord,
  ReviewedContact,
  ReviewedDeal,
  Wait,
} from '../../src/core/practicerecord.ts';
import { repliesOf, wilson } from '../../src/core/replies.ts';
import { suggestionOf } from '../../src/core/suggestion.ts';
import { waitsOf } from '../../src/core/waits.ts';
import { dealWith, groundOn, promise, TODAY, WEEKENDS } from '../support/deals.ts';

const day = (text: string): Day => text as Day;
const JULY: Period = { from: day('2025-07-01'), to: TODAY, kind: 'month-so-far' };
const GROUND: PracticeGround = { period: JULY, today: TODAY, calendar: WEEKENDS, rule: DEFAULT_RULE };
const NOTHING: PracticeRecord = { deals: [], contacts: [], waits: [], slips: [] };

const name = (id: number) => ({ id, customer: `Customer ${id}`, title: '' });
const deal = (id: number, more: Partial<ReviewedDeal> = {}): ReviewedDeal => ({
  ...name(id),
  state: 'open',
  closedOn: null,
  proposedOn: null,
  decisionOn: null,
  reason: null,
  factor: null,
  ...more,
});
const contact = (on: string, more: Partial<ReviewedContact> = {}): ReviewedContact => ({
  dealId: 1,
  n: 1,
  on: day(on),
  from: 'us',
  channel: 'email',
  angle: null,
  statusOnly: false,
  gives: false,
  noAnswer: false,
  ...more,
});
const wait = (since: string, until: string | null, more: Partial<Wait> = {}): Wait => ({
  kind: 'material',
  deal: name(1),
  material: 'roi',
  text: 'roi',
  since: day(since),
  until: until as Day | null,
  ...more,
});

describe('answers', () => {
  test('collected are those the customer gave: won, lost and declined, within the period', () => {
    const deals = STATES.filter((state) => state !== 'open').map((state, at) =>
      deal(at + 1, { state, closedOn: day('2025-07-15') }),
    );
    const early = deal(9, { state: 'won', closedOn: day('2025-06-30') });
    const { collected, ended } = answersOf([...deals, early], GROUND);
    expect(collected).toBe(3);
    expect(ended).toEqual({ won: 1, lost: 1, declined: 1, withdrawn: 1, dormant: 1, void: 1 });
  });

  test('outstanding are open deals whose date has passed, and dormant ones, oldest first', () => {
    const { outstanding } = answersOf(
      [
        deal(1, { decisionOn: TODAY }),
        deal(2, { decisionOn: addDays(TODAY, -30) }),
        deal(3, { decisionOn: addDays(TODAY, -31) }),
        deal(4, { state: 'dormant', closedOn: addDays(TODAY, -5) }),
        deal(5, { state: 'dormant', closedOn: addDays(TODAY, -5), decisionOn: addDays(TODAY, -95) }),
        deal(6),
      ],
      GROUND,
    );
    expect(outstanding.deals.map(({ id, days }) => [id, days])).toEqual([
      [5, 95],
      [3, 31],
      [2, 30],
      [4, 5],
    ]);
    expect([outstanding.count, outstanding.over30]).toEqual([4, 2]);
    expect(outstanding.byAge.map(({ count }) => count)).toEqual([2, 1, 0, 1]);
  });

  test('the customers’ reasons stand beside the rep’s own guess, the most frequent first', () => {
    const lost = (id: number, reason: string | null, factor: string | null): ReviewedDeal =>
      deal(id, { state: reason ? 'lost' : 'declined', closedOn: day('2025-07-02'), reason, factor });
    expect(
      reasonsOf(
        [lost(1, 'timing', 'pushed'), lost(2, 'price', 'pushed'), lost(3, 'price', null), lost(4, null, null)],
        GROUND,
      ),
    ).toEqual({
      theirs: [
        { code: 'price', count: 2 },
        { code: 'timing', count: 1 },
      ],
      ours: [{ code: 'pushed', count: 2 }],
      pairs: [
        { theirs: 'price', ours: 'pushed', count: 1 },
        { theirs: 'timing', ours: 'pushed', count: 1 },
      ],
      unknown: 1,
    });
  });
});

describe('decision dates', () => {
  test.each([
    ['2025-07-09', 'kept'],
    ['2025-07-11', 'kept'],
    ['2025-07-15', 'kept'],
    ['2025-07-16', 'late'],
  ] as const)('an answer on %s to a date of Friday the 11th was %s', (closedOn, what) => {
    const heard = deal(1, { state: 'lost', closedOn: day(closedOn), decisionOn: day('2025-07-11') });
    const { kept, late } = decisionDatesOf({ ...NOTHING, deals: [heard] }, GROUND);
    expect({ kept, late }).toEqual({ kept: 0, late: 0, [what]: 1 });
  });

  test('only an answer keeps a date: to withdraw or to put to rest is our doing', () => {
    const deals = (['withdrawn', 'dormant', 'void'] as const).map((state, at) =>
      deal(at + 1, { state, closedOn: day('2025-07-10'), decisionOn: day('2025-07-11') }),
    );
    expect(decisionDatesOf({ ...NOTHING, deals }, GROUND)).toMatchObject({ kept: 0, late: 0 });
  });

  test('a slip moves a date later; one moved forward is none', () => {
    const slip = (id: number, to: string, on = '2025-07-08') => ({
      deal: name(id),
      from: day('2025-07-20'),
      to: day(to),
      on: day(on),
    });
    const slips = [
      slip(1, '2025-08-20'),
      slip(1, '2025-09-20'),
      slip(2, '2025-07-10'),
      slip(3, '2025-08-01', '2025-06-30'),
    ];
    const dates = decisionDatesOf({ ...NOTHING, slips }, GROUND);
    expect([dates.slipped, dates.slippedDeals]).toEqual([2, [name(1)]]);
  });

  test('a date is missing three business days after the proposal', () => {
    const deals = [
      deal(1, { proposedOn: day('2025-07-17') }),
      deal(2, { proposedOn: day('2025-07-18') }),
      deal(3, { proposedOn: day('2025-07-01'), decisionOn: day('2025-08-01') }),
      deal(4),
    ];
    const { missing, missingDeals } = decisionDatesOf({ ...NOTHING, deals }, GROUND);
    expect([missing, missingDeals]).toEqual([1, [name(1)]]);
  });
});

describe('waits', () => {
  test('are counted in business days: mean and longest of what was settled, and what still waits', () => {
    const found = waitsOf(
      [
        wait('2025-07-04', '2025-07-07'),
        wait('2025-07-01', '2025-07-09', { deal: name(2) }),
        wait('2025-06-02', '2025-06-30'),
        wait('2025-07-21', null, { deal: name(3) }),
        wait('2025-07-16', null, { deal: name(4) }),
      ],
      GROUND,
    );
    expect(found).toMatchObject({
      settled: 2,
      mean: 3.5,
      longest: { deal: { id: 2 }, businessDays: 6 },
      waiting: 2,
      waitingLongest: { deal: { id: 4 }, businessDays: 4 },
    });
  });

  test('without any there is no mean', () => {
    expect(waitsOf([], GROUND)).toEqual({ settled: 0, mean: null, longest: null, waiting: 0, waitingLongest: null });
  });
});

describe('replies', () => {
  test.each([
    ['the same day, after it', { on: day('2025-07-01'), n: 2 }, 1],
    ['the same day, before it', { on: day('2025-07-01'), n: 0 }, 0],
    ['five business days later', { on: day('2025-07-08'), n: 2 }, 1],
    ['six business days later', { on: day('2025-07-09'), n: 2 }, 0],
    ['on another deal', { on: day('2025-07-02'), n: 2, dealId: 2 }, 0],
    ['in a talk', { on: day('2025-07-02'), n: 2, from: 'us', channel: 'visit' }, 1],
    ['not at all: nobody was there', { on: day('2025-07-02'), n: 2, from: 'us', channel: 'visit', noAnswer: true }, 0],
  ] as const)('a word from them %s', (_when, more, replied) => {
    const contacts = [contact('2025-07-01', { angle: 'info' }), contact('2025-07-01', { from: 'them', ...more })];
    expect(repliesOf(contacts, GROUND)).toMatchObject([{ angle: 'info', sent: 1, replied }]);
  });

  test('are not looked for before their time is over', () => {
    expect(repliesOf([contact('2025-07-15', { angle: 'info' })], GROUND)).toEqual([]);
    expect(repliesOf([contact('2025-07-14', { angle: 'info' })], GROUND)).toHaveLength(1);
  });

  test('to talks and to attempts that nobody answered are not counted; a status check is its own kind', () => {
    const found = repliesOf(
      [
        contact('2025-07-01', { angle: 'info', channel: 'meeting' }),
        contact('2025-07-01', { angle: 'info', channel: 'phone', noAnswer: true }),
        contact('2025-07-01', { angle: 'verdict', statusOnly: true }),
      ],
      GROUND,
    );
    expect(found).toMatchObject([{ angle: 'status-only', kind: 'status', sent: 1 }]);
  });

  test('nothing is claimed below eight cases', () => {
    const sent = (count: number) =>
      repliesOf(
        Array.from({ length: count }, (_, at) => contact('2025-07-01', { angle: 'info', dealId: at })),
        GROUND,
      )[0];
    expect(sent(7)).toMatchObject({ sent: 7, share: null, low: null, high: null });
    expect(sent(8)).toMatchObject({ sent: 8, share: 0, low: 0, high: 0.324 });
  });

  // Newcombe, Statistics in Medicine 17 (1998), method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('the interval of %i in %i is %f to %f', (hits, cases, low, high) => {
    expect(wilson(hits, cases).low).toBeCloseTo(low, 4);
    expect(wilson(hits, cases).high).toBeCloseTo(high, 4);
  });
});

describe('the suggestion', () => {
  const suggested = (record: Partial<PracticeRecord>, deals = [dealWith()]) =>
    practiceOf({ ...NOTHING, ...record }, plan(deals, groundOn()), GROUND).suggestion;
  const gave = Array.from({ length: 5 }, () => contact('2025-07-02', { angle: 'info', gives: true }));
  const checks = (count: number) => Array.from({ length: count }, () => contact('2025-07-03', { statusOnly: true }));
  const undated = [1, 2, 3].map((id) => deal(id, { proposedOn: day('2025-07-01') }));
  const old = [1, 2, 3].map((id) => deal(id, { decisionOn: day('2025-05-01') }));
  const refused = [1, 2].map((id) => deal(id, { state: 'declined', closedOn: day('2025-07-02') }));

  test.each([
    [
      'what they wait for, first of all',
      { waits: [wait('2025-07-17', null)], contacts: checks(9) },
      'answer_waiting',
      false,
    ],
    ['not what they asked for yesterday', { waits: [wait('2025-07-21', null)], contacts: gave }, 'go_on', false],
    ['many status checks', { contacts: [...gave, ...checks(3)] }, 'status_checks', true],
    ['two status checks are chance', { contacts: [...gave, ...checks(2)] }, 'go_on', false],
    ['missing dates', { deals: undated }, 'decision_dates', true],
    ['old answers', { deals: old }, 'old_answers', false],
    ['reasons not heard', { deals: refused }, 'ask_reasons', false],
    ['long waits', { waits: ['01', '02', '03'].map((on) => wait(`2025-07-${on}`, '2025-07-11')) }, 'sooner', true],
    [
      'more asks than gives',
      { contacts: ['1', '2', '3'].map((n) => contact(`2025-07-0${n}`, { angle: 'date' })) },
      'more_gives',
      true,
    ],
    ['little', { contacts: [contact('2025-07-02', { angle: 'info' })] }, 'little_recorded', false],
    ['nothing at all', {}, 'little_recorded', false],
    ['nothing that stands out', { contacts: gave }, 'go_on', false],
  ] as const)('%s', (_what, record, code, isHint) => {
    expect(suggested(record)).toMatchObject({ code, isHint });
  });

  test('the give that somebody has missed for longest', () => {
    const missed = dealWith({ id: 4, proposedOn: day('2025-06-02') }, { promises: [promise('2025-07-22')] });
    expect(suggested({ contacts: gave }, [missed])).toMatchObject({ code: 'give_due', angle: 'promise', longest: 36 });
  });

  test('is no hint once there are twenty cases', () => {
    const many = [...checks(10), ...gave, ...gave];
    expect(suggested({ contacts: many })).toMatchObject({ code: 'status_checks', cases: 20, isHint: false });
  });

  test('compares deals with a date to those without', () => {
    const deals = [
      ...undated,
      deal(4, { state: 'won', closedOn: day('2025-07-10'), decisionOn: day('2025-07-09') }),
      deal(5, { decisionOn: day('2025-07-15') }),
      deal(6, { decisionOn: day('2025-08-15') }),
    ];
    expect(suggested({ deals })).toMatchObject({
      withDate: { answered: 1, of: 2 },
      withoutDate: { answered: 0, of: 3 },
    });
  });
});

describe('whatever is recorded', () => {
  const dayAround = fc.integer({ min: -60, max: 5 }).map((days) => addDays(TODAY, days));
  const maybeDay = fc.option(dayAround, { nil: null });
  const record: fc.Arbitrary<PracticeRecord> = fc.record({
    deals: fc
      .array(
        fc.record({
          state: fc.constantFrom(...STATES),
          closedOn: maybeDay,
          decisionOn: maybeDay,
          proposedOn: maybeDay,
        }),
        {
          maxLength: 20,
        },
      )
      .map((list) =>
        list.map((it, at) => deal(at + 1, { ...it, closedOn: it.state === 'open' ? null : (it.closedOn ?? TODAY) })),
      ),
    contacts: fc.array(
      fc.record({
        dealId: fc.integer({ min: 1, max: 5 }),
        n: fc.integer({ min: 1, max: 9 }),
        on: dayAround,
        from: fc.constantFrom('us' as const, 'them' as const),
        channel: fc.constantFrom(...CHANNELS),
        angle: fc.option(fc.constantFrom(...ANGLE_CODES.slice(0, 4)), { nil: null }),
        statusOnly: fc.boolean(),
        gives: fc.boolean(),
        noAnswer: fc.boolean(),
      }),
      { maxLength: 60 },
    ),
    waits: fc.array(fc.tuple(dayAround, maybeDay).map(([since, until]) => wait(since, until))),
    slips: fc.constant([]),
  });
  const book = plan([dealWith()], groundOn());

  test('the parts add up, shares lie between 0 and 1, and an interval holds its share', () => {
    fc.assert(
      fc.property(record, (recorded) => {
        const { contacts, answers, decisions, angles, waits, suggestion } = practiceOf(recorded, book, GROUND);
        for (const it of [contacts, contacts.previous]) {
          expect(it.gives + it.asks + it.notices + it.statusOnly + it.other).toBe(it.total);
        }
        expect(answers.outstanding.byAge.reduce((total, { count }) => total + count, 0)).toBe(
          answers.outstanding.count,
        );
        expect(answers.collected).toBe(answers.ended.won + answers.ended.lost + answers.ended.declined);
        expect(decisions.kept + decisions.late).toBe(decisions.withDate.answered);
        for (const { sent, replied, share, low, high } of angles) {
          expect(replied).toBeLessThanOrEqual(sent);
          expect(share === null).toBe(sent < 8);
          if (share === null || low === null || high === null) continue;
          expect(0 <= low && low <= share && share <= high && high <= 1).toBe(true);
        }
        for (const { mean, longest } of Object.values(waits)) {
          if (mean !== null) expect(mean).toBeLessThanOrEqual(longest?.businessDays ?? 0);
        }
        expect(suggestion.code).toBeTruthy();
      }),
      { numRuns: 500 },
    );
  });

  test('the same record gives the same numbers, in whatever order it is read', () => {
    fc.assert(
      fc.property(record, (recorded) => {
        const turned = { ...recorded, deals: recorded.deals.toReversed(), contacts: recorded.contacts.toReversed() };
        const { answers, contacts, angles, decisions } = practiceOf(recorded, book, GROUND);
        const again = practiceOf(turned, book, GROUND);
        expect(again.answers).toEqual(answers);
        expect(again.contacts).toEqual(contacts);
        expect(again.angles).toEqual(angles);
        expect({ ...again.decisions, missingDeals: [] }).toEqual({ ...decisions, missingDeals: [] });
      }),
      { numRuns: 200 },
    );
  });
});

test('the suggestion looks at nothing but the numbers', () => {
  const practice = practiceOf(NOTHING, plan([], groundOn()), GROUND);
  expect(suggestionOf(practice, DEFAULT_RULE)).toEqual(practice.suggestion);
});
