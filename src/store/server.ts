import {
  type DataTypeNode,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type Transaction,
} from 'kysely';
import type { Client } from 'pg';
import { withoutPassword } from '../core/bookaddress.ts';
import { Failure } from '../core/failure.ts';
import { BUSY_TIMEOUT_MS, type Engine, type EngineOptions } from './engine.ts';
import { type BookTable, JOURNALLED, type Schema } from './schema.ts';
import { schemaIn } from './serveraddress.ts';
import { connectTo } from './serverconnection.ts';
import { ServerDriver } from './serverdriver.ts';
import { isInTheWay, toServerFailure } from './serverfailure.ts';
import { formerGroupNames, MEMBER } from './teamrules.ts';

/** Beside the book's own tables: how many migrations they have had. That it is there makes the schema ours. */
const VERSION = 'followup_book';

/** The first that replaces a trigger, as a team's rules need it. */
const OLDEST_VERSION = 14;

/** A change that others were in the way of is done again so often; it has then lost against ten. */
const MOST_ATTEMPTS = 10;
/** After so many it takes its turn alone: an import would lose against short notes for ever. */
const SHARED_ATTEMPTS = 6;

/** Names of columns' types on a server. Sorted by code point, texts come in the order in which a file has them. */
const TYPES: Readonly<Record<string, string>> = {
  integer: 'bigint',
  real: 'double precision',
  text: 'text collate "C"',
};

class ServerCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    this.append(TYPES[node.dataType as string] ?? String(node.dataType));
  }
}

/** Opens the book in a schema of a PostgreSQL database; nothing is made there yet. Fails as `toServerFailure` says. */
export async function openServer(address: string, { busyTimeoutMs = BUSY_TIMEOUT_MS }: EngineOptions): Promise<Engine> {
  const book = withoutPassword(address);
  const schema = schemaIn(address);
  const connect = (): Promise<Client> => connectTo(address);
  const client = await connect().catch((error: unknown) => {
    throw toServerFailure(error, book);
  });
  const plain = new Kysely<Schema>({
    dialect: {
      createDriver: () => new ServerDriver(client, { book, busyTimeoutMs, connectAgain: connect }),
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new ServerCompiler(),
      createIntrospector: (it) => new PostgresIntrospector(it),
    },
  });
  // Named in every statement: what a connection is told once does not last where a pool stands before the server.
  const db = plain.withSchema(schema);
  const version = sql.id(schema, VERSION);
  const steps = sql.id(schema, 'step');
  const members = sql.id(schema, MEMBER);

  /** Once a version was read, the schema is known to be ours, which spares a new command two questions. */
  let isOurs = false;
  const change = async <Result>(work: (transaction: Transaction<Schema>) => Promise<Result>): Promise<Result> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().execute(async (transaction) => {
          // Before anything is read: what is read after it is what the others have left. Whoever takes a turn alone waits for
          // those under way, and those who come wait with nothing in their hands.
          const mode = sql.raw(attempt > SHARED_ATTEMPTS ? 'share row exclusive' : 'row exclusive');
          await sql`lock table ${steps} in ${mode} mode`.execute(transaction);
          return work(transaction);
        });
      } catch (error) {
        if (!isInTheWay(error) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  };

  return {
    db,
    change,
    async promptly(work) {
      try {
        // What it reads is held against nobody's changes: who keeps what they read checks that it holds, when it is used.
        return await db.transaction().setIsolationLevel('repeatable read').execute(work);
      } catch (error) {
        if (isInTheWay(error) || isRefused(error)) return null;
        throw error;
      }
    },
    migrate: (work) =>
      db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (transaction) => {
          await sql`lock table ${version} in exclusive mode`.execute(transaction);
          return work(transaction);
        }),
    async schemaVersion(on = db) {
      try {
        const { rows } = await sql<{ version: number }>`select version from ${version}`.execute(on);
        isOurs = true;
        return rows[0]?.version ?? 0;
      } catch (error) {
        if (isMissing(error)) return 0;
        throw error;
      }
    },
    async setSchemaVersion(transaction, count) {
      await sql`update ${version} set version = ${count}`.execute(transaction);
    },
    async isForeign() {
      if (isOurs) return false;
      const { rows } = await sql<{ name: string }>`
        select c.relname as name from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema}`.execute(db);
      return rows.length > 0 && !rows.some(({ name }) => name === VERSION);
    },
    async prepare() {
      if (!isOurs) await makeRoom(plain, schema, book);
    },
    async login() {
      const { rows } = await sql<{ login: string }>`select current_user::text as login`.execute(db);
      return rows[0]?.login ?? null;
    },
    async onlyOwner() {
      try {
        // A team that an older version prepared has no column for it yet, and its rules ask a role.
        const { rows } = await sql<{ owner: string }>`
          select owner from ${members} m where role = current_user
          and not coalesce((to_jsonb(m) ->> 'is_manager')::boolean, exists (
            select from pg_catalog.pg_roles where rolname = ${formerGroupNames(schema).manager}
            and pg_has_role(current_user, oid, 'member')))`.execute(db);
        return rows[0]?.owner ?? null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async memberNames() {
      try {
        const { rows } = await sql<{ owner: string; isKnown: boolean }>`
          select owner, to_jsonb(m) -> 'is_manager' is not null as "isKnown" from ${members} m
          order by owner collate "C", role`.execute(db);
        // An older version's rules show everybody their own row alone.
        return rows.every(({ isKnown }) => isKnown) ? rows.map(({ owner }) => owner) : null;
      } catch (error) {
        if (isMissing(error) || isRefused(error)) return null;
        throw error;
      }
    },
    async mayNumber() {
      const { rows } = await sql<{ may: boolean }>`
        select has_sequence_privilege(${`"${schema}"."deal_id_seq"`}, 'update') as may`.execute(db);
      return rows[0]?.may === true;
    },
    table: (transaction) => (name, parent, options) => {
      const start = transaction.schema.createTable(name);
      if (options?.isUnnumbered) return start;
      if (options?.isKeyedByDeal) {
        return start.addColumn('deal_id', 'integer', (column) =>
          column.primaryKey().references('deal.id').onDelete('cascade'),
        );
      }
      const numbered = start.addColumn('id', 'integer', (column) => column.primaryKey().generatedByDefaultAsIdentity());
      if (!parent) return numbered;
      return numbered.addColumn(`${parent}_id`, 'integer', (column) =>
        column.notNull().references(`${parent}.id`).onDelete('cascade'),
      );
    },
    async lastNumbers(on) {
      const { rows } = await sql<{ table: BookTable; last: number | null }>`
        select replace(sequencename, '_id_seq', '') as table, last_value as last
        from pg_catalog.pg_sequences where schemaname = ${schema}`.execute(on);
      return new Map(rows.map(({ table, last }) => [table, last ?? 0]));
    },
    async countOn(on, table, last) {
      const numbers = sql.id(schema, `${table}_id_seq`);
      await sql`select setval(${`"${schema}"."${table}_id_seq"`}, ${last}::bigint)
        from ${numbers} where last_value < ${last}::bigint or not is_called`.execute(on);
    },
    async traceless(work) {
      const result = await work();
      for (const table of [...JOURNALLED, 'figures', 'change'])
        await sql`vacuum ${sql.id(schema, table)}`.execute(plain);
      return result;
    },
    toFailure: (error) => toServerFailure(error, book),
    whole: null,
  };
}

/** What a book would stand in: the server's own encoding and release, and what is made of it already. */
interface Surroundings {
  readonly encoding: string;
  readonly release: string;
  readonly mark: string | null;
  readonly schema: string | null;
}

/** Makes the schema and its mark where they are missing. Another program may be about the same. */
async function makeRoom(db: Kysely<Schema>, schema: string, book: string): Promise<void> {
  const mark = sql.id(schema, VERSION);
  const { rows } = await sql<Surroundings>`
    select current_setting('server_encoding') as encoding, current_setting('server_version_num') as release,
      to_regclass(${`"${schema}".${VERSION}`})::text as mark, to_regnamespace(${`"${schema}"`})::text as schema`.execute(
    db,
  );
  const [found] = rows;
  if (found?.mark) return;
  if (!found) throw new Error('the server says nothing of itself');
  const version = Math.floor(Number(found.release) / 10_000);
  if (version < OLDEST_VERSION) throw new Failure('server_old', { file: book, version, needed: OLDEST_VERSION });
  if (found.encoding !== 'UTF8') throw new Failure('server_encoding', { file: book, encoding: found.encoding });
  await db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (transaction) => {
      // Until the transaction ends, nobody else makes room here.
      await sql`select pg_advisory_xact_lock(hashtext(${schema}))`.execute(transaction);
      if (!found.schema) await sql`create schema if not exists ${sql.id(schema)}`.execute(transaction);
      await sql`create table if not exists ${mark} (version bigint not null)`.execute(transaction);
      await sql`insert into ${mark} select 0 where not exists (select from ${mark})`.execute(transaction);
    });
}

/** Whoever asks may read and not write, or the server is a copy that nobody writes to. */
function isRefused(error: unknown): boolean {
  return ['42501', '25006'].includes(String((error as { code?: unknown }).code));
}

/** Neither the schema nor the table is there. */
function isMissing(error: unknown): boolean {
  return ['42P01', '3F000'].includes(String((error as { code?: unknown }).code));
}
