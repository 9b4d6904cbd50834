import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** By engine, for each speaks its own SQL. */
const keptByEngine = new WeakMap<object, Map<unknown, CompiledQuery>>();

/**
 * Runs the query that is built under this key (a text, or an object by its identity) the first time, with these values in the
 * order in which it names them. For what an import does with every row: a wide query costs several times more to compile than
 * to run.
 */
export async function runKept<Row>(
  db: Kysely<Schema>,
  key: unknown,
  build: () => Compilable<Row>,
  values: readonly unknown[],
): Promise<Row[]> {
  const { adapter } = db.getExecutor();
  const kept = keptByEngine.get(adapter) ?? new Map<unknown, CompiledQuery>();
  keptByEngine.set(adapter, kept);
  const query = (kept.get(key) as CompiledQuery<Row> | undefined) ?? build().compile();
  kept.set(key, query);
  const { rows } = await db.executeQuery<Row>({ ...query, parameters: values });
  return rows;
}

/** Runs a query whose values are the numbers of these deals. A command asks the same of its one deal before and after, and once more when it writes. */
export async function runOfDeals<Row>(
  db: Kysely<Schema>,
  key: string,
  build: () => Compilable<Row> & { execute: () => Promise<Row[]> },
  dealIds: readonly number[],
): Promise<Row[]> {
  return dealIds.length === 1 ? runKept(db, `${key} of a deal`, build, dealIds) : build().execute();
}
