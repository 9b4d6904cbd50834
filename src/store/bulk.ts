import type { InsertQueryBuilder, Kysely } from 'kysely';
import type { Cell } from './columns.ts';
import { runKept } from './keptquery.ts';
import type { Schema } from './schema.ts';

/** Engines bind a limited number of values in one statement, and a deal is wide. */
export const AT_ONCE = 200;

/** Every number of rows is a statement of its own, and compiling one takes longer than running it; so there are few. */
const BATCHES = [AT_ONCE, 20, 1];

type Cells = readonly Cell[];
type Insert = InsertQueryBuilder<Schema, keyof Schema, object>;

/** Adds rows, each with its values in the order of these columns. */
export async function insertRows(
  db: Kysely<Schema>,
  table: keyof Schema,
  columns: readonly string[],
  rows: readonly Cells[],
): Promise<void> {
  for (const batch of batchesOf(rows)) {
    const build = () => insertOf(db, table, columns, batch);
    await runKept(db, `insert ${batch.length} ${table} ${columns.join()}`, build, together(batch));
  }
}

/** Adds rows of a table that numbers them, and returns their numbers in the same order. */
export async function insertNumbered(
  db: Kysely<Schema>,
  table: keyof Schema,
  columns: readonly string[],
  rows: readonly Cells[],
): Promise<number[]> {
  const ids: number[] = [];
  for (const batch of batchesOf(rows)) {
    const build = () => insertOf(db, table, columns, batch).returning('id' as never);
    const key = `number ${batch.length} ${table} ${columns.join()}`;
    for (const { id } of await runKept<{ id: number }>(db, key, build, together(batch))) ids.push(id);
  }
  return ids;
}

function* batchesOf(rows: readonly Cells[]): Generator<readonly Cells[]> {
  for (let at = 0; at < rows.length; ) {
    const count = BATCHES.find((it) => it <= rows.length - at) ?? 1;
    yield rows.slice(at, at + count);
    at += count;
  }
}

/** The method of arrays for this takes as long as storing the rows. */
function together(rows: readonly Cells[]): Cell[] {
  const cells = new Array<Cell>(rows.length * (rows[0]?.length ?? 0));
  let at = 0;
  for (const row of rows) for (const cell of row) cells[at++] = cell;
  return cells;
}

function insertOf(db: Kysely<Schema>, table: keyof Schema, columns: readonly string[], rows: readonly Cells[]): Insert {
  const toRow = (cells: Cells) => Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
  return db.insertInto(table).values(rows.map(toRow) as never) as Insert;
}
