import { type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Day } from '../core/day.ts';
import type { Deal, State } from '../core/deal.ts';
import { type Figures, figuresOf } from '../core/figures.ts';
import type { NamedDeal } from '../core/import/dealindex.ts';
import { matchKey } from '../core/match.ts';
import type { TrackedDeal } from '../core/situation.ts';
import { searchKey } from '../core/text.ts';
import { DEAL_FIELDS, FIGURE_FIELDS, revive, selectionOf, toColumns } from './columns.ts';
import { NO_HISTORY } from './history.ts';
import type { Journal } from './journal.ts';
import { runKept, runOfDeals } from './keptquery.ts';
import type { Schema } from './schema.ts';

export const DEAL_SELECTION = selectionOf('deal', DEAL_FIELDS);
const FIGURE_SELECTION = ['figures.deal_id as dealId', ...selectionOf('figures', FIGURE_FIELDS)];

/** What `today` may put on a list: open deals, and ended ones that ask for one more word. */
export interface DayScope {
  readonly today: Day;
  /** A "no" older than this is not asked about any more. */
  readonly declinedSince: Day;
  readonly owner?: string | undefined;
}

/** Returns the deals of the day with their figures, all or those of these numbers. Ended deals that ask for nothing are not read. */
export async function dealsOfDay(
  db: Kysely<Schema>,
  scope: DayScope,
  among?: readonly number[],
): Promise<TrackedDeal[]> {
  if (among === undefined) return someOfDay(db, scope);
  const deals: TrackedDeal[] = [];
  for (let at = 0; at < among.length; at += NAMED_AT_ONCE)
    deals.push(...(await someOfDay(db, scope, among.slice(at, at + NAMED_AT_ONCE))));
  return deals;
}

async function someOfDay(db: Kysely<Schema>, scope: DayScope, among?: readonly number[]): Promise<TrackedDeal[]> {
  const rows = await inScope(db.selectFrom('deal').select(DEAL_SELECTION as never), scope, among).execute();
  const figures = await inScope(
    db
      .selectFrom('deal')
      .innerJoin('figures', 'figures.deal_id', 'deal.id')
      .select(FIGURE_SELECTION as never),
    scope,
    among,
  ).execute();
  return track(rows, figures);
}

/** Returns the query narrowed to the deals of the day. */
export function inScope<Row>(
  query: SelectQueryBuilder<Schema, 'deal', Row>,
  { today, declinedSince, owner }: DayScope,
  among?: readonly number[],
): SelectQueryBuilder<Schema, 'deal', Row> {
  const chosen = among ? query.where('deal.id', 'in', among) : query;
  const scoped = chosen.where((eb) =>
    eb.or([eb('deal.state', '=', 'open'), askingForOneMoreWord(eb, { today, declinedSince })]),
  );
  return owner === undefined ? scoped : scoped.where('deal.owner', '=', owner);
}

/** Returns the numbers of the ended deals of the day. */
export function endedOfDay(db: Kysely<Schema>, scope: DayScope) {
  return db
    .selectFrom('deal')
    .select('deal.id')
    .where((eb) => askingForOneMoreWord(eb, scope));
}

function askingForOneMoreWord({ eb, or, and }: ExpressionBuilder<Schema, 'deal'>, { today, declinedSince }: DayScope) {
  return or([
    and([eb('deal.state', '=', 'declined'), eb('deal.closed_on', '>=', declinedSince)]),
    and([eb('deal.revisit_on', '<=', today), eb('deal.state', 'in', ['lost', 'declined', 'withdrawn', 'dormant'])]),
  ]);
}

/** Figures are kept of deals that have a history; those of the others follow from the deal itself. */
function track(rows: readonly unknown[], figureRows: readonly unknown[]): TrackedDeal[] {
  const figures = new Map<number, Figures>();
  for (const row of figureRows) {
    const revived = revive<Figures & { dealId: number }>(row as Record<string, unknown>);
    figures.set(revived.dealId, revived);
  }
  return rows.map((row) => {
    const deal = revive<TrackedDeal & { figures: Figures }>(row as Record<string, unknown>);
    return Object.assign(deal, { figures: figures.get(deal.id) ?? figuresOf(deal, NO_HISTORY) });
  });
}

/** Returns one deal with its figures, or undefined. */
export async function trackedDeal(db: Kysely<Schema>, id: number): Promise<TrackedDeal | undefined> {
  return (await trackedDeals(db, [id]))[0];
}

/** Returns the deals of these numbers with their figures, in the order of their numbers; as many as one statement may name. */
export async function trackedDeals(db: Kysely<Schema>, ids: readonly number[]): Promise<TrackedDeal[]> {
  const deals = () =>
    db
      .selectFrom('deal')
      .select(DEAL_SELECTION as never)
      .where('deal.id', 'in', ids)
      .orderBy('deal.id');
  const figures = () =>
    db
      .selectFrom('figures')
      .select(FIGURE_SELECTION as never)
      .where('figures.deal_id', 'in', ids);
  // A whole book is read in full batches: these two are compiled once.
  if (ids.length === NAMED_AT_ONCE) {
    return track(await runKept(db, 'many deals', deals, ids), await runKept(db, 'many figures', figures, ids));
  }
  const rows = await runOfDeals<unknown>(db, 'all', deals, ids);
  return track(rows, await runOfDeals<unknown>(db, 'figures', figures, ids));
}

/** What a list of deals may be narrowed to. */
export interface DealFilter {
  readonly words?: readonly string[];
  readonly states?: readonly State[];
  /** Null means deals that nobody has. */
  readonly owner?: string | null | undefined;
}

/** Returns deals without their figures, in the order of their numbers; every word must occur in customer or title. */
export async function filteredDeals(db: Kysely<Schema>, filter: DealFilter): Promise<Deal[]> {
  const rows = await narrowed(db.selectFrom('deal').select(DEAL_SELECTION as never), filter)
    .orderBy('deal.id')
    .execute();
  return rows.map((row) => revive<Deal>(row as Record<string, unknown>));
}

/** Engines bind a limited number of values in one statement. */
export const NAMED_AT_ONCE = 500;

/** Returns the deals of these numbers, in the same order. */
export async function dealsWithIds(db: Kysely<Schema>, ids: readonly number[]): Promise<Deal[]> {
  const found = new Map<number, Deal>();
  for (let at = 0; at < ids.length; at += NAMED_AT_ONCE) {
    const some = ids.slice(at, at + NAMED_AT_ONCE);
    const rows = await db
      .selectFrom('deal')
      .select(DEAL_SELECTION as never)
      .where('deal.id', 'in', some)
      .execute();
    for (const row of rows) {
      const deal = revive<Deal>(row as Record<string, unknown>);
      found.set(deal.id, deal);
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Returns the query with the filter laid over it. */
export function narrowed<Row>(
  query: SelectQueryBuilder<Schema, 'deal', Row>,
  { words = [], states, owner }: DealFilter,
): SelectQueryBuilder<Schema, 'deal', Row> {
  let found = query;
  for (const word of words) found = found.where(occurs(word));
  if (states) found = found.where('deal.state', 'in', [...states]);
  if (owner === null) return found.where('deal.owner', 'is', null);
  return owner === undefined ? found : found.where('deal.owner', '=', owner);
}

/** Returns what every deal is called, in the order of their numbers. */
export function dealNames(db: Kysely<Schema>): Promise<NamedDeal[]> {
  return db
    .selectFrom('deal')
    .select(['id', 'external_id as externalId', 'customer', 'title', 'contact'])
    .orderBy('id')
    .execute();
}

/** So many deals of one name are looked at; nobody tells more apart. */
const MOST_ALIKE = 50;

/** Returns the deals that have this value in a column, in the order of their numbers. */
export async function dealsBy(
  db: Kysely<Schema>,
  column: 'uid' | 'external_id' | 'match_key',
  value: string,
): Promise<Deal[]> {
  const build = () =>
    db
      .selectFrom('deal')
      .select(DEAL_SELECTION as never)
      .where(column, '=', value)
      .orderBy('deal.id')
      // As a parameter it makes SQLite plan the query anew every time, which takes ten times as long as the search.
      .limit(sql.lit(MOST_ALIKE));
  const rows = await runKept(db, `deals by ${column}`, build, [value]);
  return rows.map((row) => revive<Deal>(row as Record<string, unknown>));
}

/** Returns how many deals there are in all. */
export async function dealCount(db: Kysely<Schema>): Promise<number> {
  const { count } = await db
    .selectFrom('deal')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Changes fields of a deal; returns whether anything differed. */
export function updateDeal(journal: Journal, deal: Deal, patch: Partial<Deal>): Promise<boolean> {
  return journal.update('deal', deal.id, {
    ...toColumns(patch),
    search_text: searchTextOf({ ...deal, ...patch }),
    match_key: matchKey({ ...deal, ...patch }),
  });
}

/** Returns what a deal is found by. */
export function searchTextOf({
  customer,
  title,
  contact,
}: Pick<Deal, 'customer' | 'title'> & Partial<Pick<Deal, 'contact'>>): string {
  return searchKey([customer, title, contact ?? ''].join(' '));
}

/** `like` reads % and _ as wildcards, and a name may hold them; only with the escape named do both engines agree. */
function occurs(word: string) {
  const pattern = `%${searchKey(word).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`deal.search_text like ${pattern} escape '\\'`;
}
