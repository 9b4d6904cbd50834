import { readClosedDays } from './closedday.ts';
import { COEFFICIENTS, type CoefficientName, DEFAULT_RULE, isCoefficient, type Rule } from './coefficients.ts';
import { composed } from './composed.ts';
import { LANGUAGES } from './deal.ts';
import { BadInput } from './failure.ts';

/** The settings a rep can make, besides the numbers of the rule, which go by their own names. */
export const SETTING_KEYS = [
  'lang',
  'db',
  'owner',
  'name',
  'signature',
  'currency',
  'holidays',
  'closed-days',
  'limit',
  'pager',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** What the config file holds: text by key, as the rep wrote it. */
export type Settings = Readonly<Partial<Record<SettingKey | CoefficientName, string>>>;

/** Returns whether the key can be set. */
export function isSettingKey(key: string): key is SettingKey | CoefficientName {
  return (SETTING_KEYS as readonly string[]).includes(key) || isCoefficient(key);
}

/** Returns the failure that names the settings there are. */
export function unknownSetting(key: string): BadInput {
  return new BadInput('unknown_setting', { key, choices: [...SETTING_KEYS, ...Object.keys(COEFFICIENTS)] });
}

/** Returns the value as it is kept; throws BadInput where the key cannot take it. */
export function readSetting(key: string, value: string): string {
  if (!isSettingKey(key)) throw unknownSetting(key);
  // A file may really be called so.
  const text = key === 'db' ? value.trim() : composed(value.trim());
  if (isCoefficient(key)) return String(readNumber(key, text));
  const check = CHECKS[key];
  if (check && !check(text)) throw new BadInput('bad_setting', { key, value });
  return key === 'signature' ? value : LOWER_CASE.includes(key) ? text.toLowerCase() : text;
}

const LOWER_CASE: readonly string[] = ['lang', 'holidays', 'pager'];

const CHECKS: Partial<Record<SettingKey, (text: string) => boolean>> = {
  lang: (text) => (LANGUAGES as readonly string[]).includes(text.toLowerCase()),
  holidays: (text) => /^(none|[a-z]{2}(-[a-z0-9]{1,3})?)$/i.test(text),
  currency: (text) => /^[A-Z]{3}$/.test(text),
  limit: (text) => /^[1-9]\d{0,3}$/.test(text),
  pager: (text) => ['on', 'off'].includes(text.toLowerCase()),
  'closed-days': (text) => readClosedDays(text) !== null,
  db: (text) => text !== '',
};

/** Numbers of the rule are whole and not negative: their sign is the rule's own. Ratios may have a fraction. */
function readNumber(key: CoefficientName, text: string): number {
  const isRatio = COEFFICIENTS[key].unit === 'ratio';
  if (!(isRatio ? /^\d{1,4}(\.\d+)?$/ : /^\d{1,4}$/).test(text)) throw new BadInput('bad_number', { key, value: text });
  return Number(text);
}

/** Returns the rule in force: the defaults with the rep's own numbers. */
export function ruleOf(settings: Settings): Rule {
  const own = Object.entries(settings).flatMap(([key, value]) => (isCoefficient(key) ? [[key, Number(value)]] : []));
  return { ...DEFAULT_RULE, ...Object.fromEntries(own) };
}
