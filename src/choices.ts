import { homedir } from 'node:os';
import { join } from 'node:path';
import { underHome } from './core/bookaddress.ts';
import type { Settings } from './core/settings.ts';
import { usualCurrency } from './locale.ts';
import type { Parts } from './system.ts';

/** How many deals `today` shows unless told otherwise: a list that is worked to the bottom must be short. */
const USUAL_LIMIT = 7;

/** Returns what holds with these settings; what is not set follows from the locale and the platform. */
export function choicesOf({ env, globals, folders, locale }: Parts, settings: Settings) {
  const lang = globals.lang || env.FOLLOWUP_LANG || settings.lang || locale.language;
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
export function bookOf({ env, globals }: Parts, { db }: { readonly db: string }): string {
  return underHome(globals.db || env.FOLLOWUP_DB || db, homedir());
}
