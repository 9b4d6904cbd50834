import { existsSync, statSync } from 'node:fs';
import { Failure } from '../core/failure.ts';
import { backupsOf } from './backup.ts';
import { toStoreFailure } from './failure.ts';
import { refreshFigures, staleDeals } from './figures.ts';
import { advice, type Finding, problem } from './finding.ts';
import { unlawfulDeals } from './lawful.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { placeFindings } from './place.ts';
import { type Engine, type EngineOptions, openSqlite } from './sqlite.ts';

export interface CheckupOptions extends EngineOptions {
  readonly book: string;
  /** The instant of it, in ISO 8601. */
  readonly at: string;
  /** The folder that is the program's own, whose permissions it may set. */
  readonly ownFolder: string;
  /** Whether to mend what can be mended. */
  readonly isFixing: boolean;
}

/** Examines the book, its file and where it lies. A book that is not there is not made, an old one not migrated. */
export async function examineBook(options: CheckupOptions): Promise<Finding[]> {
  const { book } = options;
  if (/^postgres(ql)?:/.test(book)) throw new Failure('postgres_not_yet');
  return [...(await bookFindings(options)), ...placeFindings(options)];
}

async function bookFindings({ book, isFixing, ...options }: CheckupOptions): Promise<Finding[]> {
  if (!existsSync(book)) return [advice('no_book', { file: book })];
  const [newest] = statSync(book).size === 0 ? backupsOf(book) : [];
  if (newest) return [problem('emptied_book', { file: book, backup: newest })];
  let engine: Engine | undefined;
  try {
    engine = openSqlite(book, options);
    return await contentFindings(engine, book, isFixing);
  } catch (error) {
    const failure = toStoreFailure(error, book);
    if (failure instanceof Failure) return [problem(failure.code, failure.facts)];
    throw error;
  } finally {
    await engine?.db.destroy();
  }
}

async function contentFindings(engine: Engine, book: string, isFixing: boolean): Promise<Finding[]> {
  const version = await engine.schemaVersion();
  if (await engine.isForeign()) throw new Failure('not_a_book', { file: book });
  if (version > MIGRATIONS.length) throw new Failure('newer_book', { file: book });
  const damage = engine.whole.damage();
  // What follows would read what cannot be read.
  if (damage.length > 0) return [problem('damaged_book', { file: book, lines: damage })];
  const orphans = engine.whole.orphans();
  const findings = orphans > 0 ? [problem('orphans', { count: orphans })] : [];
  if (version < MIGRATIONS.length)
    return version === 0 ? findings : [...findings, advice('older_book', { file: book })];
  const stale = await staleDeals(engine.db);
  if (stale.length > 0 && isFixing) await engine.db.transaction().execute((it) => refreshFigures(it, stale));
  const unlawful = await unlawfulDeals(engine.db);
  return [
    ...findings,
    ...(stale.length > 0 ? [problem('stale_figures', { deals: stale.map(String) }, isFixing)] : []),
    ...(unlawful.length > 0 ? [problem('unlawful_ends', { deals: unlawful.map(String) })] : []),
  ];
}
