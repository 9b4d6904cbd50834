import type { Command } from 'commander';
import { assertBook, hasPassword, withoutPassword } from '../core/bookaddress.ts';
import { COEFFICIENTS, type CoefficientName, isCoefficient } from '../core/coefficients.ts';
import { BadInput } from '../core/failure.ts';
import { isSettingKey, readSetting, SETTING_KEYS, type SettingKey, unknownSetting } from '../core/settings.ts';
import { configView, type ShownSetting } from '../views/config.ts';
import { printableLines } from '../views/printable.ts';
import { answer, type Context, remark } from './context.ts';
import { declare } from './option.ts';

export function addConfig(program: Command, context: Context): void {
  const command = declare(program, context, 'config').helpCommand('help [command]', context.words.help.help);
  declare(command, context, 'list').action(() => configList(context));
  declare(command, context, 'get <key>').action((key: string) => configGet(context, key));
  declare(command, context, 'set <key> <value>').action((key: string, value: string) => configSet(context, key, value));
  declare(command, context, 'unset <key>').action((key: string) => configUnset(context, key));
}

function configList(context: Context): void {
  const { settings } = context;
  const own = SETTING_KEYS.map((key) => ({
    key,
    value: shownValue(context, key),
    isSet: settings[key] !== undefined,
    overruled: overruledBy(context, key),
  }));
  const numbers = Object.keys(COEFFICIENTS)
    .filter(isCoefficient)
    .map((key) => ({
      key,
      value: String(context.rule[key]),
      isSet: settings[key] !== undefined,
    }));
  answer(
    context,
    () => ({
      ...Object.fromEntries([...own, ...numbers].map(({ key, value }) => [key, value])),
      ...inForceJson(own),
    }),
    () => configView(own, numbers, context.configFile, context.page),
  );
}

/** What an option or a variable says instead, beside the settings. */
function inForceJson(own: readonly ShownSetting[]): { readonly inForce?: object } {
  const overruled = own.flatMap(({ key, overruled }) => (overruled ? [[key, overruled]] : []));
  return overruled.length > 0 ? { inForce: Object.fromEntries(overruled) } : {};
}

/** What holds while the rep has set nothing. */
function defaultOf({ usual }: Context, key: SettingKey | CoefficientName): string | null {
  return isCoefficient(key) ? String(COEFFICIENTS[key].value) : (usual[key] ?? null);
}

/** What holds, as it may be shown: a password that somebody wrote into the config file is not. */
function shownValue(context: Context, key: SettingKey | CoefficientName): string | null {
  const value = context.settings[key] ?? defaultOf(context, key);
  return key === 'db' && value !== null ? withoutPassword(value) : value;
}

/** What holds instead of a setting in this command, as it may be shown. */
function overruledBy({ overruling }: Context, key: SettingKey): ShownSetting['overruled'] {
  const found = overruling[key];
  return found && { ...found, value: key === 'db' ? withoutPassword(found.value) : found.value };
}

/** What was set or asked for is not what holds. */
function remarkOverruled(context: Context, key: SettingKey | CoefficientName): void {
  const found = isCoefficient(key) ? undefined : overruledBy(context, key);
  if (found) remark(context, context.words.screens.config.overruled(printableLines(found.value), found.from));
}

function known(key: string): SettingKey | CoefficientName {
  if (!isSettingKey(key)) throw unknownSetting(key);
  return key;
}

function configGet(context: Context, name: string): void {
  const key = known(name);
  const value = shownValue(context, key);
  answer(
    context,
    () => ({ [key]: value }),
    () => shown(context, value),
  );
  remarkOverruled(context, key);
}

async function configSet(context: Context, name: string, value: string): Promise<void> {
  const key = known(name);
  const read = readSetting(key, value);
  if (key === 'db') assertBook(read);
  // A book is meant wherever one stands next time.
  const kept = key === 'db' ? context.wholePath(read) : read;
  if (key === 'db' && hasPassword(kept)) throw new BadInput('password_in_setting', { file: withoutPassword(kept) });
  // Whether a country's holidays are known is found out now, not on some morning.
  if (key === 'holidays') await context.holidays(kept);
  context.saveSettings({ ...context.settings, [key]: kept });
  remark(context, context.words.screens.config.isSet);
  answer(
    context,
    () => ({ [key]: kept }),
    () => `${key} = ${shown(context, kept)}`,
  );
  remarkOverruled(context, key);
}

function configUnset(context: Context, name: string): void {
  const key = known(name);
  const { [key]: _gone, ...rest } = context.settings;
  context.saveSettings(rest);
  const value = defaultOf(context, key);
  answer(
    context,
    () => ({ [key]: value }),
    () => `${key} = ${shown(context, value)}`,
  );
}

function shown({ words }: Context, value: string | null): string {
  return value === null ? words.screens.config.unset : printableLines(value);
}
