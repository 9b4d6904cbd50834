import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { isServer } from '../../src/core/bookaddress.ts';
import type { EngineOptions } from '../../src/store/engine.ts';
import { openStore as open, type Store } from '../../src/store/store.ts';
import { copiedAddress, freshAddress, ON_FILE, serverRows } from './engine.ts';
import { freshFolder } from './folder.ts';

/** The instant at which every step of a test happens. */
export const NOON = '2025-07-22T03:00:00.000Z';

/** Opens the book that stands for this file; it is closed once the test is over. */
export async function openStore(file: string, options: EngineOptions = {}): Promise<Store> {
  return closing(await open(await placeOf(file), () => NOON, options));
}

/** Returns where the book that a test knows by this file is: there, or on the server of this run. */
export async function placeOf(file: string): Promise<string> {
  if (ON_FILE || isServer(file)) return file;
  const found = (file === ':memory:' ? undefined : places.get(file)) ?? freshAddress();
  places.set(file, found);
  return found;
}

/** Returns the file, which from now on is known to be one, also where the other books of this run are on a server. */
export function keptOnFile(file: string): string {
  places.set(file, Promise.resolve(file));
  return file;
}

/** Returns the file of a book with the same rows as this one has; it lasts as long as the test, or as the run where it is kept. */
export async function copyOf(file: string, { isKept = false } = {}): Promise<string> {
  const copy = join(isKept ? mkdtempSync(join(tmpdir(), 'followup-kept-')) : freshFolder(), 'copy.db');
  const place = await placeOf(file);
  if (isServer(place)) {
    places.set(copy, copiedAddress(place, { isKept }));
    await placeOf(copy);
    return copy;
  }
  const database = new Database(place, { readonly: true });
  writeFileSync(copy, database.serialize());
  database.close();
  return copy;
}

const places = new Map<string, Promise<string>>();

/** Closes the store once the test is over. */
export function closing(store: Store): Store {
  try {
    onTestFinished(() => store.close());
  } catch {
    // Opened in a hook, which no single test owns.
  }
  return store;
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
export async function stepsOf(file: string): Promise<Step[]> {
  const steps = await rowsOf(file, 'select id, command, at, added, changed, deal_id from step order by id');
  const changes = await rowsOf(file, 'select * from change order by id');
  return steps.map(({ id, command, at, added, changed, deal_id }) => ({
    ...({ command, at, added, changed, dealId: deal_id } as Omit<Step, 'changes'>),
    changes: changes
      .filter(({ step_id }) => step_id === id)
      .map(
        ({ kind, table_name, row_id, deal_id: dealId, before, after, row }) =>
          ({
            kind,
            table: table_name,
            rowId: row_id,
            dealId,
            before: parsed(before),
            after: parsed(after),
            row: parsed(row),
          }) as Step['changes'][number],
      ),
  }));
}

function parsed(text: unknown): Record<string, unknown> | null {
  return typeof text === 'string' ? JSON.parse(text) : null;
}

const TABLES = ['deal', 'contact', 'promise', 'question', 'material', 'slip', 'outcome', 'figures'];

/** Returns every row of the book but the journal's, as another program reads them. */
export async function contentsOf(file: string): Promise<Record<string, readonly unknown[]>> {
  const contents: Record<string, readonly unknown[]> = {};
  for (const table of TABLES) contents[table] = await rowsOf(file, `select * from ${table} order by 1`);
  return contents;
}

/** Returns one number or text that a pragma or a query of one cell gives. */
export async function cellOf(file: string, query: string): Promise<unknown> {
  return Object.values((await rowsOf(file, query))[0] ?? {})[0];
}

async function rowsOf(file: string, query: string): Promise<readonly Record<string, unknown>[]> {
  const place = await placeOf(file);
  if (isServer(place)) return serverRows(place, query);
  const database = new Database(place, { readonly: true });
  try {
    return database.prepare(query).all() as Record<string, unknown>[];
  } finally {
    database.close();
  }
}
