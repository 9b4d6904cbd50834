import { Failure } from '../core/failure.ts';

/** By the code of the engine or the system, or its beginning: what it means for the book. The first that fits counts. */
const MEANINGS: readonly (readonly [start: string, code: string])[] = [
  ['SQLITE_NOTADB', 'not_a_book'],
  ['SQLITE_CORRUPT', 'damaged_book'],
  ['SQLITE_BUSY', 'book_busy'],
  ['SQLITE_LOCKED', 'book_busy'],
  ['SQLITE_READONLY', 'book_not_writable'],
  ['EACCES', 'book_not_writable'],
  ['EROFS', 'book_not_writable'],
  ['EPERM', 'book_not_writable'],
  ['SQLITE_CANTOPEN', 'book_not_openable'],
  ['EISDIR', 'book_not_openable'],
  ['ENOTDIR', 'book_not_openable'],
  ['EEXIST', 'book_not_openable'],
  ['SQLITE_FULL', 'disk_full'],
  // A quota or a limit on the size of files shows as a write that fails.
  ['SQLITE_IOERR_WRITE', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['EFBIG', 'disk_full'],
  ['SQLITE_IOERR', 'disk_failing'],
  ['EIO', 'disk_failing'],
];

/** Returns the failure that says what is wrong with the file, or the error itself where nothing better is known. */
export function toStoreFailure(error: unknown, file: string): unknown {
  // A list that is kept as JSON text and cannot be read: not even the database knows.
  if (error instanceof SyntaxError) return new Failure('damaged_book', { file });
  const code = (error as { code?: unknown }).code;
  if (error instanceof Failure || typeof code !== 'string') return error;
  const [, meaning] = MEANINGS.find(([start]) => code.startsWith(start)) ?? [];
  return meaning ? new Failure(meaning, { file }) : error;
}
