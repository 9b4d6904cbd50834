import type Database from 'better-sqlite3';

/** What can be asked of a SQLite file as a whole, and done to it. PostgreSQL has other answers. */
export interface WholeFile {
  /**
   * Writes all that is in the database into this file, which must be empty or missing: one snapshot, however many others
   * write meanwhile, and none of what was deleted before.
   */
  copyTo(file: string): void;
  /** Puts the contents of that database in the place of these, as one transaction that waits for every other writer. */
  replaceWith(file: string): void;
  /** Brings what stands in files beside it into the one file. */
  gather(): void;
  /** Returns what is wrong with the file; nothing where it is whole. */
  damage(): readonly string[];
  /** Returns how many rows refer to a row that is not there. */
  orphans(): number;
  /** Returns whether there is anything in it but tables and indexes: a book has no triggers and no views. */
  hasStrangers(): boolean;
}

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

export function wholeFile(database: Database.Database): WholeFile {
  return {
    copyTo: (file) => void database.prepare('vacuum into ?').run(file),
    replaceWith: (file) => replaceContents(database, file),
    gather: () => void database.pragma('journal_mode = delete'),
    damage: () => damageIn(database),
    orphans: () => (database.pragma('foreign_key_check') as unknown[]).length,
    hasStrangers: () =>
      database.prepare("select 1 from sqlite_schema where type not in ('table', 'index')").get() !== undefined,
  };
}

/**
 * Does the work with the file to itself, and leaves no byte of what it takes away, in the file or beside it. Fails as busy
 * while another program has the file open.
 */
export async function traceless<Result>(database: Database.Database, work: () => Promise<Result>): Promise<Result> {
  // Ends the file of latest changes, which takes that nobody else has the book open; then nobody can open it.
  database.pragma('journal_mode = delete');
  database.pragma('locking_mode = exclusive');
  database.pragma('secure_delete = on');
  database.pragma('temp_store = memory');
  try {
    // What was taken away long ago goes as well, and a disk without room for it says so before anything is changed.
    database.exec('vacuum');
    const result = await work();
    database.exec('vacuum');
    return result;
  } finally {
    database.pragma('locking_mode = normal');
    database.pragma('journal_mode = wal');
  }
}

function damageIn(database: Database.Database): string[] {
  try {
    const lines = database.pragma('integrity_check(20)') as { readonly integrity_check: string }[];
    return lines.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok');
  } catch (error) {
    // Some damage is too great to be listed.
    if ((error as { code?: string }).code?.startsWith('SQLITE_CORRUPT')) return [(error as Error).message];
    throw error;
  }
}

/** A rename would let another program, which has the old file open, go on writing into nowhere; a transaction does not. */
function replaceContents(database: Database.Database, file: string): void {
  database.pragma('foreign_keys = off');
  database.prepare('attach ? as incoming').run(file);
  database.exec('begin immediate');
  try {
    for (const { name } of entriesOf(database, 'main', 'table')) database.exec(`drop table main.${quoted(name)}`);
    for (const { name, sql: text } of entriesOf(database, 'incoming', 'table')) {
      database.exec(text ?? '');
      database.exec(`insert into main.${quoted(name)} select * from incoming.${quoted(name)}`);
    }
    for (const { sql: text } of entriesOf(database, 'incoming', 'index')) if (text) database.exec(text);
    // A number that was given once is never given again.
    database.exec('delete from main.sqlite_sequence');
    database.exec('insert into main.sqlite_sequence select * from incoming.sqlite_sequence');
    for (const mark of ['application_id', 'user_version']) {
      const value = Number(database.pragma(`incoming.${mark}`, { simple: true }));
      database.pragma(`main.${mark} = ${value}`);
    }
    database.exec('commit');
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}

function entriesOf(database: Database.Database, schema: 'main' | 'incoming', type: 'table' | 'index'): SchemaEntry[] {
  const query = `select type, name, sql from ${schema}.sqlite_schema where type = ? and name not like 'sqlite\\_%' escape '\\'`;
  return database.prepare(query).all(type) as SchemaEntry[];
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
