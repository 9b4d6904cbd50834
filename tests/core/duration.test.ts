import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCalendar } from '../../src/core/calendar.ts';
import { type Day, dayToNumber, numberToDay } from '../../src/core/day.ts';
import { after, before, type Duration, durationToText, readDuration } from '../../src/core/duration.ts';
import { BadInput } from '../../src/core/failure.ts';

const day = (text: string) => text as Day;
const calendar = createCalendar((at) => (at === '2025-07-21' ? '海の日' : undefined));

test.each([
  ['10d', '10d'],
  ['10 days', '10d'],
  ['1 day', '1d'],
  ['0d', '0d'],
  ['14d', '14d'],
  ['2w', '2w'],
  ['2 weeks', '2w'],
  ['1 Week', '1w'],
  ['1mo', '1mo'],
  ['1 month', '1mo'],
  ['18 MONTHS', '18mo'],
  ['10bd', '10bd'],
  ['10 business days', '10bd'],
  ['1 business day', '1bd'],
  ['5 working days', '5bd'],
  ['10日', '10d'],
  ['10日間', '10d'],
  ['１０日', '10d'],
  ['2週間', '2w'],
  ['2週', '2w'],
  ['1ヶ月', '1mo'],
  ['1か月', '1mo'],
  ['1カ月', '1mo'],
  ['1ヵ月', '1mo'],
  ['1ケ月', '1mo'],
  ['1箇月', '1mo'],
  ['１ヶ月間', '1mo'],
  ['10営業日', '10bd'],
  ['１０ 営業日', '10bd'],
  ['  3　d ', '3d'],
  ['3650d', '3650d'],
  ['521w', '521w'],
  ['120mo', '120mo'],
  ['2607bd', '2607bd'],
])('%j is stored as %s', (text, stored) => {
  expect(durationToText(readDuration(text))).toBe(stored);
});

test.each(
  '|10|d|-3d|+3d|1.5w|1m|1月|1h|2y|1年|3651d|522w|121mo|2608bd|1w 2d|10 d ays|10日後|半月|上旬|soon|1e2d|99999999999999999999d'.split(
    '|',
  ),
)('%j is no duration', (text) => {
  expect(() => readDuration(text)).toThrow(expect.objectContaining({ code: 'bad_duration', facts: { value: text } }));
});

test.each([
  ['2025-09-30', '1mo', '2025-08-31', '2025-10-31'],
  ['2025-03-30', '1mo', '2025-02-28', '2025-04-30'],
  ['2025-07-15', '2w', '2025-07-01', '2025-07-29'],
  ['2025-07-15', '20d', '2025-06-25', '2025-08-04'],
  ['2025-07-22', '1bd', '2025-07-18', '2025-07-23'],
  ['2025-07-19', '0bd', '2025-07-19', '2025-07-19'],
  ['2025-07-19', '0mo', '2025-07-19', '2025-07-19'],
])('around %s by %s lie %s and %s', (from, text, earlier, later) => {
  expect(before(day(from), readDuration(text), calendar)).toBe(earlier);
  expect(after(day(from), readDuration(text), calendar)).toBe(later);
});

const anyDuration: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ count: fc.nat(3_650), unit: fc.constant('day' as const) }),
  fc.record({ count: fc.nat(521), unit: fc.constant('week' as const) }),
  fc.record({ count: fc.nat(120), unit: fc.constant('month' as const) }),
  fc.record({ count: fc.nat(2_607), unit: fc.constant('businessDay' as const) }),
);

test('what is stored reads back as the same duration', () => {
  fc.assert(
    fc.property(anyDuration, (duration) => {
      expect(readDuration(durationToText(duration))).toEqual(duration);
    }),
  );
});

test('before lies before, after lies after', () => {
  const anyDay = fc.integer({ min: 0, max: 40_000 }).map(numberToDay);
  fc.assert(
    fc.property(anyDay, anyDuration, (from, duration) => {
      const there = [before(from, duration, calendar), from, after(from, duration, calendar)].map(dayToNumber);
      expect(there).toEqual(there.toSorted((one, other) => one - other));
      expect(there[0] === there[2]).toBe(duration.count === 0);
    }),
  );
});

test('any other text is bad input and nothing worse', () => {
  const likely = fc
    .array(fc.constantFrom(...'0123456789dwmob 日週間ヶ月営業-+.'), { maxLength: 8 })
    .map((it) => it.join(''));
  fc.assert(
    fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), (text) => {
      try {
        expect(readDuration(text).count).toBeGreaterThanOrEqual(0);
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
      }
    }),
    { numRuns: 2_000 },
  );
});
