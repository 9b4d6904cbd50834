import Database from 'better-sqlite3';
import { openStore as open, type Store } from '../../src/store/store.ts';

/** The instant at which every step of a test happens. */
export const NOON = '2025-07-22T03:00:00.000Z';

export function openStore(file: string): Promise<Store> {
  return open(file, () => NOON);
}

/** A step of the journal with the rows it changed. */
export interface Step {
  readonly command: string;
  readonly at: string;
  readonly changes: readonly {
    readonly table: string;
    readonly before: Record<string, unknown> | null;
    readonly after: Record<string, unknown> | null;
  }[];
}

/** Reads the journal of a book as another program would. */
export function stepsOf(file: string): Step[] {
  const database = new Database(file, { readonly: true });
  try {
    const steps = database.prepare('select id, command, at from step order by id').all() as {
      id: number;
      command: string;
      at: string;
    }[];
    const changes = database.prepare('select table_name, before, after from change where step_id = ? order by id');
    return steps.map(({ id, command, at }) => ({
      command,
      at,
      changes: (changes.all(id) as { table_name: string; before: string | null; after: string | null }[]).map(
        (row) => ({
          table: row.table_name,
          before: row.before === null ? null : JSON.parse(row.before),
          after: row.after === null ? null : JSON.parse(row.after),
        }),
      ),
    }));
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
