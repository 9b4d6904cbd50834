import { accessSync, constants } from 'node:fs';
import { withoutPassword } from '../core/bookaddress.ts';
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

/** The driver knows a way of leaving out the host, which URLs do not. */
const NO_HOST = '___nowhere___';

/** Returns the schema that this address names, or the usual one; throws BadInput where the address cannot be read. */
export function schemaIn(address: string): string {
  const [, schema = USUAL_SCHEMA] = /[?&]schema=([^&]*)/.exec(address) ?? [];
  const isReadable = URL.canParse(withHost(address)) && /^[a-z_][a-z0-9_]{0,62}$/.test(schema);
  if (!isReadable) throw new BadInput('bad_server_address', { file: withoutPassword(address) });
  return schema;
}

/**
 * Returns the address as the driver takes it, with what it leaves to a service (`?service=` or `PGSERVICE`) and to the environment. As
 * with PostgreSQL's own programs the address outranks the service, and the service the environment. Throws BadInput where there is
 * no such service, or a file that is named cannot be read.
 */
export function completeAddress(address: string, env: NodeJS.ProcessEnv): string {
  const url = new URL(withHost(address));
  const given = url.searchParams;
  const name = given.get('service') ?? env.PGSERVICE;
  given.delete('service');
  if (name) fill(url, serviceNamed(name, env));
  for (const [key, variable] of Object.entries(FROM_ENVIRONMENT)) {
    const value = env[variable];
    if (value && !given.has(key)) given.set(key, value);
  }
  for (const [key, variable] of Object.entries(FILES)) {
    const named = env[variable];
    if (named && !given.has(key) && isEncrypted(given)) given.set(key, named);
    assertReadable(given.get(key));
  }
  // The driver takes these modes for the strictest one as well, but talks about it.
  if (/^(prefer|require|verify-ca)$/.test(given.get('sslmode') ?? '')) given.set('sslmode', 'verify-full');
  return url.href.replace(NO_HOST, '');
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

function isEncrypted(given: URLSearchParams): boolean {
  return given.has('sslmode') && given.get('sslmode') !== 'disable';
}

function assertReadable(file: string | null): void {
  if (file === null) return;
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new BadInput('unreadable_server_file', { file });
  }
}

function withHost(address: string): string {
  return address.replace(/^(postgres(?:ql)?:)(?!\/\/)/i, '$1//').replace(/@(?=[/?]|$)/, `@${NO_HOST}`);
}
