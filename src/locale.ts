import type { Language } from './core/deal.ts';

/** What the machine's locale says, by POSIX precedence; where none is set, the platform's own. */
export interface Locale {
  readonly language: Language;
  /** A country in lower case, or null: "C" has none. */
  readonly country: string | null;
}

export function readLocale(env: NodeJS.ProcessEnv, platformLocale: string | null): Locale {
  const name = env.LC_ALL || env.LC_MESSAGES || env.LANG || platformLocale || 'C';
  const place = env.LC_ALL || env.LC_TIME || env.LANG || platformLocale || 'C';
  return {
    language: /^ja\b|^ja[_-]/i.test(name) ? 'ja' : 'en',
    country: /^[a-z]{2,3}[_-]([A-Z]{2})\b/.exec(place)?.[1]?.toLowerCase() ?? null,
  };
}

const CURRENCIES: Readonly<Record<string, string>> = {
  jp: 'JPY',
  us: 'USD',
  gb: 'GBP',
  ca: 'CAD',
  au: 'AUD',
  nz: 'NZD',
  ch: 'CHF',
  in: 'INR',
  kr: 'KRW',
  cn: 'CNY',
  tw: 'TWD',
  sg: 'SGD',
  de: 'EUR',
  fr: 'EUR',
  it: 'EUR',
  es: 'EUR',
  nl: 'EUR',
  be: 'EUR',
  at: 'EUR',
  ie: 'EUR',
  fi: 'EUR',
  pt: 'EUR',
  gr: 'EUR',
};

/** Returns the currency of an amount that names none: the country's, else the yen for Japanese, else none. */
export function usualCurrency({ country }: Locale, language: Language): string | null {
  return (country && CURRENCIES[country]) || (language === 'ja' ? 'JPY' : null);
}
