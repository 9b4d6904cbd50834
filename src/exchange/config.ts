import { readFileSync } from 'node:fs';
import { Failure } from '../core/failure.ts';
import { isSettingKey, readSetting, type Settings } from '../core/settings.ts';
import { writeOwnFile } from './ownfile.ts';

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

export function writeConfig(file: string, settings: Settings): void {
  writeOwnFile(file, `${JSON.stringify(settings, null, 2)}\n`);
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
