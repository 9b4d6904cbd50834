import { Failure } from '../core/failure.ts';
import type { FileEngine } from './engine.ts';
import { MIGRATIONS } from './migrations/index.ts';

/**
 * Throws where this is not a whole book that this version can read: `not_a_book`, `newer_book` or `damaged_book`. Reads
 * every page.
 */
export async function assertWholeBook(engine: FileEngine, file: string): Promise<void> {
  const version = await engine.schemaVersion();
  if ((await engine.isForeign()) || version === 0) throw new Failure('not_a_book', { file });
  if (version > MIGRATIONS.length) throw new Failure('newer_book', { file });
  if (engine.whole.hasStrangers()) throw new Failure('not_a_book', { file });
  if (engine.whole.damage().length > 0) throw new Failure('damaged_book', { file });
}
