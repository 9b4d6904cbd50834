import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, isDay, yearOf } from '../core/day.ts';
import type { Language } from '../core/deal.ts';
import { BadInput } from '../core/failure.ts';

/** Years looked up around today: business days are counted some years back, and forward to goals. */
const YEARS_BACK = 4;
const YEARS_AHEAD = 5;

type Names = Readonly<Record<string, string>>;

/**
 * Returns the public holidays of a country (`jp`, `us`, `us-ca` …) around this year, named in the language where the
 * source has it. The tables are big and slow to load, so what was found is kept in the cache folder.
 */
export async function loadHolidays(
  country: string,
  language: Language,
  today: Day,
  cacheFolder: string | null,
): Promise<(day: Day) => string | undefined> {
  if (country === 'none') return () => undefined;
  const from = yearOf(today) - YEARS_BACK;
  const cache = cacheFolder && join(cacheFolder, `holidays-${country}-${language}-${from}.json`);
  let names = cache ? readCache(cache) : null;
  if (!names) {
    names = country === 'jp' ? await japanese(language, from) : await foreign(country, language, from);
    if (cache && cacheFolder) writeCache(cacheFolder, cache, names);
  }
  const known = names;
  return (day) => known[day];
}

/** The Japanese government's own list, which knows the moved and the in-between holidays. */
async function japanese(language: Language, from: number): Promise<Names> {
  const { default: holidayJp } = await import('@holiday-jp/holiday_jp');
  const days = Object.entries(holidayJp.holidays).filter(([day]) => isAround(day, from));
  return Object.fromEntries(days.map(([day, { name, name_en }]) => [day, language === 'ja' ? name : name_en]));
}

async function foreign(country: string, language: Language, from: number): Promise<Names> {
  const { default: Holidays } = await import('date-holidays');
  const [code = '', state] = country.toUpperCase().split('-');
  if (!(code in new Holidays().getCountries())) throw new BadInput('bad_setting', { key: 'holidays', value: country });
  const calendar = state ? new Holidays(code, state) : new Holidays(code);
  const names: Record<string, string> = {};
  for (let year = from; year <= from + YEARS_BACK + YEARS_AHEAD; year += 1) {
    for (const { date, name, type } of calendar.getHolidays(year, language)) {
      const day = date.slice(0, 10);
      if (type === 'public' && isDay(day)) names[day] = name;
    }
  }
  return names;
}

function isAround(day: string, from: number): boolean {
  const year = Number(day.slice(0, 4));
  return year >= from && year <= from + YEARS_BACK + YEARS_AHEAD;
}

function readCache(file: string): Names | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Names;
  } catch {
    return null;
  }
}

/** A cache that cannot be kept costs time, nothing else. */
function writeCache(folder: string, file: string, names: Names): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(names), { mode: 0o600 });
  } catch {
    // Looked up again next time.
  }
}
