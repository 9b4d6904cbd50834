import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../../../src/core/failure.ts';
import { createAmountSurvey } from '../../../src/core/import/amountcolumn.ts';
import { readImportedAmount } from '../../../src/core/import/importedamount.ts';
import { readUnit, unitOf } from '../../../src/core/import/unit.ts';
import { DECIMAL_SIGNS } from '../../../src/core/money.ts';

const THOUSAND_YEN = { factor: 1_000, currency: 'JPY' };
const YEN = { factor: 1, currency: 'JPY' };

test.each([
  ['¥12,300-', 12_300, 'JPY'],
  ['１２，３００円', 12_300, 'JPY'],
  ['1万2300円', 12_300, 'JPY'],
  ['一万二千三百円', 12_300, 'JPY'],
  ['￥1,200,000', 1_200_000, 'JPY'],
  ['2,000,000', 2_000_000, null],
  ['1,000,000', 1_000_000, null],
  ['$22,700.00', 22_700, 'USD'],
  ['9350,09', 9_350.09, null],
  ['500000.0', 500_000, null],
  ['1200000', 1_200_000, null],
  ['120万円', 1_200_000, 'JPY'],
  ['1,200千円', 1_200_000, 'JPY'],
  ['3百万円', 3_000_000, 'JPY'],
  ['1.5億円', 150_000_000, 'JPY'],
  ['US$ 10', 10, 'USD'],
  ['A$10', 10, 'AUD'],
  ['R$ 1.234,56', 1_234.56, 'BRL'],
  ['₹500', 500, 'INR'],
  ['100 zł', 100, 'PLN'],
  ['CHF 1’200.–', 1_200, 'CHF'],
  ["1'200.-- CHF", 1_200, 'CHF'],
  ['€ 500,-', 500, 'EUR'],
  ['500,- €', 500, 'EUR'],
  ['1 234,56 €', 1_234.56, 'EUR'],
  ['1\u00a0234,56 €', 1_234.56, 'EUR'],
  ['1\u202f234,56 €', 1_234.56, 'EUR'],
  ['JPY 1,200,000', 1_200_000, 'JPY'],
  ['1,200,000 JPY', 1_200_000, 'JPY'],
  ['1.2M', 1_200_000, null],
  ['120k', 120_000, null],
  ['1.2 kEUR', 1_200, 'EUR'],
  ['¥1,234', 1_234, 'JPY'],
  ['1,200,000円（税別）', 1_200_000, 'JPY'],
  ['120万円(税込)', 1_200_000, 'JPY'],
  ['1,200円＋税', 1_200, 'JPY'],
  ['1,234円', 1_234, 'JPY'],
  ['+500', 500, null],
  ['+1,200.50', 1_200.5, null],
  ['100.', 100, null],
  ['12 500,00 kr', 12_500, null],
  ['kr 500', 500, null],
])('%j is %d %s', (text, amount, currency) => {
  expect(readImportedAmount(text, null, null)).toMatchObject({ amount, currency });
});

test.each([
  ['1,234', 'point', 1_234],
  ['1,234', 'comma', 1.234],
  ['1.234', 'point', 1.234],
  ['1.234', 'comma', 1_234],
  ['1.234,5', 'comma', 1_234.5],
  ['1,234.5', 'point', 1_234.5],
  ['12,5万', 'comma', 125_000],
  ['¥1,234', 'comma', 1_234],
  ['¥1.234', 'comma', 1_234],
] as const)('%j with a decimal %s is %d', (text, decimal, amount) => {
  expect(readImportedAmount(text, decimal, null).amount).toBe(amount);
});

const NO_AMOUNTS: readonly (readonly [text: string, code: string])[] = [
  ['1,234', 'amount_style_unclear'],
  ['1.234', 'amount_style_unclear'],
  ['$1.234', 'amount_style_unclear'],
  ['1.2E+06', 'shortened'],
  ['1,23457E+11', 'shortened'],
  ['#REF!', 'excel_error'],
  ['#VALUE!', 'excel_error'],
  ['#DIV/0!', 'excel_error'],
  ['####', 'excel_error'],
  ['-5', 'bad_money'],
  ['−5', 'bad_money'],
  ['(500)', 'bad_money'],
  ['▲500', 'bad_money'],
  ['△500', 'bad_money'],
  ['12,300-', 'bad_money'],
  ['100-200', 'bad_money'],
  ['100〜200', 'bad_money'],
  ['5%', 'bad_money'],
  ['1,000/month', 'bad_money'],
  ['月額10万円', 'bad_money'],
  ['約120万円', 'bad_money'],
  ['120万円以上', 'bad_money'],
  ['+-500', 'bad_money'],
  ['1,23,456', 'bad_money'],
  ['1.234.', 'amount_style_unclear'],
  ['1,234 EUR USD', 'bad_money'],
  ['lots', 'bad_money'],
  ['', 'bad_money'],
];

test.each(NO_AMOUNTS)('%j is %s', (text, code) => {
  expect(() => readImportedAmount(text, null, null)).toThrow(expect.objectContaining({ code, facts: { value: text } }));
});

test.each([
  ['1.234,56', 'point'],
  ['1,234.56', 'comma'],
  ['1,234,567', 'comma'],
  ['12,5', 'point'],
] as const)('%j is a mistake in a column with a decimal %s', (text, decimal) => {
  expect(() => readImportedAmount(text, decimal, null)).toThrow(BadInput);
});

describe('a unit in the header', () => {
  test.each([
    ['1200', THOUSAND_YEN, 1_200_000, null],
    ['1,200', THOUSAND_YEN, 1_200_000, null],
    ['1.5', { factor: 1e8, currency: 'JPY' }, 150_000_000, null],
    ['1.1', { factor: 1e8, currency: 'JPY' }, 110_000_000, null],
    ['1,200円', THOUSAND_YEN, 1_200, 'JPY'],
    ['1,234', YEN, 1_234, null],
    ['1.234', YEN, 1_234, null],
    ['$500', YEN, 500, 'USD'],
  ])('makes %j with %j %d', (text, unit, amount, currency) => {
    expect(readImportedAmount(text, 'point', unit)).toMatchObject({ amount, currency });
  });

  test.each(['120万円', '1,200千円', '¥1,200', '$5', '120k', 'JPY 5'])('and one in the cell contradict: %j', (text) => {
    expect(() => readImportedAmount(text, 'point', THOUSAND_YEN)).toThrow(
      expect.objectContaining({ code: 'unit_conflict' }),
    );
  });

  test.each([
    ['円', 1, 'JPY'],
    ['千円', 1e3, 'JPY'],
    ['万円', 1e4, 'JPY'],
    ['百万円', 1e6, 'JPY'],
    ['億円', 1e8, 'JPY'],
    ['単位：千円', 1e3, 'JPY'],
    ['税抜・千円', 1e3, 'JPY'],
    ['税抜', 1, null],
    ['USD', 1, 'USD'],
    ['$', 1, 'USD'],
    ['k€', 1e3, 'EUR'],
    ['€k', 1e3, 'EUR'],
    ['TEUR', 1e3, 'EUR'],
    ['T€', 1e3, 'EUR'],
    ['M€', 1e6, 'EUR'],
    ['USD k', 1e3, 'USD'],
    ['kUSD', 1e3, 'USD'],
    ['in USD thousands', 1e3, 'USD'],
    ['US$ million', 1e6, 'USD'],
    ['thousands', 1e3, null],
    ['k', 1e3, null],
    ["'000", 1e3, null],
    ['excl. VAT', 1, null],
    ['net', 1, null],
  ])('%j is %d %s', (text, factor, currency) => expect(readUnit(text)).toEqual({ factor, currency }));

  test.each(['weighted', 'kr', 'foo', '/月', '月額', 'T', 'k m', 'USD EUR', '加重', 'mil'])('%j is none', (text) => {
    expect(readUnit(text)).toBeUndefined();
  });

  test.each([
    ['（単位：千円）', THOUSAND_YEN],
    ['案件一覧 単位:百万円', { factor: 1e6, currency: 'JPY' }],
    ['Amounts in USD thousands', { factor: 1e3, currency: 'USD' }],
    ['案件一覧（千円）', THOUSAND_YEN],
    ['[千円]', THOUSAND_YEN],
    ['※金額は千円単位', THOUSAND_YEN],
    ['金額は千円', THOUSAND_YEN],
    ['金額は百万円です。', { factor: 1e6, currency: 'JPY' }],
    ['(USD thousands)', { factor: 1e3, currency: 'USD' }],
    ["Pipeline ($'000)", { factor: 1e3, currency: 'USD' }],
    ['Pipeline ($’000)', { factor: 1e3, currency: 'USD' }],
    ['Pipeline [k€]', { factor: 1e3, currency: 'EUR' }],
    ['Pipeline (in k€, net)', { factor: 1e3, currency: 'EUR' }],
    ['All amounts in K', { factor: 1e3, currency: null }],
    ['Open opportunities in K (Karnataka)', null],
    ['Deals of team (M)', null],
    ['Deals (ALL)', null],
    ['Opportunities in ALL', null],
    ['1,000万円以上の案件（東京）', null],
    ['1,000万円単位の案件', null],
    ['Pipeline in 2026', null],
    ['created in June', null],
    ['案件一覧', null],
  ])('is read from the title %j', (title, unit) => expect(unitOf(title)).toEqual(unit));
});

describe('a column of amounts', () => {
  const verdictOf = (column: readonly string[], delimiter = ',', unit: typeof YEN | null = null) => {
    const survey = createAmountSurvey({ delimiter, unit });
    for (const text of column) survey.see(text);
    return survey.verdict();
  };

  test.each([
    [['9350,09', '1.234'], ';', 'comma'],
    [['1.234.567', '1.234'], ',', 'comma'],
    [['12,5', '1.234'], ',', 'comma'],
    [['1.234,56', '1,234'], ';', 'comma'],
    [['1,234.56', '1,234'], ';', 'point'],
    [['1,234,567', '1.234'], ',', 'point'],
    [['500000.0', '1,234'], ';', 'point'],
    [['1,234'], ',', 'point'],
    [['1,234'], '\t', 'point'],
    [['1200', '¥1,234'], ';', null],
    [['1200'], ',', null],
    [[...Array.from({ length: 20 }, () => '12,5'), '12.5'], ';', 'comma'],
  ] as const)('%j parted by %j has a decimal %s', (column, delimiter, decimal) => {
    expect(verdictOf(column, delimiter)).toEqual({ decimal, unclear: null });
  });

  test.each([
    [['1.234'], ','],
    [['1.234', '1,234'], ','],
    [['1,234'], ';'],
    [['12,5', '12.5'], ','],
  ])('%j parted by %j is asked about', (column, delimiter) => {
    const { decimal, unclear } = verdictOf(column, delimiter);
    expect([decimal, unclear?.value]).toEqual([null, column[0]]);
  });

  test('of yen needs no decimals', () => {
    expect(verdictOf(['1.234', '1,234'], ';', YEN).unclear).toBeNull();
    expect(verdictOf(['1.234'], ',', THOUSAND_YEN).unclear).not.toBeNull();
  });

  test('is read as it was written, or asked about', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1e9), { minLength: 1 }),
        fc.constantFrom('en', 'de'),
        fc.constantFrom(0, 2),
        fc.constantFrom(',', ';'),
        (cents, locale, digits, delimiter) => {
          const amounts = cents.map((it) => (digits === 0 ? it : it / 100));
          const column = amounts.map((it) => it.toLocaleString(locale, { minimumFractionDigits: digits }));
          // In a file parted by commas a lone "1,234" is no decimal; Germans write semicolons.
          const { decimal, unclear } = verdictOf(column, locale === 'de' ? ';' : delimiter);
          if (unclear) return;
          expect(column.map((it) => readImportedAmount(it, decimal, null).amount)).toEqual(amounts);
        },
      ),
    );
  });
});

test('full-width spelling changes nothing, and any text is an amount or bad input', () => {
  const likely = fc.array(fc.constantFrom(..."0123456789.,'’ ¥$€円億万千百一二kmMJPYEUR-()%"), { maxLength: 10 });
  fc.assert(
    fc.property(
      fc.oneof(
        likely.map((it) => it.join('')),
        fc.string({ unit: 'binary' }),
      ),
      fc.constantFrom(null, ...DECIMAL_SIGNS),
      fc.constantFrom(null, YEN, THOUSAND_YEN),
      (text, decimal, unit) => {
        const outcome = (it: string) => {
          try {
            return readImportedAmount(it, decimal, unit).amount;
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
