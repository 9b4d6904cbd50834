import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isServer, withoutPassword } from '../core/bookaddress.ts';
import { Failure } from '../core/failure.ts';
import { backUpBefore, backupsOf, makePrivateFile } from './backup.ts';
import type { Engine, EngineOptions, FileEngine } from './engine.ts';
import { toStoreFailure } from './failure.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens the book at this file or server, creating it (readable by its owner only) and bringing its schema up to date. Fails
 * with `not_a_book`, `newer_book`, `emptied_book` or `damaged_book`, and then leaves it untouched.
 */
export async function openEngine(book: string, instant: () => string, options: EngineOptions = {}): Promise<Engine> {
  return isServer(book) ? openServerBook(book, options) : openFile(book, instant, options);
}

async function openServerBook(address: string, options: EngineOptions): Promise<Engine> {
  const { openServer } = await import('./server.ts');
  const engine = await openServer(address, options);
  try {
    await bringUpToDate(engine, await assertOurs(engine, withoutPassword(address)));
    return engine;
  } catch (error) {
    await engine.db.destroy();
    throw engine.toFailure(error);
  }
}

async function openFile(file: string, instant: () => string, options: EngineOptions): Promise<Engine> {
  let engine: FileEngine | undefined;
  try {
    if (file !== ':memory:') makeRoom(file);
    engine = openSqlite(file, options);
    await migrate(engine, file, instant);
    return engine;
  } catch (error) {
    await engine?.db.destroy();
    throw toStoreFailure(error, file);
  }
}

/** Returns the version of the schema; throws where the database is somebody else's, or of a version to come. */
export async function assertOurs(engine: Engine, file: string): Promise<number> {
  const version = await engine.schemaVersion();
  if (await engine.isForeign()) throw new Failure('not_a_book', { file });
  if (version > MIGRATIONS.length) throw new Failure('newer_book', { file });
  return version;
}

async function migrate(engine: FileEngine, file: string, instant: () => string): Promise<void> {
  const version = await assertOurs(engine, file);
  const isOld = version > 0 && version < MIGRATIONS.length;
  if (isOld && file !== ':memory:') await backUpBefore({ engine, book: file }, 'migration', instant());
  await bringUpToDate(engine, version);
}

/** Brings the schema of a database that is known to be ours up to date. */
export async function bringUpToDate(engine: Engine, version: number): Promise<void> {
  await engine.prepare();
  if (version === MIGRATIONS.length) return;
  // As one transaction: nobody meets a book that is half new. Another program may have done it while this one waited its turn.
  await engine.migrate(async (transaction) => {
    for (const migration of MIGRATIONS.slice(await engine.schemaVersion(transaction))) {
      await migration.up(transaction.schema, engine.table(transaction), transaction as never);
    }
    await engine.setSchemaVersion(transaction, MIGRATIONS.length);
  });
}

function makeRoom(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) {
    makePrivateFile(file);
    return;
  }
  // A book that was cut down to nothing would look like a new one, and its owner like somebody who begins.
  const [newest] = statSync(file).size === 0 ? backupsOf(file) : [];
  if (newest) throw new Failure('emptied_book', { file, backup: newest });
}
