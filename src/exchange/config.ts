import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../core/failure.ts';
import { isSettingKey, readSetting, type Settings } from '../core/settings.ts';

/** Returns the settings in the file; none where there is no file. Fails with `bad_config` where it cannot be used. */
export function readConfig(file: string): Settings {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new Failure('bad_config', { file });
  }
  return checked(parsed(text, file), file);
}

/** Writes the settings, readable by their owner only. A reader meets the old file or the new one, never half of one. */
export function writeConfig(file: string, settings: Settings): void {
  const draft = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
    throw new Failure('file_not_writable', { file });
  }
}

function parsed(text: string, file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below, in the user's language.
  }
  throw new Failure('bad_config', { file });
}

function checked(values: Record<string, unknown>, file: string): Settings {
  const settings: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    if (!isSettingKey(key) || (typeof value !== 'string' && typeof value !== 'number')) {
      throw new Failure('bad_config', { file, key });
    }
    try {
      settings[key] = readSetting(key, String(value));
    } catch {
      throw new Failure('bad_config', { file, key });
    }
  }
  return settings;
}
