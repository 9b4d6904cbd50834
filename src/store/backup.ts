import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { addressForTools, withoutPassword } from '../core/bookaddress.ts';
import { BadInput, Failure } from '../core/failure.ts';
import type { Engine, FileEngine } from './engine.ts';
import { toStoreFailure } from './failure.ts';
import { assertWholeBook } from './inspect.ts';
import type { Schema } from './schema.ts';
import { schemaIn } from './serveraddress.ts';
import { openSqlite } from './sqlite.ts';
import { newUid } from './uid.ts';

/** What a backup is made before without being asked for. */
export type Cause = 'import' | 'migration' | 'restore';

/** An open book, and where it is. */
export interface Source {
  readonly engine: Engine;
  readonly book: string;
}

/** An open book that is a file. */
export interface FileSource extends Source {
  readonly engine: FileEngine;
}

/** A copy of the book that has been read back. */
export interface Backup {
  readonly file: string;
  readonly deals: number;
  readonly bytes: number;
}

/** So many of the backups that were made before imports and migrations are kept: enough to go back over a bad week. */
const KEPT_BACKUPS = 5;

/**
 * Writes a copy of the book, reads it back whole, and only then gives it its name. Another program may go on writing.
 * Fails with `file_exists`, `backup_disk_full`, `backup_not_writable` or `backup_unsound`, and then leaves nothing behind.
 */
export async function backUp({ engine, book }: FileSource, file: string, { mayReplace = false } = {}): Promise<Backup> {
  if (!mayReplace && existsSync(file)) throw new BadInput('file_exists', { file });
  // Another program may be making one at the same second.
  const draft = `${file}.${newUid().slice(0, 8)}.part`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    rmSync(draft, { force: true });
    makePrivateFile(draft);
    const before = await countsOf(engine.db);
    copy(engine, book, draft);
    const after = await countsOf(engine.db);
    const deals = await assertSameBook(draft, before, after);
    // SQLite does not wait for the disk here; whoever relies on a backup does.
    flush(draft);
    renameSync(draft, file);
    return { file, deals, bytes: statSync(file).size };
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    throw toBackupFailure(error, file, draft);
  }
}

/** Returns the book as the file it is; fails with `server_backup` where it is none. */
export function fileOf({ engine, book }: Source): FileSource {
  const { whole } = engine;
  if (whole === null) {
    const facts = { file: withoutPassword(book), address: addressForTools(book), schema: schemaIn(book) };
    throw new Failure('server_backup', facts);
  }
  return { engine: { ...engine, whole }, book };
}

/** Makes the backup before something that changes much; the older ones of its kind beyond a few are removed. */
export async function backUpBefore(source: FileSource, cause: Cause, at: string): Promise<Backup> {
  const made = await backUp(source, backupFile(source.book, at, cause));
  for (const file of backupsOf(source.book).filter(isPassing).slice(KEPT_BACKUPS)) rmSync(file, { force: true });
  return made;
}

/** Returns a dated name among the backups of this book that no file has yet. */
export function backupFile(book: string, at: string, cause?: Cause): string {
  const when = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [when.getFullYear(), two(when.getMonth() + 1), two(when.getDate())].join('-');
  const time = [when.getHours(), when.getMinutes(), when.getSeconds()].map(two).join('');
  const start = join(backupFolder(book), `${nameOf(book)}-${day}-${time}`);
  const end = `${cause ? `-before-${cause}` : ''}.db`;
  for (let n = 1; ; n += 1) {
    const file = `${start}${n === 1 ? '' : `-${n}`}${end}`;
    if (!existsSync(file)) return file;
  }
}

/** Returns the backups of this book, the newest first. */
export function backupsOf(book: string): string[] {
  const folder = backupFolder(book);
  if (!existsSync(folder)) return [];
  const start = `${nameOf(book)}-`;
  const dated = readdirSync(folder)
    .filter((name) => name.startsWith(start) && /^\d{4}-\d\d-\d\d-\d{6}\b.*\.db$/.test(name.slice(start.length)))
    .map((name) => ({ file: join(folder, name), writtenMs: statSync(join(folder, name)).mtimeMs }));
  return dated.sort((a, b) => b.writtenMs - a.writtenMs || (a.file < b.file ? 1 : -1)).map(({ file }) => file);
}

/** Backups stay with their book, wherever it is kept. */
export function backupFolder(book: string): string {
  return join(dirname(book), 'backups');
}

/** Makes an empty file that its owner alone can read, whatever the umask says. One that is there already stays as it is. */
export function makePrivateFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    chmodSync(file, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** One that was asked for, or that keeps aside what a restore replaced, is never removed. */
function isPassing(file: string): boolean {
  return /-before-(import|migration)\.db$/.test(file);
}

function nameOf(book: string): string {
  return basename(book, extname(book));
}

/** What is wrong with the book must not be taken for something wrong with the copy. */
function copy(engine: FileEngine, book: string, draft: string): void {
  try {
    engine.whole.copyTo(draft);
  } catch (error) {
    const { code } = error as { code?: string };
    throw code?.startsWith('SQLITE_CORRUPT') ? new Failure('damaged_book', { file: book }) : error;
  }
}

type Counts = ReadonlyMap<string, number>;

async function countsOf(db: Kysely<Schema>): Promise<Counts> {
  const counts = new Map<string, number>();
  // A book of an older version has other tables.
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
    counts.set(name, Number(rows[0]?.count));
  }
  return counts;
}

/** Throws where the copy is not whole, or holds other rows than the book did. Returns how many deals it holds. */
async function assertSameBook(draft: string, before: Counts, after: Counts): Promise<number> {
  const engine = openSqlite(draft);
  try {
    await assertWholeBook(engine, draft);
    const counts = await countsOf(engine.db);
    for (const [table, count] of counts) {
      // Another program may have written while the copy was made.
      const [first = 0, second = 0] = [before.get(table), after.get(table)];
      if (count < Math.min(first, second) || count > Math.max(first, second))
        throw new Failure('backup_unsound', { file: draft });
    }
    return counts.get('deal') ?? 0;
  } finally {
    await engine.db.destroy();
  }
}

/** Waits until the file is on the disk. */
export function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const FAILURES: Readonly<Record<string, string>> = {
  disk_full: 'backup_disk_full',
  book_not_writable: 'backup_not_writable',
  book_not_openable: 'backup_not_writable',
};

function toBackupFailure(error: unknown, file: string, draft: string): unknown {
  const failure = toStoreFailure(error, file);
  if (!(failure instanceof Failure)) return failure;
  const code = failure.facts.file === draft ? 'backup_unsound' : FAILURES[failure.code];
  return code ? new Failure(code, { file }) : failure;
}
