import type { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openEngine } from '../../src/store/open.ts';
import { schemaIn } from '../../src/store/serveraddress.ts';
import { connectTo } from '../../src/store/serverconnection.ts';

/** `sqlite`, or the server that the books of this run are on; what `FOLLOWUP_TEST_DB` says, and PGlite for the second run. */
const SERVERS = process.env.FOLLOWUP_TEST_DB === 'sqlite' ? [] : (inject('servers') ?? []);
const WORKER = Number(process.env.VITEST_POOL_ID ?? 1);

/** Whether books are files here. What is about the file itself is marked with it: `describe.runIf(ON_FILE)`. */
export const ON_FILE = SERVERS.length === 0;

/** Whether several programs can be at work on one book: PGlite answers one at a time, and a transaction keeps it to itself. */
export const MANY_AT_ONCE = ON_FILE || process.env.FOLLOWUP_TEST_DB !== undefined;

/** Returns how often a property is tried: on a server fewer times, since engines differ in statements and not in values. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: ON_FILE ? count : Math.ceil(count / 10) };
}

/** Returns the address of a book that nobody else has, on the server of this run. It is clean, and is given on once the test is over. */
export async function freshAddress(): Promise<string> {
  if (free.length === 0) free.push(`test_${WORKER}_${++made}`);
  const schema = free.pop() ?? '';
  const address = `${server()}?schema=${schema}`;
  try {
    onTestFinished(() => void free.push(schema));
  } catch {
    // Made in a hook, which no single test owns.
  }
  await cleared(address);
  return address;
}

/** Returns the address of a book with the same rows and numbers as this one; it is kept until the run is over, or given on after the test. */
export async function copiedAddress(from: string, { isKept = false } = {}): Promise<string> {
  const address = isKept ? `${server()}?schema=kept_${WORKER}_${++made}` : await freshAddress();
  // An earlier worker of this number may have kept one there.
  if (isKept) await cleared(address);
  await (await openEngine(address, () => '')).db.destroy();
  await copyRows(from, address);
  return address;
}

/** Gives an empty book the rows and numbers of another one. */
export async function copyRows(from: string, to: string): Promise<void> {
  const [source, copy] = [schemaIn(from), schemaIn(to)];
  // A schema that a team's test has given back has tables of the team's as well, which are empty.
  const there = new Set((await partsOf(copy)).map(({ name }) => name));
  const parts = (await partsOf(source)).filter(({ name }) => there.has(name));
  const statements = parts.map(({ name, kind }) =>
    kind === 'r'
      ? `insert into ${copy}.${name} select * from ${source}.${name}`
      : `select setval('${copy}.${name}', last_value, is_called) from ${source}.${name}`,
  );
  // Rows refer to rows of tables that are copied later. Sent as one text, all of it is one transaction.
  await (await connection()).query(['set local session_replication_role = replica', ...statements].join(';'));
}

/** Returns the address of the database that this worker has for itself, or shares where it can. */
export function server(): string {
  const found = SERVERS[(WORKER - 1) % SERVERS.length];
  if (found === undefined) throw new Error('books are files in this run');
  return found;
}

/** Returns the rows that one statement gives in the book at this address, as another program reads them. */
export async function serverRows(address: string, query: string): Promise<readonly Record<string, unknown>[]> {
  const client = await connectTo(address);
  try {
    await client.query(`set search_path to ${schemaIn(address)}`);
    return (await client.query(query)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

const free: string[] = [];
let made = 0;
let cleaner: Promise<Client> | undefined;

/** Empties a book that an earlier test left, and lets it count from one again. To make its tables anew takes much longer. */
async function cleared(address: string): Promise<void> {
  const schema = schemaIn(address);
  const parts = await partsOf(schema);
  const statements = parts.map(({ name, kind }) =>
    kind === 'r' ? `delete from ${schema}.${name}` : `select setval('${schema}.${name}', 1, false)`,
  );
  const isWhole = (await versionOf(schema)) === MIGRATIONS.length;
  await (await connection()).query(isWhole ? statements.join(';') : `drop schema if exists ${schema} cascade`);
}

/** Returns the tables (`r`) and the numbers (`S`) that a book in this schema is made of, and not its mark. */
async function partsOf(schema: string): Promise<readonly { readonly name: string; readonly kind: string }[]> {
  const { rows } = await (await connection()).query(
    `select relname as name, relkind as kind from pg_class
     where relnamespace = to_regnamespace($1) and relkind in ('r', 'S') and relname <> 'followup_book'`,
    [schema],
  );
  return rows;
}

/** Returns how many migrations the book in this schema has had; null where there is none. */
async function versionOf(schema: string): Promise<unknown> {
  const asked = await connection();
  const { rows: found } = await asked.query('select to_regclass($1) is not null as is_there', [
    `${schema}.followup_book`,
  ]);
  if (!found[0].is_there) return null;
  return (await asked.query(`select version from ${schema}.followup_book`)).rows[0]?.version;
}

/** One connection clears every book of a worker. */
function connection(): Promise<Client> {
  cleaner ??= connectTo(server());
  return cleaner;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The addresses of the servers that were started for this run, one for each worker; none where books are files. */
    readonly servers: readonly string[] | undefined;
  }
}
