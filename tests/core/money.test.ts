import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BadInput } from '../../src/core/failure.ts';
import { isCurrency, readMoney } from '../../src/core/money.ts';

const READ: [text: string, amount: number, currency: string | null][] = [
  ['1200000', 1_200_000, null],
  ['1,200,000', 1_200_000, null],
  ['0', 0, null],
  ['¥1,200,000', 1_200_000, 'JPY'],
  ['￥１，２００，０００', 1_200_000, 'JPY'],
  ['1,200,000円', 1_200_000, 'JPY'],
  ['１２，３００円', 12_300, 'JPY'],
  ['¥12,300-', 12_300, 'JPY'],
  ['¥12,300.-', 12_300, 'JPY'],
  ['金12,300円也', 12_300, 'JPY'],
  ['120万円', 1_200_000, 'JPY'],
  ['１２０万円', 1_200_000, 'JPY'],
  ['120 万 円', 1_200_000, 'JPY'],
  ['120万', 1_200_000, null],
  ['1億2000万円', 120_000_000, 'JPY'],
  ['1億 2,000万円', 120_000_000, 'JPY'],
  ['1.5億円', 150_000_000, 'JPY'],
  ['1.1億円', 110_000_000, 'JPY'],
  ['1.234億円', 123_400_000, 'JPY'],
  ['1.5千万円', 15_000_000, 'JPY'],
  ['3千円', 3_000, 'JPY'],
  ['5千万円', 50_000_000, 'JPY'],
  ['2億5千万円', 250_000_000, 'JPY'],
  ['3百万円', 3_000_000, 'JPY'],
  ['120百万円', 120_000_000, 'JPY'],
  ['1,200千円', 1_200_000, 'JPY'],
  ['2兆円', 2_000_000_000_000, 'JPY'],
  ['1万2300円', 12_300, 'JPY'],
  ['1万2300', 12_300, null],
  ['1万5円', 10_005, 'JPY'],
  ['一万二千三百円', 12_300, 'JPY'],
  ['千円', 1_000, 'JPY'],
  ['百二十万円', 1_200_000, 'JPY'],
  ['一二〇万円', 1_200_000, 'JPY'],
  ['二十五', 25, null],
  ['$22,700.00', 22_700, 'USD'],
  ['US$ 22,700.50', 22_700.5, 'USD'],
  ['$22,700 USD', 22_700, 'USD'],
  ['2万ドル', 20_000, 'USD'],
  ['€1.234,56', 1_234.56, 'EUR'],
  ['10 €', 10, 'EUR'],
  ['£25k', 25_000, 'GBP'],
  ['₩1,000', 1_000, 'KRW'],
  ['￦1,000', 1_000, 'KRW'],
  ['100元', 100, 'CNY'],
  ['100人民元', 100, 'CNY'],
  ['JPY 1200000', 1_200_000, 'JPY'],
  ['jpy ¥1,200', 1_200, 'JPY'],
  ['22700 USD', 22_700, 'USD'],
  ['EUR 10', 10, 'EUR'],
  ['EUR10', 10, 'EUR'],
  ['1200000 yen', 1_200_000, 'JPY'],
  ['1.234.567,89', 1_234_567.89, null],
  ['1.234.567', 1_234_567, null],
  ["1'234'567.50", 1_234_567.5, null],
  ['1’234.50', 1_234.5, null],
  ['1 234 567,89', 1_234_567.89, null],
  ['1\u202f234\u00a0567', 1_234_567, null],
  ['1,234', 1_234, null],
  ['1,234.5', 1_234.5, null],
  ['1.234,5', 1_234.5, null],
  ['12,5', 12.5, null],
  ['9350,09', 9_350.09, null],
  ['22.5', 22.5, null],
  ['0.125', 0.125, null],
  ['1234.567', 1_234.567, null],
  ['25k', 25_000, null],
  ['25K USD', 25_000, 'USD'],
  ['25 kusd', 25_000, 'USD'],
  ['1.2m', 1_200_000, null],
  ['$1.1M', 1_100_000, 'USD'],
  ['¥1,5m', 1_500_000, 'JPY'],
  ['¥12.5', 13, 'JPY'],
  ['USD 1.0050', 1.01, 'USD'],
  ['KWD 1234.5678', 1_234.568, 'KWD'],
  ['1,000,000,000,000,000', 1e15, null],
];

test.each(READ)('%j is %d %s', (text, amount, currency) => {
  expect(readMoney(text)).toEqual({ amount, currency });
});

const NOT_READ = [
  ...['', ' ', '-5', '−5', '△5', '+5', '(5)', '120万円(税込)', '円', '万円', '$', 'USD', 'Sin_Factura', '約120万円'],
  ...['1.234', '€1.234', '¥1.234', '1.234k', '1200,000', '12,34,567', '1,2345,678'],
  ...['1,234,5', '0,123,456', '1.234.5', '1,234 567', '1 23', "1'23", '.5', '5.', '1..5', '1e6', '0x10', 'NaN'],
  ...['¥12,50', '12,50円', '₩1,5', '12,5億円'],
  ...['12,300-', '$10 CAD', '¥100 USD', '25 mil', '25 MIO', '10 kr', '25kk', '1.2.m'],
  ...[
    '1万5',
    '1万 5',
    '一万五',
    '1億20000万',
    '1万20000円',
    '3千5000円',
    '1万2億',
    '1億億',
    '1二円',
    '1.5億2000万円',
    '万',
  ],
  ...['1000000000000001', '2000兆円', '9'.repeat(50), '9'.repeat(400), 'Infinity'],
];

test.each(NOT_READ)('%j is no amount', (text) => {
  expect(() => readMoney(text)).toThrow(expect.objectContaining({ code: 'bad_money', facts: { value: text } }));
});

test.each([
  ['JPY', true],
  ['XYZ', false],
  ['jpy', false],
  ['JP', false],
  ['JPYX', false],
  ['ＪＰＹ', false],
  ['JPY\n', false],
  ['', false],
])('isCurrency(%j) is %j', (code, expected) => {
  expect(isCurrency(code)).toBe(expected);
});

test('an amount reads the same however it is grouped', () => {
  fc.assert(
    fc.property(fc.nat(1e15), (amount) => {
      const grouped = amount.toLocaleString('en');
      for (const text of [String(amount), grouped, grouped.replaceAll(',', "'"), grouped.replaceAll(',', ' ')]) {
        expect(readMoney(text).amount).toBe(amount);
      }
      expect(readMoney(`${grouped}円`)).toEqual({ amount, currency: 'JPY' });
      expect(readMoney(`$${grouped}.00`)).toEqual({ amount, currency: 'USD' });
    }),
  );
});

test('an amount of cents reads the same with point and comma', () => {
  fc.assert(
    fc.property(fc.nat(1e11), (cents) => {
      const amount = cents / 100;
      const english = amount.toLocaleString('en', { minimumFractionDigits: 2 });
      expect(readMoney(`$${english}`).amount).toBe(amount);
      expect(readMoney(amount.toLocaleString('de', { minimumFractionDigits: 2 })).amount).toBe(amount);
    }),
  );
});

test('Japanese units add up', () => {
  fc.assert(
    fc.property(fc.nat(999), fc.nat(9_999), fc.nat(9_999), (oku, man, rest) => {
      const amount = oku * 1e8 + man * 1e4 + rest;
      expect(readMoney(`${oku}億${man}万${rest}円`).amount).toBe(amount);
      const kanji = [...`${oku}億${man}万${rest}円`].map((it) => '〇一二三四五六七八九'[Number.parseInt(it, 10)] ?? it);
      expect(readMoney(kanji.join('')).amount).toBe(amount);
    }),
  );
});

test('any other text is bad input and nothing worse', () => {
  const likely = fc.array(fc.constantFrom(..."0123456789.,' ¥$円億万千百十一二〇kmJPYUSD-"), { maxLength: 10 });
  fc.assert(
    fc.property(
      fc.oneof(
        likely.map((it) => it.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        try {
          const { amount, currency } = readMoney(text);
          expect(amount >= 0 && amount <= 1e15).toBe(true);
          expect(currency === null || isCurrency(currency)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput);
        }
      },
    ),
    { numRuns: 5_000 },
  );
});

test('a page of text is refused at once', () => {
  const started = performance.now();
  for (const piece of ['usd ', '¥', '1,', '千', ' 円', '1 '])
    expect(() => readMoney(piece.repeat(50_000))).toThrow(BadInput);
  expect(performance.now() - started).toBeLessThan(2_000);
});
