import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../core/failure.ts';
import { backUpBefore, backupsOf, makePrivateFile } from './backup.ts';
import { toStoreFailure } from './failure.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { type Engine, type EngineOptions, openSqlite } from './sqlite.ts';

/**
 * Opens the book at this file, creating it (readable by its owner only) and bringing its schema up to date. Fails with
 * `not_a_book`, `newer_book`, `emptied_book` or `damaged_book`, and then leaves the file untouched.
 */
export async function openEngine(file: string, instant: () => string, options: EngineOptions = {}): Promise<Engine> {
  if (/^postgres(ql)?:/.test(file)) throw new Failure('postgres_not_yet');
  let engine: Engine | undefined;
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

async function migrate(engine: Engine, file: string, instant: () => string): Promise<void> {
  const version = await engine.schemaVersion();
  if (await engine.isForeign()) throw new Failure('not_a_book', { file });
  if (version > MIGRATIONS.length) throw new Failure('newer_book', { file });
  const isOld = version > 0 && version < MIGRATIONS.length;
  if (isOld && file !== ':memory:') await backUpBefore({ engine, book: file }, 'migration', instant());
  await bringUpToDate(engine);
}

/** Brings the schema of a database that is known to be ours up to date. */
export async function bringUpToDate(engine: Engine): Promise<void> {
  await engine.prepare();
  if ((await engine.schemaVersion()) === MIGRATIONS.length) return;
  // As one transaction: nobody meets a book that is half new. Another program may have done it while this one waited its turn.
  await engine.db.transaction().execute(async (transaction) => {
    for (const migration of MIGRATIONS.slice(await engine.schemaVersion())) {
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
