import { ANGLE_CODES, DOUBT_CODES, FACTOR_CODES, MATERIAL_CODES, OCCASIONS, REASON_CODES } from '../core/codes.ts';
import { COEFFICIENTS } from '../core/coefficients.ts';
import { CHAIN_LINKS, CHANNELS, DEAL_KINDS, ENDED_STATES, LANGUAGES, STATES } from '../core/deal.ts';
import { DEAL_FLAGS } from '../core/dealfield.ts';
import { SETTING_KEYS } from '../core/settings.ts';
import { SHELLS, type Suggestion } from '../core/shell.ts';
import type { Context } from './context.ts';
import { LIST_SORTS } from './list.ts';

type Values = (context: Context) => readonly Suggestion[];

/** Returns what a flag or an argument can be, by its name, or as `command.name` where that differs; null: anything. */
export function valuesOf(context: Context, command: string, name: string): readonly Suggestion[] | null {
  return (VALUES[`${command}.${name}`] ?? VALUES[name])?.(context) ?? null;
}

/** Returns whether a flag takes several codes, with commas between. */
export function takesSeveral(name: string): boolean {
  return ['needs', 'supplied', 'not-needed', 'assumed', 'clear'].includes(name);
}

/** Returns whether what is meant is a file. */
export function isFile(name: string): boolean {
  return ['db', 'output', 'eml', 'rejects', 'file', 'target'].includes(name);
}

/** Returns what a setting can be, where that is a choice. */
export function settingValues(key: string): readonly Suggestion[] | null {
  return SETTING_VALUES[key] ?? null;
}

const SETTING_VALUES: Readonly<Record<string, readonly Suggestion[]>> = {
  lang: plain(LANGUAGES),
  pager: plain(['on', 'off']),
};

const materials: Values = ({ page }) => named(MATERIAL_CODES, (code) => page.playbook.materials[code].name);
const languages: Values = () => plain(LANGUAGES);

const VALUES: Readonly<Record<string, Values>> = {
  lang: languages,
  language: languages,
  channel: ({ words }) => named(CHANNELS, (code) => words.screens.channels[code]),
  kind: () => plain(DEAL_KINDS),
  'import.kind': () => plain(['deals', 'contacts']),
  state: ({ page }) => [...named(STATES, (code) => page.playbook.outcomes[code]), ...plain(['all'])],
  outcome: ({ page }) => named(ENDED_STATES, (code) => page.playbook.outcomes[code]),
  sort: () => plain(LIST_SORTS),
  from: () => plain(['us', 'them']),
  // In a review it is a day.
  'review.from': () => [],
  angle: ({ page }) => named(ANGLE_CODES, (code) => page.playbook.angles[code].name),
  needs: materials,
  supplied: materials,
  'not-needed': materials,
  doubt: ({ page }) => named(DOUBT_CODES, (code) => page.playbook.doubts[code].name),
  reason: ({ page }) => named(REASON_CODES, (code) => page.playbook.reasons[code]),
  factor: ({ page }) => named(FACTOR_CODES, (code) => page.playbook.factors[code]),
  occasion: () => plain(OCCASIONS),
  assumed: ({ words }) => named(CHAIN_LINKS, (code) => words.screens.links[code]),
  clear: ({ words }) => named(Object.keys(DEAL_FLAGS), (flag) => words.help.options[flag] ?? ''),
  format: () => plain(['csv', 'json', 'ics']),
  'import.format': () => plain(['csv', 'json']),
  encoding: () => plain(['utf-8', 'utf-8-nobom', 'utf-16le', 'cp932', 'euc-jp', 'windows-1252']),
  'import.encoding': () => plain(['utf-8', 'utf-16le', 'utf-16be', 'cp932', 'euc-jp', 'windows-1252', 'macintosh']),
  'date-format': () => plain(['dmy', 'mdy', 'ymd']),
  decimal: () => plain(['point', 'comma']),
  'on-duplicate': () => plain(['update', 'skip', 'fail']),
  key: ({ words }) => [...named(SETTING_KEYS, (key) => words.help.settings[key]), ...plain(Object.keys(COEFFICIENTS))],
  shell: () => plain(SHELLS),
};

function plain(codes: readonly string[]): Suggestion[] {
  return codes.map((word) => ({ word, about: '' }));
}

function named<Code extends string>(codes: readonly Code[], nameOf: (code: Code) => string): Suggestion[] {
  return codes.map((word) => ({ word, about: nameOf(word) }));
}
