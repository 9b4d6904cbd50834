import { BadInput } from './failure.ts';
import { decoded, isStrayAddress, startOfStray } from './strayaddress.ts';

/** What an address may set, by the names that PostgreSQL's own programs use; `schema` is ours. */
const SETTINGS: readonly string[] = [
  'schema',
  'service',
  'user',
  'host',
  'port',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'connect_timeout',
  'options',
  'application_name',
];

/** How safe the line to a server has to be, as for PostgreSQL's own programs. */
export const SSL_MODES: readonly string[] = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

/**
 * An address whose parts can be told from each other: what else has a meaning in it is written as %40. Anything looser could be read
 * in two ways, with a part of the password in what is shown.
 */
const ADDRESS =
  /^(postgres(?:ql)?:)(?:\/\/|(?!\/\/))(?:((?:(?!%3a)[^:@/?#])*)(:[^@/?#]*)?@)?((?:\[[^\]@/?#]*\]|[^:@/?#[\]]*)(?::\d*)?)(\/(?:(?!%3a)[^:@?#])*)?(?:\?([^@?#]*))?$/i;

/** URLs must name a host after a login; PostgreSQL's own programs and the driver know a way of leaving it out. */
export const NO_HOST = '___nowhere___';

interface Setting {
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

interface Parts {
  readonly scheme: string;
  readonly user: string | undefined;
  readonly hasPassword: boolean;
  /** The host, its port and the name of the database. */
  readonly place: string;
  readonly settings: readonly Setting[];
}

/** Returns whether a book is on a PostgreSQL server; every other one is a file. */
export function isServer(book: string): boolean {
  return /^postgres(ql)?:/i.test(book);
}

/** Returns the file with the home folder for its `~`, which not every shell puts there. */
export function underHome(book: string, home: string): string {
  return book.replace(/^~(?=[\\/])/, () => home);
}

/** Throws BadInput where the place of a book is an address that cannot be read, or that is none we know. */
export function assertBook(book: string): void {
  if (isServer(book)) assertAddress(book);
  else if (isStrayAddress(book)) throw new BadInput('unknown_address', { value: startOfStray(book) });
}

/** Throws BadInput where a file is wanted, and this is the address of a server or was meant as one. */
export function assertFile(file: string): void {
  if (isServer(file) || isStrayAddress(file)) throw new BadInput('address_for_file', { value: startOfStray(file) });
}

/** Throws BadInput where a server's own programs would not know how safe this line is to be. */
export function assertSslMode(value: string): void {
  if (!SSL_MODES.includes(value)) throw new BadInput('bad_sslmode', { value, choices: SSL_MODES });
}

/** Returns what the address of a server sets under this name. */
export function settingIn(book: string, name: string): string | undefined {
  return partsOf(book)?.settings.find((it) => it.name === name)?.value;
}

/** Returns the address as URLs are written. */
export function withHost(address: string): string {
  return address.replace(/^(postgres(?:ql)?:)(?!\/\/)/i, '$1//').replace(/@(?=[/?]|$)/, `@${NO_HOST}`);
}

/** Returns whether the address of a book has a password in it, or what may be one. */
export function hasPassword(book: string): boolean {
  return withoutPassword(book) !== book;
}

/** Returns the place of a book as it may be shown and kept. Of what cannot be read as an address, little is shown. */
export function withoutPassword(book: string): string {
  if (!isServer(book)) return isStrayAddress(book) ? startOfStray(book) : book;
  const parts = partsOf(book);
  if (!parts) return `${schemeOf(book)}//…`;
  const isBare = !parts.hasPassword && parts.settings.every(({ name }) => SETTINGS.includes(name));
  return isBare ? book : addressOf(parts, () => true);
}

/** Returns the address of a server's book for another login, without a password. */
export function addressFor(book: string, login: string): string {
  const parts = readable(book);
  // A host that the service file knows is left out; its place is not. A login among the settings would outrank the one before it.
  const own = { ...parts, user: encodeURIComponent(login), place: parts.place || '/' };
  return addressOf(own, (name) => name !== 'user');
}

/** Returns the address as PostgreSQL's own programs take it between double quotes, without a password. */
export function addressForTools(book: string): string {
  const parts = readable(book);
  const own = addressOf({ ...parts, scheme: parts.scheme.toLowerCase() }, (name) => name !== 'schema');
  return own.replace(/[\s"$!`\\]/g, encodeURIComponent).replaceAll('!', '%21');
}

function assertAddress(book: string): void {
  const { settings } = readable(book);
  const stranger = settings.find(({ name }) => name !== 'password' && !SETTINGS.includes(name));
  // Behind a password it may be a part of it.
  if (stranger && settings.some(({ name }) => name === 'password')) throw unreadable(book);
  if (stranger) throw new BadInput('unknown_server_setting', { value: stranger.name, choices: SETTINGS });
  for (const { name, value } of settings) {
    if (name === 'sslmode') assertSslMode(value);
    if (name === 'schema' && !/^[a-z_][a-z0-9_]{0,62}$/.test(value)) throw unreadable(book);
  }
}

function readable(book: string): Parts {
  const parts = partsOf(book);
  if (!parts || !URL.canParse(withHost(book))) throw unreadable(book);
  return parts;
}

function unreadable(book: string): BadInput {
  return new BadInput('bad_server_address', { file: withoutPassword(book) });
}

function schemeOf(book: string): string {
  return book.slice(0, book.indexOf(':') + 1);
}

/** Returns the parts of an address, null where they cannot be told from each other. */
function partsOf(book: string): Parts | null {
  const [all, scheme = '', user, password, host = '', path = '', query = ''] = ADDRESS.exec(book) ?? [];
  if (all === undefined) return null;
  const settings = query
    .split('&')
    .filter((text) => text !== '')
    .map(toSetting);
  if (settings.some((it) => it === null)) return null;
  return { scheme, user, hasPassword: password !== undefined, place: host + path, settings: settings as Setting[] };
}

function toSetting(text: string): Setting | null {
  const [, name, value] = /^([^=]+)=([^=]*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) return null;
  return { name: decoded(name), value: decoded(value), text };
}

/** Returns the address with those of the settings that we know and that are wanted, and without a password. */
function addressOf({ scheme, user, place, settings }: Parts, isWanted: (name: string) => boolean): string {
  const kept = settings.filter(({ name }) => SETTINGS.includes(name) && isWanted(name)).map(({ text }) => text);
  const login = user === undefined ? '' : `${user}@`;
  return `${scheme}//${login}${place}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}
