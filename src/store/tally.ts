import { createHash } from 'node:crypto';
import type { Row } from './columns.ts';
import type { BookTable } from './schema.ts';
import { toStorable } from './storable.ts';

/** How many rows of a book there are, by table, and one digest of all that stands in them. */
export interface Tally {
  readonly rows: Readonly<Record<BookTable, number>>;
  readonly digest: string;
}

/** The rows of a book, page by page: tables in their order, rows in that of their numbers. */
export type Rows = AsyncIterable<{ readonly table: BookTable; readonly rows: readonly Row[] }>;

/** Counts rows and folds them into a digest, which is the same wherever the same rows stand. */
export class Tallying {
  readonly #hash = createHash('sha256');
  readonly #rows: Record<BookTable, number> = {
    deal: 0,
    contact: 0,
    promise: 0,
    question: 0,
    material: 0,
    slip: 0,
    outcome: 0,
    step: 0,
    change: 0,
    silence: 0,
  };

  add(table: BookTable, rows: readonly Row[]): void {
    // Columns come in the order in which migrations made them, which need not be the same everywhere.
    const columns = Object.keys(rows[0] ?? {}).sort();
    for (const row of rows) {
      this.#hash.update(`${JSON.stringify([table, ...toStorable(columns.map((column) => row[column]))])}\n`);
    }
    this.#rows[table] += rows.length;
  }

  /** How many rows were added so far. */
  get count(): number {
    return Object.values(this.#rows).reduce((sum, count) => sum + count, 0);
  }

  /** Returns what was counted; nothing can be added any more. */
  result(): Tally {
    return { rows: this.#rows, digest: this.#hash.digest('hex') };
  }
}

/** Returns the tally of these rows; `onPage` is told after every page how many there were so far. */
export async function tallyOf(pages: Rows, onPage: (count: number) => Promise<void>): Promise<Tally> {
  const tallying = new Tallying();
  for await (const { table, rows } of pages) {
    tallying.add(table, rows);
    await onPage(tallying.count);
  }
  return tallying.result();
}
