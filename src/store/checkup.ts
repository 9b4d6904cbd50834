import { existsSync, statSync } from 'node:fs';
import { isServer, withoutPassword } from '../core/bookaddress.ts';
import { Failure } from '../core/failure.ts';
import { backupsOf } from './backup.ts';
import type { Engine, EngineOptions, FileEngine } from './engine.ts';
import { toStoreFailure } from './failure.ts';
import { refreshFigures, staleDeals } from './figures.ts';
import { advice, type Finding, problem } from './finding.ts';
import { unlawfulDeals } from './lawful.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { placeFindings } from './place.ts';
import { openSqlite } from './sqlite.ts';
import { unplaceAll } from './unplace.ts';

export interface CheckupOptions extends EngineOptions {
  readonly book: string;
  /** The instant of it, in ISO 8601. */
  readonly at: string;
  /** The folder that is the program's own, whose permissions it may set. */
  readonly ownFolder: string;
  /** Whether to mend what can be mended. */
  readonly isFixing: boolean;
}

/** Examines the book, its file and where it lies, or its server. A book that is not there is not made, an old one not migrated. */
export async function examineBook(options: CheckupOptions): Promise<Finding[]> {
  if (isServer(options.book)) return serverFindings(options);
  return [...(await bookFindings(options)), ...placeFindings(options)];
}

async function serverFindings({ book: address, isFixing, ...options }: CheckupOptions): Promise<Finding[]> {
  const { openServer } = await import('./server.ts');
  const book = withoutPassword(address);
  let engine: Engine | undefined;
  try {
    engine = await openServer(address, options);
    const version = await versionOf(engine, book);
    if (version === 0) return [advice('no_book', { file: book })];
    return await contentFindings(engine, version, book, isFixing);
  } catch (error) {
    const failure = engine?.toFailure(error) ?? error;
    if (failure instanceof Failure) return [problem(failure.code, failure.facts)];
    throw failure;
  } finally {
    await engine?.db.destroy();
  }
}

async function bookFindings({ book, isFixing, ...options }: CheckupOptions): Promise<Finding[]> {
  if (!existsSync(book)) return [advice('no_book', { file: book })];
  const [newest] = statSync(book).size === 0 ? backupsOf(book) : [];
  if (newest) return [problem('emptied_book', { file: book, backup: newest })];
  let engine: FileEngine | undefined;
  try {
    engine = openSqlite(book, options);
    return await fileFindings(engine, book, isFixing);
  } catch (error) {
    const failure = toStoreFailure(error, book);
    if (failure instanceof Failure) return [problem(failure.code, failure.facts)];
    throw error;
  } finally {
    await engine?.db.destroy();
  }
}

async function fileFindings(engine: FileEngine, book: string, isFixing: boolean): Promise<Finding[]> {
  const version = await versionOf(engine, book);
  const damage = engine.whole.damage();
  // What follows would read what cannot be read.
  if (damage.length > 0) return [problem('damaged_book', { file: book, lines: damage })];
  const orphans = engine.whole.orphans();
  const findings = orphans > 0 ? [problem('orphans', { count: orphans })] : [];
  return version === 0 ? findings : [...findings, ...(await contentFindings(engine, version, book, isFixing))];
}

async function versionOf(engine: Engine, book: string): Promise<number> {
  const version = await engine.schemaVersion();
  if (await engine.isForeign()) throw new Failure('not_a_book', { file: book });
  if (version > MIGRATIONS.length) throw new Failure('newer_book', { file: book });
  return version;
}

async function contentFindings(engine: Engine, version: number, book: string, isFixing: boolean): Promise<Finding[]> {
  if (version < MIGRATIONS.length) return [advice('older_book', { file: book })];
  const stale = await staleDeals(engine.db);
  if (stale.length > 0 && isFixing) {
    await engine.change(async (it) => {
      await refreshFigures(it, stale);
      await unplaceAll(it);
    });
  }
  const unlawful = await unlawfulDeals(engine.db);
  return [
    ...(stale.length > 0 ? [problem('stale_figures', { deals: stale.map(String) }, isFixing)] : []),
    ...(unlawful.length > 0 ? [problem('unlawful_ends', { deals: unlawful.map(String) })] : []),
  ];
}
