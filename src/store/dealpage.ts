import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Deal } from '../core/deal.ts';
import { type DealFilter, dealsWithIds, narrowed } from './deals.ts';
import type { Schema } from './schema.ts';

/** What a list of deals may be sorted by. Every order is total: what compares equal goes by number. */
export const DEAL_ORDERS = ['open', 'number', 'customer', 'amount', 'decision', 'proposed'] as const;
export type DealOrder = (typeof DEAL_ORDERS)[number];

/** The first deals of a list, and how many it has. */
export interface DealPage {
  readonly deals: readonly Deal[];
  readonly count: number;
}

/** What is unknown comes last. */
const TERMS: Readonly<Record<DealOrder, readonly RawBuilder<unknown>[]>> = {
  open: [],
  number: [],
  customer: [sql`deal.customer`],
  amount: [sql`deal.amount is null`, sql`deal.amount desc`],
  decision: [sql`deal.decision_on is null`, sql`deal.decision_on`],
  proposed: [sql`deal.proposed_on is null`, sql`deal.proposed_on desc`],
};

/** Returns the first deals that fit the filter in this order; all of them without a limit. */
export async function dealPage(
  db: Kysely<Schema>,
  filter: DealFilter,
  { order, limit }: { readonly order: DealOrder; readonly limit: number | null },
): Promise<DealPage> {
  const { count } = await narrowed(
    db.selectFrom('deal').select(({ fn }) => fn.countAll<number>().as('count')),
    filter,
  ).executeTakeFirstOrThrow();
  const ids = order === 'open' ? await openFirst(db, filter, limit) : await inOrder(db, filter, order, limit);
  return { deals: await dealsWithIds(db, ids), count: Number(count) };
}

/** Asked for apart, both parts come from the index of states. */
async function openFirst(db: Kysely<Schema>, filter: DealFilter, limit: number | null): Promise<number[]> {
  const { states, ...rest } = filter;
  const isAmong = (state: string): boolean => !states || (states as readonly string[]).includes(state);
  const open = isAmong('open') ? await inOrder(db, { ...rest, states: ['open'] }, 'number', limit) : [];
  const left = limit === null ? null : limit - open.length;
  if (left === 0) return open;
  const ended = narrowed(db.selectFrom('deal').select('deal.id'), filter).where('deal.state', '!=', 'open');
  const query = ended.orderBy('deal.id');
  const rows = await (left === null ? query : query.limit(left)).execute();
  return [...open, ...rows.map(({ id }) => id)];
}

/** Numbers first: to put whole rows in order takes many times as long. */
async function inOrder(
  db: Kysely<Schema>,
  filter: DealFilter,
  order: DealOrder,
  limit: number | null,
): Promise<number[]> {
  let query = narrowed(db.selectFrom('deal').select('deal.id'), filter);
  for (const term of TERMS[order]) query = query.orderBy(term);
  query = query.orderBy('deal.id');
  const rows = await (limit === null ? query : query.limit(limit)).execute();
  return rows.map(({ id }) => id);
}
