import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayToNumber, endOfMonth, isDay, numberToDay, weekdayOf } from '../../src/core/day.ts';
import { BadInput } from '../../src/core/failure.ts';
import { readDay } from '../../src/core/spokenday.ts';

const day = (text: string) => text as Day;
const anyDay = fc
  .integer({ min: dayToNumber(day('1900-01-01')), max: dayToNumber(day('2199-12-31')) })
  .map(numberToDay);
const todays = fc
  .integer({ min: dayToNumber(day('2000-01-01')), max: dayToNumber(day('2150-12-31')) })
  .map(numberToDay);

/** A Tuesday. */
const TODAY = day('2025-07-22');

const bad = (text: string) => expect.objectContaining({ code: 'bad_day', facts: { value: text } });

test.each([
  ['2026-09-30', '2026-09-30'],
  ['2026/9/30', '2026-09-30'],
  ['2026.9.30', '2026-09-30'],
  ['2026-9-3', '2026-09-03'],
  ['20260930', '2026-09-30'],
  ['２０２６／９／３０', '2026-09-30'],
  ['２０２６−０９−３０', '2026-09-30'],
  ['  2026-09-30\n', '2026-09-30'],
  ['1900-01-01', '1900-01-01'],
  ['2199-12-31', '2199-12-31'],
  ['30 Sep 2026', '2026-09-30'],
  ['30 Sep, 2026', '2026-09-30'],
  ['30-Sep-2026', '2026-09-30'],
  ['Sep 30, 2026', '2026-09-30'],
  ['Sep. 30 2026', '2026-09-30'],
  ['SEPTEMBER 30TH, 2026', '2026-09-30'],
  ['30th of September 2026', '2026-09-30'],
  ['15 Apr, 2021', '2021-04-15'],
  ['1 May 2026', '2026-05-01'],
  ['end of september 2026', '2026-09-30'],
  ['2026年9月30日', '2026-09-30'],
  ['２０２６年９月３０日', '2026-09-30'],
  ['2026年 9月 3日', '2026-09-03'],
  ['2026年9月末', '2026-09-30'],
  ['2028年2月末日', '2028-02-29'],
  ['来年3月31日', '2026-03-31'],
  ['来年の3月末', '2026-03-31'],
  ['昨年12月1日', '2024-12-01'],
])('%j is %s, whenever it is said', (text, expected) => {
  expect(readDay(text, TODAY)).toBe(expected);
  expect(readDay(text, TODAY, 'behind')).toBe(expected);
});

test.each([
  ['令和8年9月30日', '2026-09-30'],
  ['令和 8年 9月 3日', '2026-09-03'],
  ['令和元年5月1日', '2019-05-01'],
  ['㋿８年９月末', '2026-09-30'],
  ['R8.9.30', '2026-09-30'],
  ['R8/9/30', '2026-09-30'],
  ['r8-9-30', '2026-09-30'],
  ['Ｒ８．９．３０', '2026-09-30'],
  ['R06.04.01', '2024-04-01'],
  ['R元.5.1', '2019-05-01'],
  ['R6.5.10', '2024-05-10'],
  ['R8年9月30日', '2026-09-30'],
  ['H31.4.30', '2019-04-30'],
  ['平成31年4月30日', '2019-04-30'],
  ['平成元年1月8日', '1989-01-08'],
  ['昭和64年1月7日', '1989-01-07'],
  ['昭和元年12月25日', '1926-12-25'],
  ['S60.1.1', '1985-01-01'],
])('the era day %j is %s', (text, expected) => {
  expect(readDay(text, TODAY)).toBe(expected);
});

test.each([
  '令和元年4月30日',
  '平成31年5月1日',
  '平成元年1月7日',
  '昭和64年1月8日',
  '昭和元年12月24日',
  'H32.1.1',
  'R0.9.30',
  '令和0年9月30日',
  'R8.2.30',
  '平成31年5月末',
  '大正10年1月1日',
])('%j lies outside its era', (text) => {
  expect(() => readDay(text, TODAY)).toThrow(bad(text));
});

test.each([
  ['7/22', '2025-07-22', '2025-07-22'],
  ['7/21', '2026-07-21', '2025-07-21'],
  ['7/23', '2025-07-23', '2024-07-23'],
  ['9/30', '2025-09-30', '2024-09-30'],
  ['9-30', '2025-09-30', '2024-09-30'],
  ['09/30', '2025-09-30', '2024-09-30'],
  ['９／３０', '2025-09-30', '2024-09-30'],
  ['1/8', '2026-01-08', '2025-01-08'],
  ['2/29', '2028-02-29', '2024-02-29'],
  ['30 Sep', '2025-09-30', '2024-09-30'],
  ['Sep 30', '2025-09-30', '2024-09-30'],
  ['sept 30th', '2025-09-30', '2024-09-30'],
  ['feb 29', '2028-02-29', '2024-02-29'],
  ['end of september', '2025-09-30', '2024-09-30'],
  ['the end of Feb', '2026-02-28', '2025-02-28'],
  ['9月30日', '2025-09-30', '2024-09-30'],
  ['9月末', '2025-09-30', '2024-09-30'],
  ['2月末', '2026-02-28', '2025-02-28'],
  ['7月末', '2025-07-31', '2024-07-31'],
  ['30日', '2025-07-30', '2025-06-30'],
  ['22日', '2025-07-22', '2025-07-22'],
  ['1日', '2025-08-01', '2025-07-01'],
  ['31日', '2025-07-31', '2025-05-31'],
  ['fri', '2025-07-25', '2025-07-18'],
  ['Friday', '2025-07-25', '2025-07-18'],
  ['tue', '2025-07-29', '2025-07-15'],
  ['Thurs.', '2025-07-24', '2025-07-17'],
  ['sunday', '2025-07-27', '2025-07-20'],
  ['金曜', '2025-07-25', '2025-07-18'],
  ['金曜日', '2025-07-25', '2025-07-18'],
  ['火曜日', '2025-07-29', '2025-07-15'],
])('%j is %s ahead and %s behind', (text, ahead, behind) => {
  expect(readDay(text, TODAY)).toBe(ahead);
  expect(readDay(text, TODAY, 'behind')).toBe(behind);
});

test.each([
  ['today', '2025-07-22'],
  ['Tomorrow', '2025-07-23'],
  ['yesterday', '2025-07-21'],
  ['今日', '2025-07-22'],
  ['本日', '2025-07-22'],
  ['明日', '2025-07-23'],
  ['あした', '2025-07-23'],
  ['明後日', '2025-07-24'],
  ['あさって', '2025-07-24'],
  ['昨日', '2025-07-21'],
  ['一昨日', '2025-07-20'],
  ['おととい', '2025-07-20'],
  ['+3d', '2025-07-25'],
  ['＋３ｄ', '2025-07-25'],
  ['+0d', '2025-07-22'],
  ['+2w', '2025-08-05'],
  ['+1mo', '2025-08-22'],
  ['-3d', '2025-07-19'],
  ['−3d', '2025-07-19'],
  ['in 3 days', '2025-07-25'],
  ['2 weeks ago', '2025-07-08'],
  ['3日後', '2025-07-25'],
  ['2週間後', '2025-08-05'],
  ['1ヶ月後', '2025-08-22'],
  ['1か月後', '2025-08-22'],
  ['1カ月後', '2025-08-22'],
  ['3日前', '2025-07-19'],
  ['next fri', '2025-08-01'],
  ['next monday', '2025-07-28'],
  ['next sun', '2025-08-03'],
  ['last fri', '2025-07-18'],
  ['last mon', '2025-07-14'],
  ['this fri', '2025-07-25'],
  ['this mon', '2025-07-21'],
  ['来週金曜', '2025-08-01'],
  ['来週の金曜日', '2025-08-01'],
  ['来週 金曜日', '2025-08-01'],
  ['今週金曜', '2025-07-25'],
  ['今週日曜', '2025-07-27'],
  ['先週金曜', '2025-07-18'],
  ['先々週金曜', '2025-07-11'],
  ['再来週月曜', '2025-08-04'],
  ['次の金曜', '2025-07-25'],
  ['eom', '2025-07-31'],
  ['end of month', '2025-07-31'],
  ['End of the month', '2025-07-31'],
  ['end of next month', '2025-08-31'],
  ['今月末', '2025-07-31'],
  ['月末', '2025-07-31'],
  ['来月末', '2025-08-31'],
  ['先月末', '2025-06-30'],
  ['来月10日', '2025-08-10'],
  ['先月の10日', '2025-06-10'],
])('%j is %s, whichever way it leans', (text, expected) => {
  expect(readDay(text, TODAY)).toBe(expected);
  expect(readDay(text, TODAY, 'behind')).toBe(expected);
});

test.each([
  ['2025-07-20', 'next mon', '2025-07-21'],
  ['2025-07-21', 'next mon', '2025-07-28'],
  ['2025-07-20', 'this sun', '2025-07-20'],
  ['2025-07-20', '来週日曜', '2025-07-27'],
  ['2025-01-31', '+1mo', '2025-02-28'],
  ['2025-02-28', '+1mo', '2025-03-31'],
  ['2025-01-31', '30日', '2025-03-30'],
  ['2025-01-31', '来月末', '2025-02-28'],
  ['2025-12-31', '来月末', '2026-01-31'],
  ['2025-12-31', '1/1', '2026-01-01'],
  ['2096-03-01', '2/29', '2104-02-29'],
])('on %s, %j is %s', (today, text, expected) => {
  expect(readDay(text, day(today))).toBe(expected);
});

describe('a weekday in brackets', () => {
  test.each([
    ['9/30(火)', '2025-09-30'],
    ['9/30（火曜日）', '2025-09-30'],
    ['9/30㈫', '2025-09-30'],
    ['9/30 (Tue)', '2025-09-30'],
    ['2026年9月30日（水）', '2026-09-30'],
    ['R8.9.30(水)', '2026-09-30'],
    ['明日(水)', '2025-07-23'],
  ])('%j agrees with %s', (text, expected) => {
    expect(readDay(text, TODAY)).toBe(expected);
  });

  test.each([
    ['9/30(水)', '2025-09-30'],
    ['2026年9月30日（木）', '2026-09-30'],
    ['2026-09-30 (thursday)', '2026-09-30'],
    ['明日(金)', '2025-07-23'],
  ])('%j disagrees with %s', (text, found) => {
    expect(() => readDay(text, TODAY)).toThrow(
      expect.objectContaining({ code: 'weekday_mismatch', facts: { value: text, day: found } }),
    );
  });
});

const NOT_READ = [
  ...['', ' ', 'soon', 'tbd', '0', '30', '2026', '45631', '(水)', '9/30()', '9/30(祝)', '9/30(水'],
  ...['2026-02-30', '2026-13-01', '2026-9', '2026/9', '2026年9月', '2026年', '2026-9/30', '2025-02-29', '20260931'],
  ...['1899-12-31', '2200-01-01', '26/9/30', '26年9月30日', '9/30/2026', '01-14-2020', '1/08/26', '30.9.2026', '9.30'],
  ...['30/9', '13/1', '0/1', '1/0', '2/30', '9/31', '9月31日', '32日', '0日', '13月末', '9月'],
  ...[
    'next week',
    'last week',
    'week',
    'next month',
    'next',
    'next next fri',
    'fri next',
    'friyay',
    'frid',
    'eow',
    'end of year',
  ],
  ...[
    '来週',
    '再来週',
    '来月',
    '来年',
    '年内',
    '年末',
    '年度末',
    '週末',
    '9月上旬',
    '9月中旬',
    '9月下旬',
    '上旬',
    '今月中',
    '今度の金曜',
  ],
  ...['9月末頃', '9月30日頃', '9/30まで', '9/30 10:00', '2026-09-30T00:00:00Z', '2026-09-30 00:00:00', '9/30 9/30'],
  ...[
    '3d',
    '3日間',
    '+5bd',
    '5営業日後',
    '+1m',
    '+3',
    '+',
    '-',
    '++3d',
    '+-3d',
    '3日後後',
    '-3日前',
    '+3d ago',
    '+3651d',
  ],
  ...[
    'Sep',
    'Sep 2026',
    '31 Sep',
    'Sep 30, 26',
    '30 Sep 26',
    '30 Sept 2026 x',
    '302026 Sep',
    'Febtober 3',
    'end of foo',
  ],
  ...[
    'R8',
    'R8.9',
    'R8.9/30',
    'M45.1.1',
    '令和8年',
    '令和100年1月1日',
    '金',
    '金曜曜',
    '来週金',
    'constructor',
    '__proto__',
  ],
];

test.each(NOT_READ)('%j is not read', (text) => {
  expect(() => readDay(text, TODAY)).toThrow(bad(text));
  expect(() => readDay(text, TODAY, 'behind')).toThrow(bad(text));
});

test('nothing leads out of the years that days have', () => {
  for (const text of ['tomorrow', 'fri', '+1mo', '来月末', '1/1']) {
    expect(() => readDay(text, day('2199-12-31'))).toThrow(bad(text));
  }
});

test('every day reads as itself, however it is written', () => {
  fc.assert(
    fc.property(anyDay, todays, fc.constantFrom('ahead' as const, 'behind' as const), (on, today, lean) => {
      const [year, month, date] = on.split('-').map(Number);
      const english = new Date(`${on}T00:00:00Z`).toLocaleDateString('en', { dateStyle: 'long', timeZone: 'UTC' });
      const forms = [on, `${year}/${month}/${date}`, `${year}年${month}月${date}日`, on.replaceAll('-', ''), english];
      for (const form of [...forms, `${on}(${'日月火水木金土'[weekdayOf(on)]})`]) {
        expect(readDay(form, today, lean), form).toBe(on);
      }
    }),
  );
});

test('every day of the three eras reads back from the calendar that writes them', () => {
  const inEras = fc
    .integer({ min: dayToNumber(day('1926-12-25')), max: dayToNumber(day('2117-12-31')) })
    .map(numberToDay);
  const format = (style: 'long' | 'numeric') =>
    new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
      era: style === 'long' ? 'long' : 'narrow',
      year: 'numeric',
      month: style,
      day: 'numeric',
      timeZone: 'UTC',
    });
  const [long, short] = [format('long'), format('numeric')];
  fc.assert(
    fc.property(inEras, (on) => {
      const at = Date.parse(on);
      expect(readDay(long.format(at), TODAY), long.format(at)).toBe(on);
      expect(readDay(short.format(at), TODAY), short.format(at)).toBe(on);
    }),
  );
});

test('a date without a year is within reach, on the side it leans to', () => {
  fc.assert(
    fc.property(anyDay, todays, (on, today) => {
      const text = on.slice(5).replace('-', '/');
      const [ahead, behind] = [readDay(text, today), readDay(text, today, 'behind')];
      expect(ahead >= today && behind <= today).toBe(true);
      expect([ahead.slice(5), behind.slice(5)]).toEqual([on.slice(5), on.slice(5)]);
      if (text !== '02/29') expect(ahead < addDays(today, 367) && behind > addDays(today, -367)).toBe(true);
    }),
  );
});

test('a plain weekday is one to seven days away, and the weeks around hold the others', () => {
  fc.assert(
    fc.property(todays, fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'), (today, name) => {
      const away = (text: string, lean?: 'behind') => dayToNumber(readDay(text, today, lean)) - dayToNumber(today);
      expect(away(name)).toBeGreaterThanOrEqual(1);
      expect(away(name)).toBeLessThanOrEqual(7);
      expect(away(name) - away(name, 'behind')).toBe(weekdayOf(today) === weekdayOf(readDay(name, today)) ? 14 : 7);
      expect(away(`next ${name}`) - away(`this ${name}`)).toBe(7);
      expect(away(`this ${name}`) - away(`last ${name}`)).toBe(7);
      expect(readDay('this mon', today) <= today && today <= readDay('this sun', today)).toBe(true);
    }),
  );
});

test('the month ends', () => {
  fc.assert(
    fc.property(todays, (today) => {
      expect(readDay('eom', today)).toBe(endOfMonth(today));
      expect(readDay('先月末', today)).toBe(addDays(day(`${today.slice(0, 8)}01`), -1));
      expect(readDay('来月末', today)).toBe(endOfMonth(addDays(endOfMonth(today), 1)));
    }),
  );
});

test('any other text is bad input and nothing worse', () => {
  const pieces =
    '0 1 2 3 9 30 31 2026 - / . , + 年 月 日 末 後 前 週 間 ヶ 来 先 今 の 次の 金曜 (水) 令和 元 R H S d w mo fri next sep th end of'.split(
      ' ',
    );
  const likely = fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 7 }).map((it) => it.join(''));
  fc.assert(
    fc.property(fc.oneof(likely, fc.string({ unit: 'binary' })), todays, (text, today) => {
      try {
        expect(isDay(readDay(text, today))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(BadInput);
      }
    }),
    { numRuns: 5_000 },
  );
});

test('a page of text is refused at once', () => {
  const started = performance.now();
  for (const piece of ['9', '日', '(水', ' ', ' ago', '後', '令和 ', '+']) {
    expect(() => readDay(piece.repeat(50_000), TODAY)).toThrow(BadInput);
  }
  expect(performance.now() - started).toBeLessThan(2_000);
});
