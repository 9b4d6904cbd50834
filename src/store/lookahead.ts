import { type Kysely, sql } from 'kysely';
import type { Deal } from '../core/deal.ts';
import { matchKey } from '../core/match.ts';
import { AT_ONCE } from './bulk.ts';
import { revive } from './columns.ts';
import { DEAL_SELECTION, dealsBy } from './deals.ts';
import { runKept } from './keptquery.ts';
import type { DealName } from './matching.ts';
import type { Schema } from './schema.ts';

type Column = 'external_id' | 'match_key';

/** More deals than this for one batch means that many share a name; then each row asks for its own. */
const MOST_FOUND = 2 * AT_ONCE;

/**
 * Looks up together the deals that a batch of rows speaks of: one by one, asking takes longer than finding. What it found of a
 * deal is let go as soon as that deal changes.
 */
export class Lookahead {
  readonly #db: Kysely<Schema>;
  readonly #found = { external_id: new Map<string, Deal[]>(), match_key: new Map<string, Deal[]>() };

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** Forgets what was found before, and looks these up: by external id, and by name where there is none of that id. */
  async look(names: readonly DealName[]): Promise<void> {
    for (const found of Object.values(this.#found)) found.clear();
    // What an export of a book knows by its uid is found by that.
    const foreign = names.filter(({ uid }) => uid === null);
    await this.#lookFor(
      'external_id',
      foreign.flatMap(({ externalId }) => externalId ?? []),
    );
    const unknown = foreign.filter(
      ({ externalId }) => !externalId || this.#known('external_id', externalId)?.length === 0,
    );
    await this.#lookFor(
      'match_key',
      unknown.map(({ key }) => key),
    );
  }

  /** Returns whether it was looked up that no deal is called so by any of its names. */
  isNew({ uid, externalId, key }: DealName): boolean {
    const isFree = externalId === null || this.#known('external_id', externalId)?.length === 0;
    return uid === null && isFree && this.#known('match_key', key)?.length === 0;
  }

  /** Returns the deals that have this value in a column, in the order of their numbers. */
  async dealsBy(column: 'uid' | Column, value: string): Promise<readonly Deal[]> {
    const known = column === 'uid' ? undefined : this.#known(column, value);
    return known ?? dealsBy(this.#db, column, value);
  }

  /** To be told of every deal that is added or changed, as it was and as it became. */
  changed(
    { externalId = null, customer, title }: Pick<Deal, 'customer' | 'title'> & Partial<Pick<Deal, 'externalId'>>,
    key = matchKey({ customer, title }),
  ): void {
    if (externalId !== null) this.#found.external_id.delete(externalId);
    this.#found.match_key.delete(key);
  }

  #known(column: Column, value: string): readonly Deal[] | undefined {
    return this.#found[column].get(value);
  }

  async #lookFor(column: Column, values: readonly string[]): Promise<void> {
    const wanted = [...new Set(values)];
    for (let at = 0; at < wanted.length; at += AT_ONCE)
      await this.#lookForBatch(column, wanted.slice(at, at + AT_ONCE));
  }

  async #lookForBatch(column: Column, values: readonly string[]): Promise<void> {
    // Filled up, so that every batch is the same query.
    const filled = Array.from({ length: AT_ONCE }, (_, index) => values[index] ?? values[0] ?? '');
    const build = () =>
      this.#db
        .selectFrom('deal')
        .select(DEAL_SELECTION as never)
        .select(`deal.${column} as wanted`)
        .where(column, 'in', filled)
        .orderBy('deal.id')
        .limit(sql.lit(MOST_FOUND));
    const rows = await runKept<unknown>(this.#db, `look ahead by ${column}`, build, filled);
    if (rows.length === MOST_FOUND) return;
    const found = this.#found[column];
    for (const value of values) found.set(value, []);
    for (const row of rows) {
      const { wanted, ...deal } = row as { readonly wanted: string } & Record<string, unknown>;
      found.get(wanted)?.push(revive<Deal>(deal));
    }
  }
}
