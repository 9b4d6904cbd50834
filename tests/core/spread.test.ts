import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, createCalendar } from '../../src/core/calendar.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import { listed } from '../../src/core/listed.ts';
import { type Pause, pauseOf } from '../../src/core/pause.ts';
import { plan } from '../../src/core/plan.ts';
import { isBarelyKnown, type Placement } from '../../src/core/priority.ts';
import type { TrackedDeal } from '../../src/core/situation.ts';
import { joiningDays, plannedDays, type Spread, spread } from '../../src/core/spread.ts';
import { type Standing, standingsOf } from '../../src/core/standing.ts';
import { dealWith, groundOn, TODAY, WEEKENDS } from '../support/deals.ts';

const day = (text: string): Day => text as Day;

describe('a pause', () => {
  test.each([
    ['a week without a word, back today', ['2025-07-10', '2025-07-11'], '2025-07-21', '2025-07-11', '2025-07-21'],
    ['a week without a word, back yesterday', ['2025-07-11', '2025-07-21'], '2025-07-22', '2025-07-11', '2025-07-21'],
    [
      'back last week, and at it since',
      ['2025-07-01', '2025-07-15', '2025-07-21'],
      '2025-07-22',
      '2025-07-01',
      '2025-07-15',
    ],
    ['a book that began last week', ['2025-07-15', '2025-07-16'], '2025-07-22', null, '2025-07-15'],
    [
      'records still to come, as the day is set back',
      ['2025-07-11', '2025-08-30'],
      '2025-07-21',
      '2025-07-11',
      '2025-07-21',
    ],
  ])('%s', (_what, recorded, today, since, backOn) => {
    expect(pauseOf(recorded.map(day), day(today), WEEKENDS)).toEqual({ since, backOn });
  });

  test.each([
    ['nothing recorded at all', [], '2025-07-21'],
    [
      'four days off and a weekend',
      [
        '2025-05-01',
        '2025-06-01',
        '2025-06-09',
        '2025-06-16',
        '2025-06-20',
        '2025-06-27',
        '2025-07-04',
        '2025-07-11',
        '2025-07-18',
      ],
      '2025-07-21',
    ],
    [
      'back five weeks ago',
      ['2025-05-01', ...Array.from({ length: 26 }, (_, at) => addDays(day('2025-06-16'), at))],
      '2025-07-16',
    ],
  ])('none: %s', (_what, recorded, today) => {
    expect(pauseOf(recorded.map(day), day(today), WEEKENDS)).toBeNull();
  });

  test('closed days are no absence', () => {
    const weekly = Array.from({ length: 10 }, (_, at) => addDays(day('2025-05-30'), 7 * at));
    const summer = createCalendar(undefined, (on) => on >= day('2025-08-11') && on <= day('2025-08-15'));
    expect(pauseOf([...weekly, day('2025-08-08')], day('2025-08-19'), summer)).toBeNull();
  });
});

const past = fc.integer({ min: -40, max: -4 }).map((days) => addDays(TODAY, days));
const ahead = fc.integer({ min: 1, max: 40 }).map((days) => addDays(TODAY, days));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

/** Deals as they are after weeks away: nothing recorded in the last days, their own days passed or drawing near. */
const leftAlone = fc
  .record({
    proposedOn: maybe(past),
    decisionOn: maybe(fc.oneof(past, ahead)),
    goalOn: maybe(ahead),
    nextOn: maybe(fc.oneof(past, ahead)),
    booked: fc.boolean(),
    approval: maybe(fc.constantFrom('5bd', '2w')),
    earlierContactOn: maybe(past),
    earlierSignalOn: maybe(past),
    amount: maybe(fc.constantFrom(1, 5, 40)),
    promisedOn: maybe(fc.oneof(past, ahead)),
    askedOn: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, past),
  })
  .map(({ promisedOn, askedOn, ...fields }) => ({
    fields: { ...fields, kind: 'mid' as const },
    story: {
      promises: promisedOn ? [{ n: 1, text: 'sheet', material: null, dueOn: promisedOn, keptOn: null }] : [],
      questions: askedOn ? [{ n: 1, text: 'why?', doubt: null, askedOn, answeredOn: null, answer: null }] : [],
    },
  }));
const books = fc
  .array(leftAlone, { minLength: 1, maxLength: 40 })
  .map((list) => list.map(({ fields, story }, at): TrackedDeal => dealWith({ ...fields, id: at + 1 }, story)));

const contactOn = (book: readonly TrackedDeal[], today: Day): readonly Placement[] =>
  plan(book, groundOn(today)).lists.contact;
const standingsOn = (contact: readonly Placement[], today: Day, pause: Pause | null): Standing[] => {
  const [first] = contact;
  const earlier = joiningDays({ today, calendar: WEEKENDS, pause });
  return standingsOf(contact, first ? earlier.map((on) => ({ ...first.situation, today: on })) : []);
};
/** Everything is planned, from a list in no order. */
const spreadOn = (contact: readonly Placement[], today: Day, limit: number, pause: Pause | null): Spread => {
  const all = { quiet: Infinity, planned: { most: Infinity, days: [] } };
  const lists = listed(standingsOn(contact.toReversed(), today, pause), all);
  return spread(lists.contact, { today, calendar: WEEKENDS, limit, pause });
};

const RUNS = { numRuns: 300 };
const limits = fc.integer({ min: 1, max: 8 });
const pauses = fc.constantFrom<Pause | null>(
  null,
  { since: day('2025-07-01'), backOn: TODAY },
  { since: null, backOn: day('2025-07-17') },
);

describe('every deal to contact', () => {
  test('is planned exactly once, on a business day from today on, and no day takes more than its limit', () => {
    fc.assert(
      fc.property(books, limits, pauses, fc.integer({ min: 0, max: 6 }), (book, limit, pause, later) => {
        const today = addDays(TODAY, later);
        const contact = contactOn(book, today);
        const { plannedOn, backlog } = spreadOn(contact, today, limit, pause);
        expect([...plannedOn.keys()].sort()).toEqual(contact.map(({ deal }) => deal.id).sort());
        const counts = new Map<Day, number>();
        for (const on of plannedOn.values()) {
          expect(on >= today && !WEEKENDS.isClosed(on)).toBe(true);
          counts.set(on, (counts.get(on) ?? 0) + 1);
        }
        expect(Math.max(0, ...counts.values())).toBeLessThanOrEqual(limit);
        const known = contact.filter((it) => !isBarelyKnown(it)).length;
        if (backlog) expect(backlog.days.reduce((total, { count }) => total + count, 0)).toBe(known);
      }),
      RUNS,
    );
  });

  test('that cannot wait comes today, as many as the day takes', () => {
    fc.assert(
      fc.property(books, limits, (book, limit) => {
        const pause = { since: null, backOn: TODAY };
        const contact = contactOn(book, TODAY);
        const { plannedOn, backlog } = spreadOn(contact, TODAY, limit, pause);
        fc.pre(backlog !== null);
        const pressing = standingsOn(contact, TODAY, pause).filter(({ cannotWait }) => cannotWait);
        expect(backlog?.pressing).toBe(pressing.length);
        const today = pressing.filter(({ id }) => plannedOn.get(id) === TODAY);
        expect(today.length).toBe(Math.min(limit, pressing.length));
      }),
      RUNS,
    );
  });

  test('that waits for us cannot wait', () => {
    fc.assert(
      fc.property(books, (book) => {
        const contact = contactOn(book, TODAY);
        const owed = contact.filter((it) => it.owed);
        for (const { cannotWait } of standingsOn(owed, TODAY, { since: null, backOn: TODAY }))
          expect(cannotWait).toBe(true);
      }),
      RUNS,
    );
  });
});

test('the first days of a plan are the same whether all deals are given or only those that they need', () => {
  fc.assert(
    fc.property(books, limits, pauses, fc.integer({ min: 1, max: 4 }), (book, limit, pause, days) => {
      const standings = standingsOn(contactOn(book, TODAY), TODAY, pause);
      const planned = (most: number): Map<number, Day> => {
        const wish = { quiet: 5, planned: { most, days: plannedDays({ today: TODAY, calendar: WEEKENDS }, days) } };
        const options = { today: TODAY, calendar: WEEKENDS, limit, pause, days };
        return new Map(spread(listed(standings, wish).contact, options).plannedOn);
      };
      // A short list goes by rank, and is given whole.
      fc.pre(standings.length > 2 * limit);
      expect(planned(limit * days)).toEqual(planned(Infinity));
    }),
    RUNS,
  );
});

describe('tomorrow', () => {
  test('continues the plan: once today’s are done, no deal comes later than was announced', () => {
    fc.assert(
      fc.property(books, limits, (book, limit) => {
        const pause = { since: day('2025-07-01'), backOn: TODAY };
        const first = contactOn(book, TODAY);
        const announced = new Map(spreadOn(first, TODAY, limit, pause).plannedOn);
        let waiting = new Set(first.filter((it) => !isBarelyKnown(it)).map(({ deal }) => deal.id));
        for (let today = TODAY; waiting.size > limit; today = addBusinessDays(WEEKENDS, today, 1)) {
          // Nobody else joins: a newcomer that cannot wait may well come first.
          const contact = contactOn(book, today).filter((it) => waiting.has(it.deal.id) && !isBarelyKnown(it));
          const { plannedOn } = spreadOn(contact, today, limit, pause);
          for (const [id, on] of plannedOn) expect(on <= (announced.get(id) as Day)).toBe(true);
          waiting = new Set([...plannedOn].filter(([, on]) => on > today).map(([id]) => id));
        }
      }),
      RUNS,
    );
  });

  test('does not turn the order round when a score drifts, and a newcomer queues up behind', () => {
    // Ten business days after their date a passed decision counts less: by rank the older deals would fall back.
    const passed = (id: number, on: string): TrackedDeal =>
      dealWith({ id, decisionOn: day(on), earlierSignalOn: day('2025-06-20'), earlierContactOn: day('2025-06-20') });
    const book = [passed(1, '2025-07-08'), passed(2, '2025-07-09'), passed(3, '2025-07-10')];
    const newcomer = { ...passed(4, '2025-07-18'), next: 'figures', amount: 9, currency: 'JPY' };
    book.push(newcomer);
    const pause = { since: day('2025-07-01'), backOn: TODAY };
    const wednesday = addBusinessDays(WEEKENDS, TODAY, 1);
    expect(contactOn(book, wednesday).map(({ deal }) => deal.id)).toEqual([2, 3, 1, 4]);
    const today = spreadOn(contactOn(book, TODAY), TODAY, 1, pause).plannedOn;
    expect([...today.keys()]).toEqual([1, 2, 3]);
    const next = spreadOn(contactOn(book, wednesday), wednesday, 1, pause).plannedOn;
    expect([...next.keys()]).toEqual([1, 2, 3, 4]);
  });
});

describe('a list', () => {
  const owed = (count: number): TrackedDeal[] =>
    Array.from({ length: count }, (_, at) =>
      dealWith(
        { id: at + 1 },
        { promises: [{ n: 1, text: 'sheet', material: null, dueOn: addDays(TODAY, -at), keptOn: null }] },
      ),
    );

  test.each([
    [7, null, false],
    [14, null, false],
    [15, null, true],
    [8, { since: null, backOn: TODAY }, true],
    [7, { since: null, backOn: TODAY }, false],
  ])('of %i, after %o: is it worked off by plan? %s', (count, pause, isByPlan) => {
    const { backlog, plannedOn } = spreadOn(contactOn(owed(count), TODAY), TODAY, 7, pause);
    expect(backlog !== null).toBe(isByPlan);
    expect(plannedOn.size).toBe(count);
  });

  test('that is short goes by rank, seven a day', () => {
    const contact = contactOn(owed(9), TODAY);
    const { plannedOn } = spreadOn(contact, TODAY, 7, null);
    expect(contact.map(({ deal }) => plannedOn.get(deal.id))).toEqual([
      ...Array<string>(7).fill('2025-07-22'),
      '2025-07-23',
      '2025-07-23',
    ]);
  });

  test('seen on a Sunday begins on Monday', () => {
    const sunday = day('2025-07-20');
    const { plannedOn } = spreadOn(contactOn(owed(3), sunday), sunday, 7, null);
    expect(new Set(plannedOn.values())).toEqual(new Set(['2025-07-21']));
  });
});
