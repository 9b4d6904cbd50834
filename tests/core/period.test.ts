import { expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { daysPeriod, monthPeriod, previousPeriod, readMonth, usualPeriod } from '../../src/core/period.ts';

const day = (text: string): Day => text as Day;

test.each([
  ['2025-07-10', '2025-06-01', '2025-06-30', 'month'],
  ['2025-07-11', '2025-07-01', '2025-07-11', 'month-so-far'],
  ['2025-07-31', '2025-07-01', '2025-07-31', 'month'],
  ['2025-01-03', '2024-12-01', '2024-12-31', 'month'],
  ['2024-03-01', '2024-02-01', '2024-02-29', 'month'],
])('on %s a review is by itself of %s to %s (%s)', (today, from, to, kind) => {
  expect(usualPeriod(day(today))).toEqual({ from, to, kind });
});

test.each([
  ['2025-06', '2025-06-01'],
  ['2025/6', '2025-06-01'],
  ['２０２５年６月', '2025-06-01'],
  ['6', '2025-06-01'],
  ['7月', '2025-07-01'],
  ['8月', '2024-08-01'],
])('“%s” is the month of %s', (text, from) => {
  expect(readMonth(text, day('2025-07-22'))).toBe(from);
});

test.each(['', 'x', '13', '0', '2025-13', '2025-07-01', '2025'])('“%s” is no month', (text) => {
  expect(() => readMonth(text, day('2025-07-22'))).toThrow('bad_month');
});

test('what is still to come is not looked back on', () => {
  const today = day('2025-07-22');
  expect(() => monthPeriod(day('2025-08-01'), today)).toThrow('month_ahead');
  expect(() => daysPeriod(day('2025-07-23'), day('2025-07-30'), today)).toThrow('period_ahead');
  expect(() => daysPeriod(day('2025-07-10'), day('2025-07-01'), today)).toThrow('period_backwards');
  expect(daysPeriod(day('2025-07-10'), day('2025-08-10'), today).to).toBe(today);
});

test.each([
  [{ from: '2025-07-01', to: '2025-07-31', kind: 'month' }, '2025-06-01', '2025-06-30'],
  [{ from: '2025-03-01', to: '2025-03-22', kind: 'month-so-far' }, '2025-02-01', '2025-02-28'],
  [{ from: '2025-07-08', to: '2025-07-14', kind: 'days' }, '2025-07-01', '2025-07-07'],
] as const)('before %o come %s to %s', ({ from, to, kind }, before, until) => {
  expect(previousPeriod({ from: day(from), to: day(to), kind })).toMatchObject({ from: before, to: until });
});
