import { createRequire } from 'node:module';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
  sql,
  type TransactionSettings,
} from 'kysely';
import { BUSY_TIMEOUT_MS, type EngineOptions, type FileEngine } from './engine.ts';
import { toStoreFailure } from './failure.ts';
import type { BookTable, Schema } from './schema.ts';
import { traceless, wholeFile } from './sqlitefile.ts';
import { toStorable } from './storable.ts';

/** "FUp1": marks a file as a book of this program. */
const APPLICATION_ID = 0x46557031;

/** A waiting command looks this often whether it is its turn. */
const PAUSE_MS = 10;

/**
 * Write transactions begin immediate: a deferred one that turns into a writer fails at once when another program has
 * written meanwhile, however long it would be willing to wait. The waiting is our own: SQLite's pauses grow with the time
 * waited, so newcomers come first, and of eight busy writers one starved.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #database: Database.Database;
  readonly #busyTimeoutMs: () => number;
  constructor(database: Database.Database, busyTimeoutMs: () => number) {
    super({ database: withKeptStatements(database) });
    this.#database = database;
    this.#busyTimeoutMs = busyTimeoutMs;
  }
  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const run = (text: string): Promise<unknown> => connection.executeQuery(CompiledQuery.raw(text));
    if (settings?.accessMode === 'read only') return void (await run('begin'));
    const busyTimeoutMs = this.#busyTimeoutMs();
    await run('pragma busy_timeout = 0');
    try {
      for (let waitedMs = 0; !(await isDone(() => run('begin immediate'), waitedMs < busyTimeoutMs)); ) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        waitedMs += PAUSE_MS;
      }
    } finally {
      await run(`pragma busy_timeout = ${busyTimeoutMs}`);
    }
  }
  /** A disk that fails has taken the transaction back already; that it did must not hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Returns whether the work could be done; false where the database was busy and that may be. */
async function isDone(work: () => Promise<unknown>, mayBeBusy: boolean): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (mayBeBusy && isKeptFromWriting(error)) return false;
    throw error;
  }
}

function isKeptFromWriting(error: unknown, codes = /^SQLITE_BUSY/): boolean {
  return codes.test(String((error as { code?: unknown }).code));
}

function dialectOf(database: Database.Database, busyTimeoutMs: () => number): Dialect {
  return {
    createDriver: () => new ImmediateDriver(database, busyTimeoutMs),
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** So many statements are kept ready; an import runs the same few for every row. */
const KEPT_STATEMENTS = 100;

/** Keeps statements once prepared: preparing a wide insert costs more than running it. */
function withKeptStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const found = kept.get(text);
      if (found) return found;
      const [, one] = NEW_NUMBERS.exec(text) ?? [];
      const statement = one ? withNewNumbers(database.prepare(one)) : withQuickRows(database.prepare(text));
      if (kept.size < KEPT_STATEMENTS) kept.set(text, statement);
      return statement;
    },
  };
}

/** Rows are added, and their numbers are asked for; in front stands the statement that adds one. */
const NEW_NUMBERS = /^(insert into "\w+" \([^()]*\) values \([?, ]*\))(?:, \([?, ]*\))* returning "id"$/;

/**
 * Adds the rows one by one. SQLite gathers what `returning` gives in a table of its own, which takes three times as long as adding
 * the row; and for several rows at once it writes down first what their pages were, to be able to take all of them back.
 */
function withNewNumbers(statement: Database.Statement<unknown[]>): SqliteStatement {
  const width = statement.source.match(/\?/g)?.length ?? 0;
  const add = (parameters: readonly unknown[]): { id: number }[] => {
    const values = toStorable(parameters);
    const added: { id: number }[] = [];
    for (let at = 0; at < values.length; at += width) {
      added.push({ id: Number(statement.run(...values.slice(at, at + width)).lastInsertRowid) });
    }
    return added;
  };
  return {
    reader: true,
    all: add,
    run: (parameters) => ({ changes: add(parameters).length, lastInsertRowid: 0 }),
    *iterate(parameters) {
      yield* add(parameters);
    },
  };
}

/**
 * Gives rows as objects that the engine of JavaScript reads quickly. Built name by name, a row of many columns becomes a
 * dictionary, and the rule, which looks at every field of every deal, took several times as long over it.
 */
function withQuickRows(statement: Database.Statement<unknown[]>): SqliteStatement {
  if (!statement.reader) {
    return {
      reader: false,
      all: (parameters) => statement.all(...toStorable(parameters)),
      run: (parameters) => statement.run(...toStorable(parameters)),
      iterate: (parameters) => statement.iterate(...toStorable(parameters)),
    };
  }
  const names = statement.columns().map(({ name }) => name);
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))) as Record<
    string,
    unknown
  >;
  const toRow = (cells: unknown): Record<string, unknown> => {
    const row = { ...blank };
    // Not with `entries()`, which makes two objects for every cell.
    for (let at = 0; at < names.length; at += 1) row[names[at] as string] = (cells as unknown[])[at];
    return row;
  };
  statement.raw();
  return {
    reader: true,
    all: (parameters) => statement.all(...toStorable(parameters)).map(toRow),
    run: (parameters) => statement.run(...toStorable(parameters)),
    *iterate(parameters) {
      for (const cells of statement.iterate(...toStorable(parameters))) yield toRow(cells);
    },
  };
}

/** The compiled half of the database, loaded where npm puts it: searching for it costs more than loading it. */
function nativeModule(): string {
  return createRequire(import.meta.url).resolve('better-sqlite3/build/Release/better_sqlite3.node');
}

/** Opens a SQLite file (`:memory:` for one that lives in memory). The file is made if it is missing, never changed yet. */
export function openSqlite(
  file: string,
  { busyTimeoutMs = BUSY_TIMEOUT_MS, isReadOnly = false }: EngineOptions = {},
): FileEngine {
  const database = new Database(file, {
    timeout: busyTimeoutMs,
    fileMustExist: isReadOnly,
    nativeBinding: nativeModule(),
  });
  // SQLite's own read-only way would leave its two working files behind, which only a writer may take away.
  if (isReadOnly) database.pragma('query_only = on');
  const pragma = (name: string): number => Number(database.pragma(name, { simple: true }));
  let patienceMs = busyTimeoutMs;
  const db = new Kysely<Schema>({ dialect: dialectOf(database, () => patienceMs) });
  return {
    db,
    // Whoever writes is alone: a transaction that has begun meets nobody.
    change: (work) => db.transaction().execute(work),
    migrate: (work) => db.transaction().execute(work),
    schemaVersion: async () => pragma('user_version'),
    async setSchemaVersion(transaction, version) {
      await sql.raw(`pragma application_id = ${APPLICATION_ID}`).execute(transaction);
      await sql.raw(`pragma user_version = ${version}`).execute(transaction);
    },
    isForeign: async () =>
      pragma('application_id') !== APPLICATION_ID &&
      database.prepare('select count(*) from sqlite_master').pluck().get() !== 0,
    async prepare() {
      database.pragma('journal_mode = wal');
      // A command that has answered is on the disk, whatever happens to the machine next.
      database.pragma('synchronous = full');
      database.pragma('foreign_keys = on');
    },
    async promptly(work) {
      patienceMs = 0;
      try {
        return await db.transaction().execute(work);
      } catch (error) {
        if (isKeptFromWriting(error, /^SQLITE_(BUSY|READONLY|FULL|IOERR)/)) return null;
        throw error;
      } finally {
        patienceMs = busyTimeoutMs;
        database.pragma(`busy_timeout = ${busyTimeoutMs}`);
      }
    },
    async lastNumbers(on) {
      const { rows } = await sql<{ name: BookTable; seq: number }>`select name, seq from sqlite_sequence`.execute(on);
      return new Map(rows.map(({ name, seq }) => [name, seq]));
    },
    async countOn(on, table, last) {
      await sql`insert into sqlite_sequence (name, seq)
        select ${table}, 0 where not exists (select 1 from sqlite_sequence where name = ${table})`.execute(on);
      await sql`update sqlite_sequence set seq = ${last} where name = ${table} and seq < ${last}`.execute(on);
    },
    login: async () => null,
    onlyOwner: async () => null,
    memberNames: async () => null,
    mayNumber: async () => true,
    traceless: (work) => traceless(database, work),
    toFailure: (error) => toStoreFailure(error, file),
    whole: wholeFile(database),
    table: (transaction) => (name, parent, options) => {
      const start = transaction.schema.createTable(name).modifyEnd(sql`strict`);
      if (options?.isUnnumbered) return start;
      if (options?.isKeyedByDeal) {
        return start.addColumn('deal_id', 'integer', (column) =>
          column.primaryKey().references('deal.id').onDelete('cascade'),
        );
      }
      const numbered = start.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement());
      if (!parent) return numbered;
      return numbered.addColumn(`${parent}_id`, 'integer', (column) =>
        column.notNull().references(`${parent}.id`).onDelete('cascade'),
      );
    },
  };
}
