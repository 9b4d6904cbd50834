import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { BadInput } from '../core/failure.ts';

/** What one service sets, by the names that PostgreSQL's own programs use. */
export type ServiceSettings = Readonly<Record<string, string>>;

/** Where Debian's PostgreSQL looks; what is compiled into others, nobody can ask them. */
const SYSTEM_FOLDER = '/etc/postgresql-common';

/**
 * Returns what the connection service file of PostgreSQL's own programs sets for a service: the user's own file, then the one for
 * everybody. Throws BadInput where neither has it.
 */
export function serviceNamed(name: string, env: NodeJS.ProcessEnv): ServiceSettings {
  const own = env.PGSERVICEFILE || join(homedir(), '.pg_service.conf');
  const system = join(env.PGSYSCONFDIR || SYSTEM_FOLDER, 'pg_service.conf');
  for (const file of [own, system].filter((it) => existsSync(it))) {
    const found = readService(contentOf(file), name);
    if (found) return found;
  }
  throw new BadInput('no_service', { service: name, own, system });
}

/** Returns what a file sets for a service, or null where it does not name it. What is set twice counts the first time. */
export function readService(text: string, name: string): ServiceSettings | null {
  const settings = new Map<string, string>();
  let isMeant = false;
  let isThere = false;
  for (const line of text.split(/\r?\n/).map((it) => it.trim())) {
    const [, heading] = /^\[(.*)\]$/.exec(line) ?? [];
    if (heading !== undefined) {
      // A second section of the same name is another one, which nobody reaches.
      isMeant = heading === name && !isThere;
      isThere ||= isMeant;
      continue;
    }
    const [, key, value = ''] = /^([a-z_]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (isMeant && key !== undefined && !settings.has(key)) settings.set(key, value);
  }
  return isThere ? Object.fromEntries(settings) : null;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new BadInput('unreadable_server_file', { file });
  }
}
