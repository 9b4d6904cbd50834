import type { Language } from '../core/deal.ts';

/** Returns an amount as its currency is written in the language: "¥1,200,000", "$22,700". Without a currency, a number. */
export function moneyText(amount: number, currency: string | null, language: Language): string {
  const locale = language === 'ja' ? 'ja-JP' : 'en-US';
  const digits = Number.isInteger(amount) ? 0 : 2;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  if (!currency) return new Intl.NumberFormat(locale, options).format(amount);
  const text = new Intl.NumberFormat(locale, { ...options, style: 'currency', currency }).format(amount);
  // The full-width yen sign of the Japanese locale would make columns uneven beside other currencies.
  return text.replace('￥', '¥');
}
