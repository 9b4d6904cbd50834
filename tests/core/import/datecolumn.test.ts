import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, dayToNumber, numberToDay } from '../../../src/core/day.ts';
import { createDateSurvey } from '../../../src/core/import/datecolumn.ts';

const TODAY = '2026-07-22' as Day;

function verdictOf(column: readonly string[], takesMonth = false) {
  const survey = createDateSurvey(TODAY, takesMonth);
  for (const text of column) survey.see(text);
  return survey.verdict();
}

const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

test.each([
  [['1/08/26', '15/09/26'], 'dmy'],
  [['05/06/2026', '30/06/2026'], 'dmy'],
  [['05/06/2026', '06/30/2026'], 'mdy'],
  [['01-14-2020'], 'mdy'],
  [['05.06.2026'], 'dmy'],
  [['26/9/30', '26/10/1', '26/10/31'], 'ymd'],
  [['5/6', '6/30'], 'ymd'],
  [['5/6', '30/6'], 'dmy'],
  [['2026-09-30', '05/06/2026', '30/06/2026'], 'dmy'],
  [['30/06/2026 10:00', '05/06/2026 09:30'], 'dmy'],
  [['30/06/2026', 'n/a', '', '05/06/2026'], 'dmy'],
])('%j is %s', (column, order) => {
  expect(verdictOf(column)).toMatchObject({ style: { order }, unclear: null });
});

test.each([
  [
    ['05/06/2026', '06/07/2026'],
    ['dmy', 'mdy'],
  ],
  [['1/08/26'], ['dmy', 'mdy']],
  [['26/9/30'], ['ymd', 'dmy']],
  [
    ['9/10', '10/5'],
    ['ymd', 'dmy', 'mdy'],
  ],
])('%j may be several, and an example shows how they differ', (column, orders) => {
  const { style, unclear } = verdictOf(column);
  expect(style.order).toBeNull();
  expect(unclear?.value).toBe(column[0]);
  expect(unclear?.readings.map(({ order }) => order)).toEqual(orders);
  expect(new Set(unclear?.readings.map(({ day }) => day)).size).toBeGreaterThan(1);
});

test('years of Reiwa without their letter are asked about', () => {
  expect(verdictOf(['8.9.30', '8.10.15', '8.11.1']).unclear).not.toBeNull();
});

test('months and years are asked about where a month may stand, unless one value is none', () => {
  expect(verdictOf(['10/26', '01/27'], true).unclear).not.toBeNull();
  expect(verdictOf(['10/26', '10/30'], true).style.order).toBe('ymd');
  expect(verdictOf(['10/26', '01/27']).style.order).toBe('ymd');
});

test('nothing is asked where no value depends on it', () => {
  for (const column of [['05/05/2026', '06/06/2026'], ['2026-09-30', '20260930'], ['45631'], ['令和8年9月30日'], []]) {
    expect(verdictOf(column).unclear).toBeNull();
  }
});

describe('values that contradict each other', () => {
  test('are mistakes where nearly all others agree', () => {
    const column = [...times(20, '30/09/2026'), '09/30/2026', '05/06/2026'];
    expect(verdictOf(column)).toMatchObject({ style: { order: 'dmy' }, unclear: null });
  });

  test('are asked about where no majority is clear, however many agree with both', () => {
    const column = [...times(3, '30/09/2026'), '09/30/2026', ...times(90, '05/06/2026')];
    expect(verdictOf(column)).toMatchObject({ style: { order: null }, unclear: { value: '05/06/2026' } });
    expect(verdictOf(['30/09/2026', '09/30/2026']).unclear).not.toBeNull();
  });
});

test('times with a zone are days only where all are midnight', () => {
  expect(verdictOf(['2026-09-30T00:00:00Z', '2026-10-01 00:00 JST']).style.areMidnights).toBe(true);
  expect(verdictOf(['1790726400000']).style.areMidnights).toBe(true);
  expect(verdictOf(['2026-12-24T03:00:00+03:00', '2026-07-01T04:00:00+04:00']).style.areMidnights).toBe(true);
  expect(verdictOf(['2026-12-24T03:00:00+03:00', '2026-12-24T05:00:00+03:00']).style.areMidnights).toBe(false);
  expect(verdictOf(['2026-09-30T00:00:00Z', '2026-10-01T15:00:00Z']).style.areMidnights).toBe(false);
  expect(verdictOf(['2026-09-30 00:00']).style.areMidnights).toBe(false);
});

test('a column is read in the order it was written in, or asked about; never otherwise', () => {
  const days = fc
    .integer({ min: dayToNumber('2024-01-01' as Day), max: dayToNumber('2028-12-31' as Day) })
    .map(numberToDay);
  const written = {
    dmy: (year: string, month: string, date: string) => `${date}/${month}/${year}`,
    mdy: (year: string, month: string, date: string) => `${month}/${date}/${year}`,
  };
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 30 }), fc.constantFrom('dmy', 'mdy'), (column, order) => {
      const texts = column.map((day) => written[order](...(day.split('-') as [string, string, string])));
      const { style, orders, unclear } = verdictOf(texts);
      expect(orders).toContain(order);
      const isSame = texts.every((text) => text.slice(0, 2) === text.slice(3, 5));
      if (unclear === null && !isSame) expect(style.order).toBe(order);
    }),
  );
});

test('any texts give a verdict', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (column) => {
      expect(verdictOf(column).unclear).toBeNull();
    }),
  );
});
