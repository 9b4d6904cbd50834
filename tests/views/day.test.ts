import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { dayWords } from '../../src/views/day.ts';

const today = '2025-07-22' as Day;
const thisYear = '2025-09-30' as Day;
const nextYear = '2026-01-05' as Day;

describe('a day is written', () => {
  test('in English as one says it, with the year where it is another one', () => {
    const days = dayWords('en', today);
    expect(days.header(today)).toBe('Tuesday 22 July 2025');
    expect([days.short(thisYear), days.short(nextYear)]).toEqual(['Tue 30 Sep', 'Mon 5 Jan 2026']);
    expect([days.letter(thisYear), days.letter(nextYear)]).toEqual(['30 September', '5 January 2026']);
    expect(days.full(thisYear)).toBe('Tue 30 Sep 2025');
    expect(days.month(nextYear)).toBe('January');
  });

  test('in Japanese with its weekday, and in letters without', () => {
    const days = dayWords('ja', today);
    expect(days.header(today)).toBe('2025年7月22日(火)');
    expect([days.short(thisYear), days.short(nextYear)]).toEqual(['9/30(火)', '2026/1/5(月)']);
    expect([days.letter(thisYear), days.letter(nextYear)]).toEqual(['9月30日', '2026年1月5日']);
    expect(days.full(thisYear)).toBe('2025/9/30(火)');
    expect(days.month(nextYear)).toBe('1月');
  });

  test('the same wherever the machine stands', () => {
    const before = process.env.TZ;
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Africa/Cairo']) {
        process.env.TZ = zone;
        expect(dayWords('en', today).header(today)).toBe('Tuesday 22 July 2025');
      }
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
