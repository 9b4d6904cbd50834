import { describe, expect, test } from 'vitest';
import { moneyText } from '../../src/views/money.ts';

const AMOUNTS = [0, 7, 999, 1_000, 1_200_000, 123_456_789_012, 22_700.5, 1_234.25, 0.01, -4_500, -0.5];

describe.each([
  ['en', 'en-US'],
  ['ja', 'ja-JP'],
] as const)('an amount in %s', (language, locale) => {
  test.each(Intl.supportedValuesOf('currency').filter((it) => it !== 'XCG'))(
    'of %s is written as Unicode has it',
    (currency) => {
      for (const amount of AMOUNTS) {
        const digits = Number.isInteger(amount) ? 0 : 2;
        const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
        const format = new Intl.NumberFormat(locale, { ...options, style: 'currency', currency });
        expect(moneyText(amount, currency, language)).toBe(format.format(amount).replace('￥', '¥'));
        expect(moneyText(amount, null, language)).toBe(new Intl.NumberFormat(locale, options).format(amount));
      }
    },
  );
});
