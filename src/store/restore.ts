import { chmodSync, copyFileSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { addressForTools, isServer, withoutPassword } from '../core/bookaddress.ts';
import { Failure } from '../core/failure.ts';
import { backUp, backupFile, makePrivateFile } from './backup.ts';
import { dealCount } from './deals.ts';
import type { EngineOptions } from './engine.ts';
import { toStoreFailure } from './failure.ts';
import { assertWholeBook } from './inspect.ts';
import { openSqlite } from './sqlite.ts';

/** What a restore brought, and where it keeps what it replaced. */
export interface Restored {
  readonly file: string;
  readonly from: string;
  readonly deals: number;
  /** The copy of the book as it was; null where there was none. */
  readonly aside: string | null;
}

export interface RestoreOptions extends EngineOptions {
  readonly book: string;
  readonly from: string;
  /** The instant of it, in ISO 8601. */
  readonly at: string;
}

/** A book that is open has up to two files beside it. */
const ENDS = ['', '-wal', '-shm'] as const;

/**
 * Puts a backup in the place of the book, which is kept aside; nothing is touched before the backup has been found whole.
 * Fails with `file_missing`, `not_a_book`, `newer_book` or `damaged_book` where the backup is no use, and with `book_busy`
 * while another program writes to the book.
 */
export async function restoreBook({ book, from, at, ...options }: RestoreOptions): Promise<Restored> {
  if (isServer(book))
    throw new Failure('server_restore', { file: withoutPassword(book), address: addressForTools(book) });
  if (existsSync(book) && existsSync(from) && realpathSync(book) === realpathSync(from)) {
    throw new Failure('restore_itself', { file: from });
  }
  // Looking into a file may change it; the backup is left alone, and its copy looked into.
  const incoming = `${book}.incoming`;
  try {
    takeIn(from, incoming, book);
    const deals = await checked(incoming, from);
    const aside = existsSync(book) ? await keepAside(book, at, options) : null;
    if (aside?.isWhole) await replaceContents(book, incoming, options);
    else replaceFile(book, incoming);
    return { file: book, from, deals, aside: aside?.file ?? null };
  } finally {
    for (const end of ENDS) rmSync(incoming + end, { force: true });
  }
}

/** A backup that was copied while it was open has its latest changes in a second file. */
function takeIn(from: string, incoming: string, book: string): void {
  try {
    mkdirSync(dirname(book), { recursive: true, mode: 0o700 });
    for (const end of ENDS) rmSync(incoming + end, { force: true });
  } catch (error) {
    throw toStoreFailure(error, book);
  }
  try {
    copyPrivately(from, incoming);
    if (existsSync(`${from}-wal`)) copyPrivately(`${from}-wal`, `${incoming}-wal`);
  } catch (error) {
    const failure = toStoreFailure(error, book);
    if (failure instanceof Failure && failure.code === 'disk_full') throw failure;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Failure(isMissing ? 'file_missing' : 'file_unreadable', { file: from });
  }
}

/** A copy has the permissions of what it was copied from, until it is told otherwise. */
function copyPrivately(from: string, to: string): void {
  makePrivateFile(to);
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}

async function checked(incoming: string, from: string): Promise<number> {
  const engine = openSqlite(incoming);
  try {
    await assertWholeBook(engine, from);
    engine.whole.gather();
    return await dealCount(engine.db);
  } catch (error) {
    throw toStoreFailure(error, from);
  } finally {
    await engine.db.destroy();
  }
}

/** A book that can be read is backed up; of one that cannot, every byte is kept. */
async function keepAside(
  book: string,
  at: string,
  options: EngineOptions,
): Promise<{ file: string; isWhole: boolean }> {
  const file = backupFile(book, at, 'restore');
  const engine = openSqlite(book, options);
  try {
    if (await engine.isForeign()) throw new Failure('not_a_book', { file: book });
    await backUp({ engine, book }, file);
    return { file, isWhole: true };
  } catch (error) {
    if (!isBeyondReading(error)) throw toStoreFailure(error, book);
  } finally {
    await engine.db.destroy();
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  for (const end of ENDS) if (existsSync(book + end)) copyPrivately(book + end, file + end);
  return { file, isWhole: false };
}

function isBeyondReading(error: unknown): boolean {
  const { code = '' } = error as { code?: string };
  return /^(SQLITE_NOTADB|SQLITE_CORRUPT.*|damaged_book|backup_unsound)$/.test(code);
}

/** Other programs may have the book open: they wait, and then see the other contents. */
async function replaceContents(book: string, incoming: string, options: EngineOptions): Promise<void> {
  const engine = openSqlite(book, options);
  try {
    await engine.prepare();
    engine.whole.replaceWith(incoming);
  } catch (error) {
    throw toStoreFailure(error, book);
  } finally {
    await engine.db.destroy();
  }
}

/** Nobody can have a book open that cannot be read, or is not there. At every moment there is one file or the other. */
function replaceFile(book: string, incoming: string): void {
  try {
    for (const end of ['-wal', '-shm']) rmSync(book + end, { force: true });
    renameSync(incoming, book);
  } catch (error) {
    throw toStoreFailure(error, book);
  }
}
