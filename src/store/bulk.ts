import type { Kysely } from 'kysely';
import type { Cell } from './columns.ts';
import { runKept } from './keptquery.ts';
import type { Schema } from './schema.ts';

/** Engines bind a limited number of values in one statement, and a deal is wide. */
export const AT_ONCE = 200;

/** Adds rows, each with its values in the order of these columns. What adds a full batch is compiled once. */
export async function insertRows(
  db: Kysely<Schema>,
  table: keyof Schema,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  const toRow = (cells: readonly Cell[]) => Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const batch = rows.slice(at, at + AT_ONCE);
    const build = () => db.insertInto(table).values(batch.map(toRow) as never);
    if (batch.length < AT_ONCE) await build().execute();
    else await runKept(db, `insert rows ${table} ${columns.join()}`, build, batch.flat());
  }
}
