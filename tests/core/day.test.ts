import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { createCalendar, onOrBefore } from '../../src/core/calendar.ts';
import {
  addDays,
  addMonths,
  type Day,
  dayOf,
  daysBetween,
  dayToNumber,
  earliest,
  endOfMonth,
  isDay,
  lastDateOf,
  latest,
  monthOf,
  numberToDay,
  weekdayOf,
  yearOf,
} from '../../src/core/day.ts';
import { readDay } from '../../src/core/spokenday.ts';

const day = (text: string) => text as Day;
const anyDay = fc
  .integer({ min: dayToNumber(day('1900-01-01')), max: dayToNumber(day('2199-12-31')) })
  .map(numberToDay);

test.each([
  ['2026-09-30', true],
  ['2024-02-29', true],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['1900-02-29', false],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-09-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-09-00', false],
  ['1899-12-31', false],
  ['2200-01-01', false],
  ['2026-9-30', false],
  ['2026-09-30 ', false],
  ['2026-09-30\n', false],
  ['２０２６-09-30', false],
  ['', false],
])('isDay(%j) is %j', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('dayOf makes only days that exist', () => {
  expect(dayOf(2026, 9, 30)).toBe('2026-09-30');
  expect(dayOf(2026, 2, 29)).toBeUndefined();
  expect(dayOf(2026, 0, 1)).toBeUndefined();
  expect(dayOf(2026, 1.5, 1)).toBeUndefined();
  expect(dayOf(-1, 1, 1)).toBeUndefined();
  expect(dayOf(Number.NaN, 1, 1)).toBeUndefined();
});

test.each([
  ['2025-09-30', -1, '2025-08-31'],
  ['2025-08-31', 1, '2025-09-30'],
  ['2024-01-30', 1, '2024-02-29'],
  ['2025-01-29', 1, '2025-02-28'],
  ['2025-02-28', 1, '2025-03-31'],
  ['2024-02-28', 1, '2024-03-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', -12, '2023-02-28'],
  ['2025-12-31', 2, '2026-02-28'],
  ['2025-01-15', -1, '2024-12-15'],
  ['2025-12-15', 1, '2026-01-15'],
  ['2025-03-15', -27, '2022-12-15'],
  ['2025-09-30', 0, '2025-09-30'],
])('%s + %i months is %s', (from, months, expected) => {
  expect(addMonths(day(from), months)).toBe(expected);
});

test.each([
  ['1970-01-01', 4],
  ['1969-12-31', 3],
  ['2026-09-30', 3],
  ['2025-07-22', 2],
  ['1900-01-01', 1],
])('%s is weekday %i', (text, expected) => {
  expect(weekdayOf(day(text))).toBe(expected);
});

test('year, month and month end are read off', () => {
  expect([yearOf(day('2026-09-30')), monthOf(day('2026-09-30'))]).toEqual([2026, 9]);
  expect([lastDateOf(2024, 2), lastDateOf(2100, 2), lastDateOf(2026, 12)]).toEqual([29, 28, 31]);
  expect(endOfMonth(day('2024-02-01'))).toBe('2024-02-29');
});

test('earliest and latest pass over what is missing', () => {
  expect(earliest(null, day('2026-02-01'), undefined, day('2026-01-31'))).toBe('2026-01-31');
  expect(latest(day('2026-01-31'), null, day('2026-02-01'))).toBe('2026-02-01');
  expect([earliest(null, undefined), latest()]).toEqual([null, null]);
});

test('days and their numbers belong together, one by one', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => {
      expect(isDay(from)).toBe(true);
      expect(dayOf(yearOf(from), monthOf(from), Number(from.slice(8)))).toBe(from);
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      expect(addDays(addDays(from, days), -days)).toBe(from);
      expect(weekdayOf(addDays(from, 1))).toBe((weekdayOf(from) + 1) % 7);
      expect(addDays(from, 1) > from).toBe(true);
    }),
  );
});

test('a month away lies in the next month, and a month end stays one', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -120, max: 120 }), (from, months) => {
      const to = addMonths(from, months);
      expect(yearOf(to) * 12 + monthOf(to)).toBe(yearOf(from) * 12 + monthOf(from) + months);
      if (from === endOfMonth(from)) expect(to).toBe(endOfMonth(to));
      else expect(Number(to.slice(8))).toBe(Math.min(Number(from.slice(8)), Number(endOfMonth(to).slice(8))));
    }),
  );
});

describe('in any time zone', () => {
  const home = process.env.TZ;
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  /** Around the nights when Santiago, Cairo and Kiritimati had no midnight, and around year ends. */
  const NIGHTS = ['1994-12-30', '2014-05-15', '2024-04-25', '2024-09-07', '2025-04-24', '2025-09-06', '2025-12-30'];

  function reckon(): unknown[] {
    return NIGHTS.flatMap((text) =>
      [0, 1, 2].map((days) => {
        const at = addDays(day(text), days);
        return [
          at,
          weekdayOf(at),
          isDay(at),
          dayToNumber(at),
          daysBetween(day('2025-01-01'), at),
          addMonths(at, -1),
          endOfMonth(at),
          onOrBefore(createCalendar(), at),
          readDay('next fri', at),
          readDay('9/30', at),
          readDay('+1mo', at),
        ];
      }),
    );
  }

  test('the same days come out', () => {
    process.env.TZ = 'UTC';
    const expected = reckon();
    const offsets = ['America/Santiago', 'Africa/Cairo', 'Pacific/Kiritimati', 'UTC', 'Asia/Tokyo'].map((zone) => {
      process.env.TZ = zone;
      expect(reckon(), zone).toEqual(expected);
      return new Date(2025, 0, 15).getTimezoneOffset();
    });
    // The zones did change: without this the test could pass by measuring nothing.
    expect(offsets).toEqual([180, -120, -840, 0, -540]);
  });
});
