import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addBusinessDays, businessDaysBetween, createCalendar, onOrBefore } from '../../src/core/calendar.ts';
import { addDays, type Day, dayToNumber, numberToDay } from '../../src/core/day.ts';

const day = (text: string) => text as Day;
const anyDay = fc
  .integer({ min: dayToNumber(day('2000-01-01')), max: dayToNumber(day('2100-12-31')) })
  .map(numberToDay);

const HOLIDAYS = new Map([
  ['2025-07-21', '海の日'],
  ['2025-12-31', '大晦日'],
  ['2026-01-01', '元日'],
  ['2026-01-02', '年始'],
]);
const plain = createCalendar();
const japan = createCalendar(
  (at) => HOLIDAYS.get(at),
  (at) => at === '2025-08-14',
);
/** A rep who is away in the second half of every month. */
const patchy = createCalendar(
  () => undefined,
  (at) => Number(at.slice(8)) > 15,
);

test('weekends, holidays and own closed days are closed', () => {
  expect(['2025-07-19', '2025-07-20', '2025-07-21', '2025-07-22'].map((it) => japan.isClosed(day(it)))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect([japan.isClosed(day('2025-08-14')), plain.isClosed(day('2025-08-14'))]).toEqual([true, false]);
  expect([japan.holidayName(day('2025-07-21')), japan.holidayName(day('2025-08-14'))]).toEqual(['海の日', undefined]);
});

test('each day is looked up once', () => {
  let asked = 0;
  const calendar = createCalendar(() => {
    asked += 1;
    return undefined;
  });
  for (let round = 0; round < 3; round += 1) calendar.isClosed(day('2025-07-22'));
  expect(asked).toBe(1);
});

test.each([
  ['2025-07-22', '2025-07-22'],
  ['2025-07-21', '2025-07-18'],
  ['2025-07-20', '2025-07-18'],
  ['2026-01-04', '2025-12-30'],
])('the last business day up to %s is %s', (from, expected) => {
  expect(onOrBefore(japan, day(from))).toBe(expected);
});

test.each([
  ['2025-07-18', 1, '2025-07-22'],
  ['2025-07-22', -1, '2025-07-18'],
  ['2025-07-19', 1, '2025-07-22'],
  ['2025-07-19', -1, '2025-07-18'],
  ['2025-07-19', 0, '2025-07-19'],
  ['2025-08-13', 1, '2025-08-15'],
  ['2025-12-30', 5, '2026-01-09'],
  ['2026-01-09', -5, '2025-12-30'],
])('%s + %i business days is %s', (from, count, expected) => {
  expect(addBusinessDays(japan, day(from), count)).toBe(expected);
});

test.each([
  ['2025-07-14', '2025-07-15', 1],
  ['2025-07-18', '2025-07-22', 1],
  ['2025-07-18', '2025-07-21', 0],
  ['2025-07-22', '2025-07-18', -1],
  ['2025-07-22', '2025-07-22', 0],
  ['2025-07-20', '2025-07-19', 0],
  ['2025-12-30', '2026-01-09', 5],
])('from %s to %s there are %i business days', (from, to, expected) => {
  expect(businessDaysBetween(japan, day(from), day(to))).toBe(expected);
});

/** Counts in plain dates, with nothing borrowed from the code under test. */
function naiveCount(isClosed: (at: Day) => boolean, from: Day, to: Day): number {
  let count = 0;
  for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000) {
    if (!isClosed(new Date(at).toISOString().slice(0, 10) as Day)) count += 1;
  }
  return count;
}

test('counting agrees with a naive count', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(1_100), fc.constantFrom(plain, japan, patchy), (from, days, calendar) => {
      const to = addDays(from, days);
      expect(businessDaysBetween(calendar, from, to)).toBe(naiveCount(calendar.isClosed, from, to));
      expect(businessDaysBetween(calendar, to, from)).toBe(0 - naiveCount(calendar.isClosed, from, to));
    }),
  );
});

test('the count is exact over any span', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 20_000 }), (from, days) => {
      const to = addDays(from, days);
      expect(businessDaysBetween(plain, from, to)).toBe(naiveCount(plain.isClosed, from, to));
    }),
    { numRuns: 20 },
  );
});

test('adding business days lands on an open day that many away', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 300 }),
      fc.constantFrom(plain, japan, patchy),
      (from, count, calendar) => {
        const ahead = addBusinessDays(calendar, from, count);
        expect(calendar.isClosed(ahead)).toBe(false);
        expect(businessDaysBetween(calendar, from, ahead)).toBe(count);
        expect(onOrBefore(calendar, ahead)).toBe(ahead);
        const back = addBusinessDays(calendar, from, -count);
        expect(calendar.isClosed(back)).toBe(false);
        expect(back < from).toBe(true);
      },
    ),
  );
});
