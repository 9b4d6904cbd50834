import { Client, types } from 'pg';
import pgpass from 'pgpass';
import { withoutPassword } from '../core/bookaddress.ts';
import { BadInput } from '../core/failure.ts';

/** Longer than any server that works takes, shorter than one waits without wondering. */
const CONNECT_TIMEOUT_MS = 10_000;
/** A statement that has no answer by then will have none: the longest one, undoing an import of a million rows, takes one minute. */
const ANSWER_TIMEOUT_MS = 300_000;
/** A program that stops in mid-change (a laptop that is closed) must not keep the others out. */
const IDLE_TIMEOUT_MS = 60_000;

/** Where the book is, unless the address says `?schema=`. */
const USUAL_SCHEMA = 'followup';

/** The types that count rows and number them; as text, they would be no numbers. */
const WHOLE_NUMBERS: readonly number[] = [types.builtins.INT8];

/** Connects to the server of this address, with the password of the address, the environment or the password file. */
export async function connectTo(address: string, lockTimeoutMs: number): Promise<Client> {
  const client = new Client({
    connectionString: connectionString(address),
    fallback_application_name: 'followup',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT_MS,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        WHOLE_NUMBERS.includes(oid) ? Number : types.getTypeParser(oid, format as 'text'),
    },
  });
  // The driver would read the password file itself, but says on standard error that one day it will not.
  const hidden = client as unknown as { password: unknown };
  hidden.password ??= filedPassword;
  await client.connect();
  return client;
}

/** Returns the schema that this address names, or the usual one; throws BadInput where the address cannot be read. */
export function schemaIn(address: string): string {
  const [, schema = USUAL_SCHEMA] = /[?&]schema=([^&]*)/.exec(address) ?? [];
  // The driver knows a way of leaving out the host, for a socket of this machine.
  const isReadable = URL.canParse(address.replace('@/', '@host/')) && /^[a-z_][a-z0-9_]{0,62}$/.test(schema);
  if (!isReadable) throw new BadInput('bad_server_address', { file: withoutPassword(address) });
  return schema;
}

/** The driver takes these modes for the strictest one as well, but talks about it. */
function connectionString(address: string): string {
  return address.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

function filedPassword(connection: Parameters<typeof pgpass>[0]): Promise<string | undefined> {
  return new Promise((resolve) => pgpass(connection, resolve));
}
