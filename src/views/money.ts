import type { Language } from '../core/deal.ts';

/** Returns an amount as its currency is written in the language: "¥1,200,000", "$22,700". Without a currency, a number. */
export function moneyText(amount: number, currency: string | null, language: Language): string {
  const figure = (Number.isInteger(amount) ? String(Math.abs(amount)) : Math.abs(amount).toFixed(2)).replace(
    /\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g,
    ',',
  );
  return (amount < 0 ? '-' : '') + (currency ? signOf(currency, language) : '') + figure;
}

/** The signs that Unicode's tables have for our languages. To ask the platform for them takes longer than all else a list does. */
const SIGNS: Readonly<Record<string, string>> = {
  AUD: 'A$',
  BRL: 'R$',
  CAD: 'CA$',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  ILS: '₪',
  INR: '₹',
  // Half as wide as the sign of the Japanese tables, which would make columns uneven beside other currencies.
  JPY: '¥',
  KRW: '₩',
  MXN: 'MX$',
  NZD: 'NZ$',
  TWD: 'NT$',
  USD: '$',
  VND: '₫',
  XAF: 'FCFA\u00a0',
  XCD: 'EC$',
  XOF: 'F\u202fCFA\u00a0',
  XPF: 'CFPF\u00a0',
};
const OWN_SIGNS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { CNY: 'CN¥', PHP: '₱' },
  ja: { CNY: '元\u00a0' },
};

function signOf(currency: string, language: Language): string {
  return OWN_SIGNS[language][currency] ?? SIGNS[currency] ?? `${currency}\u00a0`;
}
