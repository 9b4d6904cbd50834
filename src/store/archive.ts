import type { Kysely } from 'kysely';
import type { ArchivedDeal } from '../core/archive.ts';
import type { Deal } from '../core/deal.ts';
import { DEAL_FIELDS, revive, selectionOf } from './columns.ts';
import { type DealFilter, narrowed } from './deals.ts';
import { PART_NAMES, partsOf } from './parts.ts';
import type { Schema } from './schema.ts';

/** The book at one moment. */
export interface Snapshot {
  /** When the book was last changed, in ISO 8601; null while nothing is recorded. */
  changedAt(): Promise<string | null>;
  /** Gives the deals whole, page by page in the order of their numbers. */
  deals(filter: DealFilter): AsyncIterable<readonly ArchivedDeal[]>;
}

/** So many deals are in memory at a time, however many the book holds. */
const PAGE = 500;

/** What only repeats the outcome that stands. */
const REPEATED = ['reason', 'revisitOn'] as const satisfies readonly (keyof Deal)[];
const ARCHIVED_FIELDS = DEAL_FIELDS.filter(
  (field) => field !== 'id' && !(REPEATED as readonly string[]).includes(field),
);
const SELECTION = ['deal.id as id', 'deal.uid as uid', ...selectionOf('deal', ARCHIVED_FIELDS)];

/** Gives the deals of the book whole, page by page in the order of their numbers. */
export async function* archivedDeals(db: Kysely<Schema>, filter: DealFilter): AsyncGenerator<readonly ArchivedDeal[]> {
  let after = 0;
  for (;;) {
    const rows = await narrowed(db.selectFrom('deal').select(SELECTION as never), filter)
      .where('deal.id', '>', after)
      .orderBy('deal.id')
      .limit(PAGE)
      .execute();
    const deals = await withParts(db, rows);
    if (deals.length > 0) yield deals;
    if (deals.length < PAGE) return;
    after = deals.at(-1)?.id ?? after;
  }
}

/** Returns these deals whole; no more of them than a statement can name. */
export async function archivedDealsOf(db: Kysely<Schema>, ids: readonly number[]): Promise<ArchivedDeal[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('deal')
    .select(SELECTION as never)
    .where('deal.id', 'in', ids)
    .execute();
  return withParts(db, rows);
}

async function withParts(db: Kysely<Schema>, rows: readonly unknown[]): Promise<ArchivedDeal[]> {
  if (rows.length === 0) return [];
  const deals = rows.map((row) => revive<ArchivedDeal>(row as Record<string, unknown>));
  const ids = deals.map(({ id }) => id);
  const parts = await Promise.all(PART_NAMES.map(async (name) => [name, await partsOf(db, name, ids)] as const));
  return deals.map((deal) => ({
    ...deal,
    ...Object.fromEntries(parts.map(([name, rowsOf]) => [name, rowsOf.get(deal.id) ?? []])),
  }));
}
