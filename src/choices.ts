import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Overruling } from './commands/context.ts';
import { underHome } from './core/bookaddress.ts';
import type { Settings } from './core/settings.ts';
import { usualCurrency } from './locale.ts';
import type { Parts } from './system.ts';

/** How many deals `today` shows unless told otherwise: a list that is worked to the bottom must be short. */
const USUAL_LIMIT = 7;

/** Returns what outranks the settings in this one command, and where it was said. */
export function overruling({ env, globals }: Parts): Overruling {
  const first = (option: string, given: string | undefined, variable: string) => {
    if (given) return { value: given, from: option };
    const value = env[variable];
    return value ? { value, from: variable } : undefined;
  };
  return { db: first('--db', globals.db, 'FOLLOWUP_DB'), lang: first('--lang', globals.lang, 'FOLLOWUP_LANG') };
}

/** Returns what holds with these settings; what is not set follows from the locale and the platform. */
export function choicesOf(parts: Parts, settings: Settings) {
  const { folders, locale } = parts;
  const lang = overruling(parts).lang?.value || settings.lang || locale.language;
  return {
    lang,
    db: settings.db || join(folders.data, 'followup.db'),
    currency: settings.currency ?? usualCurrency(locale, lang === 'ja' ? 'ja' : 'en'),
    holidays: settings.holidays ?? locale.country ?? 'none',
    limit: settings.limit ?? String(USUAL_LIMIT),
    pager: settings.pager ?? 'on',
  };
}

/** Returns where the book is. */
export function bookOf(parts: Parts, { db }: { readonly db: string }): string {
  return underHome(overruling(parts).db?.value || db, homedir());
}
