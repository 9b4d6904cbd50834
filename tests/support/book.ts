import Database from 'better-sqlite3';
import type { EngineOptions } from '../../src/store/engine.ts';
import { openStore as open, type Store } from '../../src/store/store.ts';

/** The instant at which every step of a test happens. */
export const NOON = '2025-07-22T03:00:00.000Z';

export function openStore(file: string, options: EngineOptions = {}): Promise<Store> {
  return open(file, () => NOON, options);
}

/** A step of the journal with the rows it touched. */
export interface Step {
  readonly command: string;
  readonly at: string;
  readonly added: number;
  readonly changed: number;
  readonly dealId: number | null;
  readonly changes: readonly {
    readonly kind: string;
    readonly table: string;
    readonly rowId: number;
    readonly dealId: number;
    readonly before: Record<string, unknown> | null;
    readonly after: Record<string, unknown> | null;
    readonly row: Record<string, unknown> | null;
  }[];
}

/** Reads the journal of a book as another program would. */
export function stepsOf(file: string): Step[] {
  const database = new Database(file, { readonly: true });
  try {
    const steps = database
      .prepare('select id, command, at, added, changed, deal_id as dealId from step order by id')
      .all() as (Omit<Step, 'changes'> & { id: number })[];
    const changes = database.prepare(
      'select kind, table_name as "table", row_id as rowId, deal_id as dealId, before, after, row from change where step_id = ? order by id',
    );
    return steps.map(({ id, ...step }) => ({
      ...step,
      changes: (changes.all(id) as Record<string, string | null>[]).map(
        ({ before, after, row, ...change }) =>
          ({ ...change, before: parsed(before), after: parsed(after), row: parsed(row) }) as Step['changes'][number],
      ),
    }));
  } finally {
    database.close();
  }
}

function parsed(text: string | null | undefined): Record<string, unknown> | null {
  return text ? JSON.parse(text) : null;
}

/** Returns every row of the book but the journal's, as another program reads them. */
export function contentsOf(file: string): Record<string, unknown[]> {
  const database = new Database(file, { readonly: true });
  try {
    const tables = ['deal', 'contact', 'promise', 'question', 'material', 'slip', 'outcome', 'figures'];
    const rowsOf = (table: string): unknown[] => database.prepare(`select * from ${table} order by 1`).all();
    return Object.fromEntries(tables.map((table) => [table, rowsOf(table)]));
  } finally {
    database.close();
  }
}

/** Returns one number or text that a pragma or a query of one cell gives. */
export function cellOf(file: string, query: string): unknown {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(query).pluck().get();
  } finally {
    database.close();
  }
}
