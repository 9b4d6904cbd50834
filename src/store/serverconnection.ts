import { Client, types } from 'pg';
import pgpass from 'pgpass';
import { completeAddress, waysTo } from './serveraddress.ts';
import { isForOpenLine, moreTelling } from './serverfailure.ts';

/** Longer than any server that works takes, shorter than one waits without wondering; `connect_timeout` says otherwise. */
const CONNECT_TIMEOUT_S = 10;
/** A statement that has no answer by then will have none: the longest one, undoing an import of a million rows, takes one minute. */
const ANSWER_TIMEOUT_MS = 300_000;
/** A program that stops in mid-change (a laptop that is closed) must not keep the others out. */
const IDLE_TIMEOUT_MS = 60_000;

/** The types that count rows and number them; as text, they would be no numbers. */
const WHOLE_NUMBERS: readonly number[] = [types.builtins.INT8];

/**
 * Connects to the server of this address, with what the address leaves out taken from the service file, the environment and the password
 * file. Throws as `completeAddress` does, and whatever the driver throws; nothing stays open then.
 */
export async function connectTo(address: string): Promise<Client> {
  // The driver reads the rest of the environment itself.
  const [way, openWay] = waysTo(completeAddress(address, process.env), process.env);
  try {
    return await connectBy(way);
  } catch (error) {
    if (openWay === undefined || !isForOpenLine(error)) throw error;
    return await connectBy(openWay).catch((second: unknown) => {
      throw moreTelling(error, second);
    });
  }
}

async function connectBy(connectionString: string): Promise<Client> {
  const [, seconds] = /[?&]connect_timeout=(\d+)/.exec(connectionString) ?? [];
  const client = new Client({
    connectionString,
    fallback_application_name: 'followup',
    connectionTimeoutMillis: (Number(seconds) || CONNECT_TIMEOUT_S) * 1000,
    query_timeout: ANSWER_TIMEOUT_MS,
    keepAlive: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        WHOLE_NUMBERS.includes(oid) ? Number : types.getTypeParser(oid, format as 'text'),
    },
  });
  // The driver would read the password file itself, but says on standard error that one day it will not.
  const hidden = client as unknown as Hidden;
  hidden.password ??= filedPassword;
  try {
    return await client.connect();
  } catch (error) {
    // The driver leaves it open, and with it the program.
    hidden.connection.stream.destroy();
    throw error;
  }
}

/** What the driver has, and does not name among its types. */
interface Hidden {
  password: unknown;
  readonly connection: { readonly stream: { destroy(): void } };
}

/**
 * Returns the statement that begins a transaction which waits so long for others. Said anew each time: a pool of connections takes no
 * such parameters when one connects, and gives every transaction another session.
 */
export function beginning(isolation: string, lockTimeoutMs: number): string {
  return `begin isolation level ${isolation}; set local lock_timeout = ${lockTimeoutMs};
    set local idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS}`;
}

function filedPassword(connection: Parameters<typeof pgpass>[0]): Promise<string | undefined> {
  return new Promise((resolve) => pgpass(connection, resolve));
}
