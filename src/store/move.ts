import { existsSync, realpathSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Kysely, Transaction } from 'kysely';
import { isServer, withoutPassword } from '../core/bookaddress.ts';
import { BadInput, Failure } from '../core/failure.ts';
import { insertRows } from './bulk.ts';
import type { Engine } from './engine.ts';
import { dealsOfOwner, type Excerpt, wholeBook } from './excerpt.ts';
import { toStoreFailure } from './failure.ts';
import { refreshFigures } from './figures.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { assertOurs, openEngine } from './open.ts';
import { BOOK_TABLES, type BookTable, type Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { type Rows, type Tally, Tallying, tallyOf } from './tally.ts';
import { unplaceAll } from './unplace.ts';

/** What is to be moved where. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** Whose deals are moved; all of them unless given. */
  readonly owner?: string | undefined;
  readonly isDry: boolean;
  /** The folder that is the program's own, and is made where it is missing. */
  readonly ownFolder: string;
  /** Says when a backup is made that a book of an older version gets first, in ISO 8601. */
  readonly instant: () => string;
  /** Is told after every page how far it has come; what it throws stops the move. */
  readonly progress: (doing: Doing, rows: number) => Promise<void>;
}

/** What a move is about. */
export type Doing = 'reading' | 'writing' | 'checking';

/** What a move brought over, or would. */
export interface Moved {
  readonly rows: Readonly<Record<BookTable, number>>;
  /** The same on both sides; null where nothing was written yet. */
  readonly digest: { readonly from: string; readonly to: string | null };
  readonly stepsLeftOut: number;
  /** Whether the target held just this before. */
  readonly wasThere: boolean;
}

/**
 * Copies a book, history and journal, with its numbers into an empty book; the source stays as it was. The copy is one transaction,
 * read back before it counts: a move that breaks leaves nothing, and one that is done again finds that all is there. Fails with
 * `move_to_itself`, `move_no_folder`, `nothing_to_move`, `no_deals_of`, `move_target_taken`, `move_to_part` or `move_unsound`, and as opening either book does.
 */
export async function moveBook(move: Move): Promise<Moved> {
  const { from, to, instant, isDry, ownFolder } = move;
  if (placeOf(from) === placeOf(to)) throw new BadInput('move_to_itself', { file: withoutPassword(to) });
  // A stick that is not plugged in: its folder would be made on the disk, and the book be missed there.
  const folder = dirname(to);
  if (!isServer(to) && folder !== ownFolder && !existsSync(folder))
    throw new BadInput('move_no_folder', { file: folder });
  if (!isServer(from) && !existsSync(from)) throw new Failure('nothing_to_move', { file: from });
  const reading = (rows: number): Promise<void> => move.progress('reading', rows);
  const present = await tallyAt(to, reading);
  return using(await openEngine(from, instant), async (source) => {
    if (present || isDry) {
      const { tally, stepsLeftOut } = await taking(source, move, (rows) => tallyOf(rows, reading));
      if (present && present.digest !== tally.digest) throw taken(to);
      const digest = { from: tally.digest, to: present?.digest ?? null };
      return { rows: tally.rows, digest, stepsLeftOut, wasThere: present !== null };
    }
    const wasThere = isServer(to) || existsSync(to);
    try {
      return await using(await openEngine(to, instant), async (target) => {
        // What a rep sees as empty is not, and others have the numbers; nor may anybody but its owner give those.
        if ((await target.onlyOwner()) !== null || !(await target.mayNumber()))
          throw new Failure('move_to_part', { file: withoutPassword(to) });
        return copy(source, target, move);
      });
    } catch (error) {
      if (!wasThere) for (const end of ['', '-wal', '-shm']) rmSync(to + end, { force: true });
      throw error;
    }
  });
}

function placeOf(book: string): string {
  if (isServer(book)) return withoutPassword(book);
  return existsSync(book) ? realpathSync(book) : book;
}

function taken(to: string): Failure {
  return new Failure('move_target_taken', { file: withoutPassword(to) });
}

/** Does the work with an open book, and closes it. */
async function using<Result>(engine: Engine, work: (engine: Engine) => Promise<Result>): Promise<Result> {
  try {
    return await work(engine);
  } catch (error) {
    throw engine.toFailure(error);
  } finally {
    await engine.db.destroy();
  }
}

/** Returns what the target holds already, null where that is nothing. It is neither made nor brought up to date. */
async function tallyAt(to: string, onPage: (rows: number) => Promise<void>): Promise<Tally | null> {
  if (!isServer(to) && !existsSync(to)) return null;
  const engine = isServer(to) ? await (await import('./server.ts')).openServer(to, {}) : openToRead(to);
  return using(engine, async ({ db }) => {
    const version = await assertOurs(engine, withoutPassword(to));
    if (version === 0) return null;
    if (version < MIGRATIONS.length) throw taken(to);
    const tally = await atOneMoment(db, (transaction) => tallyOf(wholeBook(transaction).rows, onPage));
    return isBlank(tally) ? null : tally;
  });
}

function openToRead(file: string): Engine {
  try {
    return openSqlite(file, { isReadOnly: true });
  } catch (error) {
    throw toStoreFailure(error, file);
  }
}

function isBlank({ rows }: Tally): boolean {
  return Object.values(rows).every((count) => count === 0);
}

/** Reads what is to be moved as it stands at one moment; fails where that is nothing. */
async function taking(source: Engine, { from, owner }: Move, work: (rows: Rows, db: Kysely<Schema>) => Promise<Tally>) {
  return atOneMoment(source.db, async (db) => {
    const { rows, stepsLeftOut }: Excerpt = owner === undefined ? wholeBook(db) : await dealsOfOwner(db, owner);
    const tally = await work(named(rows, source), db);
    if (isBlank(tally)) throw new Failure('nothing_to_move', { file: withoutPassword(from) });
    return { tally, stepsLeftOut };
  });
}

function atOneMoment<Result>(db: Kysely<Schema>, work: (db: Transaction<Schema>) => Promise<Result>): Promise<Result> {
  return db.transaction().setAccessMode('read only').execute(work);
}

/** What goes wrong with the source is not to be taken for something wrong with the target. */
async function* named(rows: Rows, source: Engine): Rows {
  try {
    yield* rows;
  } catch (error) {
    throw source.toFailure(error);
  }
}

async function copy(source: Engine, target: Engine, move: Move): Promise<Moved> {
  const checking = (rows: number): Promise<void> => move.progress('checking', rows);
  return target.change(async (db) => {
    // Somebody may have begun to work there a moment ago.
    if (!isBlank(await tallyOf(wholeBook(db).rows, checking))) throw taken(move.to);
    const { tally, stepsLeftOut } = await taking(source, move, async (rows, from) => {
      const sent = await writeRows(db, rows, move.progress);
      // A number that was given once is never given again.
      for (const [table, last] of await source.lastNumbers(from)) {
        if (last > 0 && BOOK_TABLES.includes(table)) await target.countOn(db, table, last);
      }
      return sent;
    });
    const arrived = await tallyOf(wholeBook(db).rows, checking);
    if (arrived.digest !== tally.digest) throw new Failure('move_unsound', { file: withoutPassword(move.to) });
    // Somebody may have looked at it while it was empty.
    await unplaceAll(db);
    await refreshAllFigures(db, () => checking(Object.values(arrived.rows).reduce((sum, count) => sum + count, 0)));
    return { rows: arrived.rows, digest: { from: tally.digest, to: arrived.digest }, stepsLeftOut, wasThere: false };
  });
}

async function writeRows(db: Transaction<Schema>, pages: Rows, progress: Move['progress']): Promise<Tally> {
  const tallying = new Tallying();
  for await (const { table, rows } of pages) {
    const columns = Object.keys(rows[0] ?? {});
    await insertRows(
      db,
      table,
      columns,
      rows.map((row) => columns.map((column) => row[column] ?? null)),
    );
    tallying.add(table, rows);
    await progress('writing', tallying.count);
  }
  return tallying.result();
}

async function refreshAllFigures(db: Transaction<Schema>, onPage: () => Promise<void>): Promise<void> {
  for await (const { table, rows } of wholeBook(db).rows) {
    // Deals come first.
    if (table !== 'deal') return;
    await refreshFigures(
      db,
      rows.map(({ id }) => Number(id)),
    );
    await onPage();
  }
}
