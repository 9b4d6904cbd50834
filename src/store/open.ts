import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../core/failure.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { type Engine, openSqlite } from './sqlite.ts';

/**
 * Opens the book at this file, creating it (readable by its owner only) and bringing its schema up to date. Fails with
 * `not_a_book`, `newer_book` or `damaged_book`, and then leaves the file untouched.
 */
export async function openEngine(file: string): Promise<Engine> {
  if (/^postgres(ql)?:/.test(file)) throw new Failure('postgres_not_yet');
  let engine: Engine | undefined;
  try {
    if (file !== ':memory:') makePrivate(file);
    engine = openSqlite(file);
    await migrate(engine, file);
    return engine;
  } catch (error) {
    await engine?.db.destroy();
    throw toStoreFailure(error, file);
  }
}

async function migrate(engine: Engine, file: string): Promise<void> {
  const version = await engine.schemaVersion();
  if (await engine.isForeign()) throw new Failure('not_a_book', { file });
  if (version > MIGRATIONS.length) throw new Failure('newer_book', { file });
  await engine.prepare();
  for (let next = version; next < MIGRATIONS.length; next += 1) {
    await engine.db.transaction().execute(async (transaction) => {
      // Another program may have migrated while this one waited for its turn.
      if ((await engine.schemaVersion()) > next) return;
      await MIGRATIONS[next]?.up(transaction.schema, engine.table(transaction), transaction as never);
      await engine.setSchemaVersion(transaction, next + 1);
    });
  }
}

function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) return;
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

/** Returns the failure that says what is wrong with the file, or the error itself where nothing better is known. */
export function toStoreFailure(error: unknown, file: string): unknown {
  const code = (error as { code?: unknown }).code;
  if (error instanceof Failure || typeof code !== 'string') return error;
  if (code === 'SQLITE_NOTADB') return new Failure('not_a_book', { file });
  if (code.startsWith('SQLITE_CORRUPT')) return new Failure('damaged_book', { file });
  if (code.startsWith('SQLITE_BUSY')) return new Failure('book_busy', { file });
  if (code.startsWith('SQLITE_READONLY') || code === 'EACCES' || code === 'EROFS' || code === 'EPERM') {
    return new Failure('book_not_writable', { file });
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new Failure('book_not_openable', { file });
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return new Failure('disk_full', { file });
  return error;
}
