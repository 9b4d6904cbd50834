import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readClosedDays } from '../../src/core/closedday.ts';
import { addDays, type Day } from '../../src/core/day.ts';

/** Returns the closed ones of these days; throws where the text cannot be read. */
function closed(text: string, days: readonly string[]): string[] {
  const isClosed = readClosedDays(text);
  if (!isClosed) throw new Error(`cannot read ${text}`);
  return days.filter((it) => isClosed(it as Day));
}

test.each<[string, readonly string[], readonly string[]]>([
  ['08-13..08-16', ['2025-08-13', '2025-08-16', '2031-08-14'], ['2025-08-12', '2025-08-17']],
  [
    '12-29..01-03',
    ['2025-12-29', '2025-12-31', '2026-01-01', '2026-01-03'],
    ['2025-12-28', '2026-01-04', '2026-06-15'],
  ],
  ['2026-05-01', ['2026-05-01'], ['2027-05-01', '2026-05-02']],
  ['2025-12-29..2026-01-03', ['2025-12-29', '2026-01-03'], ['2026-12-29', '2025-12-28']],
  ['06-30', ['2025-06-30', '2026-06-30'], ['2025-06-29']],
  ['8/13〜8/16', ['2025-08-13', '2025-08-16'], ['2025-08-17']],
  ['8-13~8-16', ['2025-08-13'], ['2025-08-12']],
  ['2026/05/01', ['2026-05-01'], ['2026-05-02']],
  ['02-29', ['2024-02-29'], ['2025-02-28', '2025-03-01']],
  ['08-13, 09-01、10-10 11-11', ['2025-08-13', '2025-09-01', '2025-10-10', '2025-11-11'], ['2025-08-14']],
  ['', [], ['2025-01-01']],
  [' , ', [], ['2025-01-01']],
])('%j', (text, shut, open) => {
  expect(closed(text, [...shut, ...open])).toEqual(shut);
});

test.each([
  'Obon',
  '13-01',
  '02-30',
  '08-13..',
  '..08-13',
  '08-13..08-14..08-15',
  '2026-02-29',
  '2026-05-02..2026-05-01',
  '2026-05-01..05-03',
  '08-13, Obon',
  '0813',
])('%j cannot be read', (text) => {
  expect(readClosedDays(text)).toBe(null);
});

test('hardly a day left to work on is a slip', () => {
  expect(readClosedDays('01-01..12-31')).toBe(null);
  expect(readClosedDays('06-02..06-01')).toBe(null);
  expect(readClosedDays('01-01..06-30')).not.toBe(null);
  expect(readClosedDays('01-01..07-02')).toBe(null);
  expect(readClosedDays('2025-01-01..2025-07-02')).not.toBe(null);
  expect(readClosedDays('2025-01-01..2025-07-03')).toBe(null);
  expect(readClosedDays('2025-12-01..2026-01-31')).not.toBe(null);
  expect(readClosedDays('2025-01-01..9999-12-31')).toBe(null);
  expect(readClosedDays('2025-12-01..2030-01-31')).toBe(null);
});

test('a yearly span closes the same days every year, and no others', () => {
  const monthDay = fc.integer({ min: 0, max: 365 }).map((days) => addDays('2024-01-01' as Day, days).slice(5));
  const year = fc.integer({ min: 1990, max: 2100 });
  fc.assert(
    fc.property(monthDay, monthDay, year, fc.nat(364), (from, to, at, days) => {
      const isClosed = readClosedDays(`${from}..${to}`);
      fc.pre(isClosed !== null);
      const on = addDays(`${at}-01-01` as Day, days);
      const found = on.slice(5);
      expect(isClosed(on)).toBe(from <= to ? from <= found && found <= to : found >= from || found <= to);
    }),
  );
});
