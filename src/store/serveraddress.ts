import { accessSync, constants } from 'node:fs';
import { assertBook, assertSslMode, NO_HOST, settingIn, withHost } from '../core/bookaddress.ts';
import { BadInput } from '../core/failure.ts';
import { type ServiceSettings, serviceNamed } from './namedserver.ts';

/** Where the book is, unless the address says `?schema=`. */
const USUAL_SCHEMA = 'followup';

/** Settings that the driver takes from an address, and not or not as a part of the whole from the environment. */
const FROM_ENVIRONMENT = { sslmode: 'PGSSLMODE', connect_timeout: 'PGCONNECT_TIMEOUT' } as const;

/** What the files of an encrypted connection are called in an address, and in the environment, where the driver does not look. */
const FILES = { sslrootcert: 'PGSSLROOTCERT', sslcert: 'PGSSLCERT', sslkey: 'PGSSLKEY' } as const;

/** Settings of a service that an address takes under the same name. */
const SAME_NAMES = [
  'user',
  'password',
  'host',
  'port',
  'sslmode',
  'connect_timeout',
  'options',
  'application_name',
] as const;

/** Returns the schema that this address names, or the usual one; throws BadInput where the address cannot be read. */
export function schemaIn(address: string): string {
  assertBook(address);
  return settingIn(address, 'schema') ?? USUAL_SCHEMA;
}

/**
 * Returns the address as the driver takes it, with what it leaves to a service (`?service=` or `PGSERVICE`) and to the environment. As
 * with PostgreSQL's own programs the address outranks the service, and the service the environment. Throws BadInput where there is
 * no such service, or a file that is named cannot be read.
 */
export function completeAddress(address: string, env: NodeJS.ProcessEnv): string {
  assertBook(address);
  const url = new URL(withHost(address));
  const given = url.searchParams;
  const name = given.get('service') ?? env.PGSERVICE;
  given.delete('service');
  if (name) fill(url, serviceNamed(name, env));
  for (const [key, variable] of Object.entries(FROM_ENVIRONMENT)) {
    const value = env[variable];
    if (value && !given.has(key)) given.set(key, value);
  }
  const mode = modeIn(given);
  for (const [key, variable] of Object.entries(FILES)) {
    const named = env[variable];
    if (named && !given.has(key) && isOfUse(key, mode)) given.set(key, named);
    assertReadable(given.get(key));
  }
  if (given.has('sslmode')) given.set('sslmode', mode);
  return url.href.replace(NO_HOST, '');
}

/**
 * Returns the addresses to try in turn, as the driver takes them. Unless told otherwise an encrypted line is wanted and an open one
 * taken, as by PostgreSQL's own programs; over a socket of this machine there is none but the open one.
 */
export function waysTo(complete: string, env: NodeJS.ProcessEnv): readonly [first: string, second?: string] {
  const url = new URL(withHost(complete));
  const given = url.searchParams;
  const host = given.get('host') || decodeURIComponent(url.hostname.replace(NO_HOST, '')) || env.PGHOST;
  const by = (sslmode: string): string => {
    given.set('sslmode', sslmode);
    return url.href.replace(NO_HOST, '');
  };
  const mode = host?.startsWith('/') ? 'disable' : modeIn(given);
  return mode === 'prefer' ? [by('no-verify'), by('disable')] : [by(mode)];
}

/** Returns how safe the line has to be: what the driver takes for the strictest mode as well is that. Throws BadInput for no mode. */
function modeIn(given: URLSearchParams): string {
  // Whoever names an authority wants it asked.
  const mode = given.get('sslmode') ?? (given.has('sslrootcert') ? 'verify-full' : 'prefer');
  assertSslMode(mode);
  if (mode === 'allow') return 'prefer';
  return ['disable', 'prefer'].includes(mode) ? mode : 'verify-full';
}

/** What the address says itself stays. */
function fill(url: URL, service: ServiceSettings): void {
  const said: Readonly<Record<string, string>> = {
    user: url.username,
    password: url.password,
    host: url.hostname.replace(NO_HOST, ''),
    port: url.port,
  };
  const given = url.searchParams;
  for (const key of [...SAME_NAMES, ...Object.keys(FILES)]) {
    const value = key === 'host' ? (service.host ?? service.hostaddr) : service[key];
    if (value && !said[key] && !given.has(key)) given.set(key, value);
  }
  if (service.dbname && /^\/?$/.test(url.pathname)) url.pathname = encodeURI(`/${service.dbname}`);
}

/** Without verifying, nobody asks an authority. */
function isOfUse(file: string, mode: string): boolean {
  return mode === 'verify-full' || (mode === 'prefer' && file !== 'sslrootcert');
}

function assertReadable(file: string | null): void {
  if (file === null) return;
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new BadInput('unreadable_server_file', { file });
  }
}
