import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { State } from '../core/deal.ts';
import type { Candidate, Sought, SoughtWord } from '../core/pick.ts';
import type { Schema } from './schema.ts';

/** Which deals one is picked among, and how many are wanted at most. */
export interface PickScope {
  readonly states: readonly State[];
  readonly limit: number;
}

const KNOWN_BY = [
  'deal.id',
  'deal.external_id as externalId',
  'deal.customer',
  'deal.title',
  'deal.contact',
  'deal.state',
] as const;

/**
 * Returns deals whose names may hold every word, those that begin so before others. It runs at every key, so it reads the
 * index of names, not the deals.
 */
export async function soughtDeals(db: Kysely<Schema>, sought: Sought, scope: PickScope): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const query of [byStart, byInside, byNumber]) {
    if (found.length >= scope.limit) break;
    found.push(...((await query(named(db, scope), sought)?.execute()) ?? []));
  }
  return found;
}

/** Returns the deals of which something was heard or said last; of ended ones those that ended last. */
export async function latestDeals(db: Kysely<Schema>, { states, limit }: PickScope): Promise<Candidate[]> {
  // Numbers first: to put whole rows in order takes six times as long.
  const inOrder = await db
    .selectFrom('deal')
    .leftJoin('figures', 'figures.deal_id', 'deal.id')
    .select('deal.id')
    .where('deal.state', 'in', [...states])
    .orderBy(sql`deal.closed_on is not null`)
    .orderBy(sql`coalesce(deal.closed_on, '')`, 'desc')
    .orderBy(LAST_WORD, 'desc')
    .orderBy('deal.id', 'desc')
    .limit(limit)
    .execute();
  const ids = inOrder.map(({ id }) => id);
  if (ids.length === 0) return [];
  const deals = (await db.selectFrom('deal').select(KNOWN_BY).where('deal.id', 'in', ids).execute()) as Candidate[];
  return deals.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** No figures are kept of deals without a history. */
const LAST_CONTACT = sql`coalesce(figures.last_contact_on, deal.earlier_contact_on, '')`;
const LAST_SIGNAL = sql`coalesce(figures.last_signal_on, deal.earlier_signal_on, '')`;
const LAST_WORD = sql`case when ${LAST_CONTACT} > ${LAST_SIGNAL} then ${LAST_CONTACT} else ${LAST_SIGNAL} end`;

type Query = SelectQueryBuilder<Schema & { name: Schema['deal'] }, 'deal' | 'name', Candidate>;

/** The names come first: in a cross join SQLite keeps that order, walks their index and looks up only what fits. */
function named(db: Kysely<Schema>, { states, limit }: PickScope): Query {
  return db
    .selectFrom('deal as name')
    .crossJoin('deal')
    .whereRef('deal.id', '=', 'name.id')
    .select(KNOWN_BY)
    .where('deal.state', 'in', [...states])
    .limit(limit) as unknown as Query;
}

function byStart(query: Query, [first, ...others]: Sought): Query {
  return query
    .where(({ eb, or, and }) =>
      or(
        (first?.spellings ?? []).map((it) =>
          and([eb('name.search_text', '>=', it), eb('name.search_text', '<', `${it}\u{10ffff}`)]),
        ),
      ),
    )
    .where(({ and }) => and(others.map(holds)));
}

function byInside(query: Query, sought: Sought): Query {
  return query.where(({ and }) => and(sought.map(holds)));
}

/** A single word may be the beginning of a number or of an external id. */
function byNumber(query: Query, sought: Sought): Query | null {
  const [word = ''] = sought.length === 1 ? (sought[0]?.spellings ?? []) : [];
  if (!/^[!-~]+$/.test(word)) return null;
  const number = word.replace(/^#/, '');
  return query.where(({ or }) =>
    or([
      sql<boolean>`lower(name.external_id) like ${startingWith(word)} escape '\\'`,
      ...(/^\d{1,15}$/.test(number) ? [sql<boolean>`cast(name.id as text) like ${startingWith(number)}`] : []),
    ]),
  );
}

function holds({ inside }: SoughtWord) {
  const patterns = inside.map((it) => sql<boolean>`name.search_text like ${`%${startingWith(it)}`} escape '\\'`);
  return sql<boolean>`(${sql.join(patterns, sql` or `)})`;
}

/** `like` reads % and _ as wildcards, and a name may hold them. */
function startingWith(text: string): string {
  return `${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
