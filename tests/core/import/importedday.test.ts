import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayToNumber, endOfMonth, numberToDay } from '../../../src/core/day.ts';
import { BadInput } from '../../../src/core/failure.ts';
import { DATE_ORDERS, readDateFormat } from '../../../src/core/import/dateorder.ts';
import { type DateStyle, type DayReading, readImportedDay } from '../../../src/core/import/importedday.ts';

const TODAY = '2026-07-22' as Day;
const HOUR = 3_600_000;
/** A rep in Tokyo. */
const READING: DayReading = {
  today: TODAY,
  lean: 'ahead',
  takesMonth: true,
  localDayOf: (ms) => new Date(ms + 9 * HOUR).toISOString().slice(0, 10) as Day,
};
const UNKNOWN: DateStyle = { order: null, areMidnights: false };
const read = (text: string, style: Partial<DateStyle> = {}, reading: Partial<DayReading> = {}) =>
  readImportedDay(text, { ...UNKNOWN, ...style }, { ...READING, ...reading });

test.each([
  ['2024-04-01', '2024-04-01'],
  ['2024/4/1', '2024-04-01'],
  ['2026.9.30', '2026-09-30'],
  ['2026. 9. 30.', '2026-09-30'],
  ['２０２６／９／３０', '2026-09-30'],
  ['20240401', '2024-04-01'],
  ['令和6年4月1日', '2024-04-01'],
  ['R6.4.1', '2024-04-01'],
  ['R6.5.10', '2024-05-10'],
  ['R06.04.01', '2024-04-01'],
  ['R08/09/30', '2026-09-30'],
  ['R8年9月30日', '2026-09-30'],
  ['R080930', '2026-09-30'],
  ['Ｒ８．９．３０', '2026-09-30'],
  ['令和8年9月30日', '2026-09-30'],
  ['令和 8年 9月 30日', '2026-09-30'],
  ['㋿8年9月30日', '2026-09-30'],
  ['令和元年5月1日', '2019-05-01'],
  ['平成31年4月30日', '2019-04-30'],
  ['H31.4.30', '2019-04-30'],
  ['昭和63年12月31日', '1988-12-31'],
  ['S63.12.31', '1988-12-31'],
  ['2026年10月3日', '2026-10-03'],
  ['2026年9月30日(水)', '2026-09-30'],
  ['2026/9/30(水) 14:00', '2026-09-30'],
  ['2026年10月末', '2026-10-31'],
  ['2026-07-01 00:00:00', '2026-07-01'],
  ['2026-07-01T23:59:59.999', '2026-07-01'],
  ['2026年9月30日 午後2時', '2026-09-30'],
  ['2026年9月30日14:05', '2026-09-30'],
  ['2026/9/30 午前10時05分', '2026-09-30'],
  ['9/30/2026 2:05 PM', '2026-09-30'],
  ['9/30/2026 10 a.m.', '2026-09-30'],
  ['15 Apr, 2021 00:02:00', '2021-04-15'],
  ['Apr 15, 2021', '2021-04-15'],
  ['15-Apr-21', '2021-04-15'],
  ['April 15th 2021', '2021-04-15'],
  ['15th of April 2021', '2021-04-15'],
  ["15 Apr '21", '2021-04-15'],
  ['2021-Apr-15', '2021-04-15'],
  ['Thu Apr 15 2021', '2021-04-15'],
  ['Thursday, 15 April 2021', '2021-04-15'],
  ['01-14-2020', '2020-01-14'],
  ['30.09.2026', '2026-09-30'],
  ['30. 9. 2026', '2026-09-30'],
  ['05/05/2026', '2026-05-05'],
  ['2026-09-30+09:00', '2026-09-30'],
  ['24. Dezember 2026', '2026-12-24'],
  ['3. März 2026', '2026-03-03'],
  ['24 déc. 2026', '2026-12-24'],
  ['1er août 2026', '2026-08-01'],
  ['24/dic/2026', '2026-12-24'],
  ['24 de diciembre de 2026', '2026-12-24'],
  ['24 dicembre 2026', '2026-12-24'],
  ['24 de dezembro de 2026', '2026-12-24'],
  ['24-mrt-26', '2026-03-24'],
  ['24 mei 2026', '2026-05-24'],
  ['24.12.2026 24:00', '2026-12-24'],
  ['2026-12-24 24:00:00', '2026-12-24'],
])('%j is %s, whatever the order', (text, day) => {
  expect(read(text)).toEqual({ day, note: null });
  for (const order of DATE_ORDERS) {
    const isNumbers = /^[\d. /-]+(?: .*)?$/.test(text) && !/^\d{4}/.test(text);
    if (!isNumbers) expect(read(text, { order }).day).toBe(day);
  }
});

test.each([
  ['9/30', '2026-09-30', 'year_assumed'],
  ['9月30日', '2026-09-30', 'year_assumed'],
  ['26-Oct', '2026-10-26', 'year_assumed'],
  ['9/30(水)', '2026-09-30', 'year_assumed'],
  ['45631', '2024-12-05', 'serial'],
  ['45631.75', '2024-12-05', 'serial'],
  ['20000', '1954-10-03', 'serial'],
  ['2026-10', '2026-10-31', 'month_end'],
  ['2026/2', '2026-02-28', 'month_end'],
  ['2026年10月', '2026-10-31', 'month_end'],
  ['令和8年10月', '2026-10-31', 'month_end'],
  ['Oct 2026', '2026-10-31', 'month_end'],
  ["Oct '26", '2026-10-31', 'month_end'],
  ['10/2026', '2026-10-31', 'month_end'],
  ['2023-09-26 15:15:00.000000 UTC', '2023-09-27', 'local_day'],
  ['2023-09-26 14:15:00 UTC', '2023-09-26', null],
  ['2026-09-30T23:00:00Z', '2026-10-01', 'local_day'],
  ['2026-09-30T23:00:00+09:00', '2026-09-30', null],
  ['2026-09-30T23:00:00+0900', '2026-09-30', null],
  ['2026-09-30 20:00 EST', '2026-10-01', 'local_day'],
  ['2026-09-30 01:00 (CEST)', '2026-09-30', null],
  ['2026-09-30 00:30 JST', '2026-09-30', null],
  ['Wed, 30 Sep 2026 20:00 GMT', '2026-10-01', 'local_day'],
  ['Thu Apr 15 2021 00:00:00 GMT+0900 (Japan Standard Time)', '2021-04-15', null],
  ['2026-09-30T00:00:00+09:00[Asia/Tokyo]', '2026-09-30', null],
  ['Wed Sep 30 00:00:00 JST 2026', '2026-09-30', null],
  ['1790726400000', '2026-09-30', null],
])('%j is %s (%s)', (text, day, note) => {
  expect(read(text)).toEqual({ day, note });
});

test('zones decide the day where the rep is', () => {
  const newYork = { localDayOf: (ms: number) => new Date(ms - 4 * HOUR).toISOString().slice(0, 10) as Day };
  expect(read('2026-09-30T02:00:00Z', {}, newYork).day).toBe('2026-09-29');
  expect(read('2026-09-30T02:00:00Z').day).toBe('2026-09-30');
});

test('midnights of a column of midnights are days, wherever the rep is', () => {
  for (const text of ['2026-09-30T00:00:00Z', '2026-09-30 00:00:00 +1300', '1790726400000']) {
    expect(read(text, { areMidnights: true }, { localDayOf: () => '2000-01-01' as Day }).day).toBe('2026-09-30');
  }
});

test.each([
  ['1/08/26', ['2026-01-08', '2026-08-01', '2019-08-26']],
  ['9/10', ['2026-09-10', '2026-10-09']],
  ['8.9.30', ['2030-09-08', '2026-09-30']],
  ['26/9/30', ['2026-09-30', '2030-09-26']],
  ['10/26', ['2026-10-26', '2026-10-31']],
  ['8/2/2026 12:00 AM', ['2026-02-08', '2026-08-02']],
])('%j is never read without an order', (text, days) => {
  const failure = expect.objectContaining({ code: 'date_order_unclear' });
  expect(() => read(text)).toThrow(failure);
  try {
    read(text);
  } catch (error) {
    expect([...((error as BadInput).facts.days as string[])].sort()).toEqual([...days].sort());
  }
});

test.each([
  ['1/08/26', 'dmy', '2026-08-01'],
  ['1/08/26', 'mdy', '2026-01-08'],
  ['26/9/30', 'ymd', '2026-09-30'],
  ['1/2/69', 'dmy', '1969-02-01'],
  ['1/2/68', 'dmy', '2068-02-01'],
  ['9/10', 'dmy', '2026-10-09'],
  ['9/10', 'mdy', '2026-09-10'],
  ['30.9.', 'dmy', '2026-09-30'],
] as const)('%j read as %s is %s', (text, order, day) => {
  expect(read(text, { order }).day).toBe(day);
});

test('a date without a year is the next one, or the last', () => {
  expect(read('6/30', { order: 'mdy' }).day).toBe('2027-06-30');
  expect(read('6/30', { order: 'mdy' }, { lean: 'behind' }).day).toBe('2026-06-30');
});

test.each([
  ...[
    '',
    'x',
    'tomorrow',
    'today',
    '+3d',
    'fri',
    'next fri',
    'eom',
    '来週金曜',
    '明日',
    '9月末',
    '今月',
    '10日',
    '去年9月30日',
  ],
  ...['Q4 2026', '2026Q4', '2026年度下期', '2026年秋', '9月上旬', '2026年10月頃', '10月', 'Oct-26', 'Oct 26', 'asap'],
  ...[
    '2026-13-01',
    '2026-02-30',
    '2026-30-09',
    '31/04/2026',
    '平成31年5月1日',
    '26年9月30日',
    '2026/9-30',
    '1/2/3/4',
    '24. Dezembre 2026',
    '24 Dezember',
  ],
  ...['2026-12-24 24:01'],
  ...[
    '2026/09/30 25:00',
    '2026/09/30 10:61',
    '2026/09/30 13:00 PM',
    '19999',
    '80001',
    '123456',
    '30092026',
    '179072640000',
  ],
  ...['2026-09-30 approx', 'ca. 2026-09-30', '2026-09-30 or later', '2026-09-30〜2026-10-02'],
])('%j is no day', (text) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: 'bad_day', facts: { value: text } }));
});

test.each([
  ['2026-09-30 10:00 CST', 'bad_zone'],
  ['2026-09-30 10:00 XYZ', 'bad_zone'],
  ['2026-09-30T10:00+25:00', 'bad_zone'],
  ['2026年9月30日(木)', 'weekday_mismatch'],
  ['Wed Apr 15 2021', 'weekday_mismatch'],
])('%j is %s', (text, code) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code }));
});

test.each(['2026-10', '2026年10月', 'Oct 2026', '10/2026'])('%j is no day where a day is needed', (text) => {
  expect(() => read(text, {}, { takesMonth: false })).toThrow(expect.objectContaining({ code: 'month_only' }));
});

describe('an order of day, month and year', () => {
  test.each([
    ['dmy', 'dmy'],
    ['YMD', 'ymd'],
    ['DD/MM/YYYY', 'dmy'],
    ['MM-DD-YYYY', 'mdy'],
    ['d.m.yy', 'dmy'],
    ['%d/%m/%Y', 'dmy'],
    ['%Y-%m-%d %H:%M:%S', 'ymd'],
    ['YYYY-MM-DD HH:mm', 'ymd'],
    ['ＹＹＹＹ／ＭＭ／ＤＤ', 'ymd'],
    ['yyyy年m月d日', 'ymd'],
    ['MMM d, yyyy', 'mdy'],
    ['%d %b %Y', 'dmy'],
    ['dd-mon-yyyy', 'dmy'],
  ])('%j is %s', (text, order) => expect(readDateFormat(text)).toBe(order));

  test.each(['', 'x', 'dd/mm', 'ddd', 'ydm', 'd/d/d', 'day/month/year', 'h:m:s'])('%j is none', (text) => {
    expect(() => readDateFormat(text)).toThrow(expect.objectContaining({ code: 'bad_date_format' }));
  });
});

const days = fc
  .integer({ min: dayToNumber('1990-01-01' as Day), max: dayToNumber('2050-12-31' as Day) })
  .map(numberToDay);

test('every day reads back from what programs write', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('-', '/', '.', ' '), fc.integer({ min: 0, max: 86_399 }), (day, sign, second) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const time = new Date(second * 1000).toISOString().slice(11, 19);
      expect(read([year, month, date].join(sign)).day).toBe(day);
      expect(read(`${day} ${time}`).day).toBe(day);
      expect(read([date, month, year].join(sign), { order: 'dmy' }).day).toBe(day);
      if (sign !== '.') expect(read([month, date, year].join(sign), { order: 'mdy' }).day).toBe(day);
      expect(read(String(dayToNumber(day) + 25_569))).toEqual({ day, note: 'serial' });
      expect(read(`${year}年${Number(month)}月`).day).toBe(endOfMonth(day));
    }),
  );
});

test('what is read without an order reads the same in every order that can read it', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('-', '/', '.'), fc.boolean(), (day, sign, isShort) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const text = [date, month, isShort ? year.slice(2) : year].join(sign);
      let alone: Day | null = null;
      try {
        alone = read(text).day;
      } catch {
        return;
      }
      for (const order of DATE_ORDERS) {
        try {
          expect(read(text, { order }).day).toBe(alone);
        } catch (error) {
          if (!(error instanceof BadInput)) throw error;
        }
      }
    }),
  );
});

test('full-width spelling changes nothing, and any text is a day or bad input', () => {
  const likely = fc.array(fc.constantFrom(..."0123456789/-.: 年月日令和R()水TZ+apmOctu',"), { maxLength: 14 });
  fc.assert(
    fc.property(
      fc.oneof(
        likely.map((it) => it.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const outcome = (it: string) => {
          try {
            return read(it).day;
          } catch (error) {
            expect(error).toBeInstanceOf(BadInput);
            return (error as BadInput).code;
          }
        };
        const wide = text.replace(/[!-~]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));
        expect(outcome(wide)).toBe(outcome(text));
      },
    ),
    { numRuns: 3_000 },
  );
});

test('days far from today read as exactly', () => {
  expect(read(addDays(TODAY, 20_000)).day).toBe(addDays(TODAY, 20_000));
});
