import { type Expression, type Kysely, sql, type Transaction } from 'kysely';
import type { Day } from '../core/day.ts';
import type { ListName } from '../core/lists.ts';
import type { TrackedDeal } from '../core/situation.ts';
import type { Standing } from '../core/standing.ts';
import { type DayScope, dealsOfDay, endedOfDay } from './deals.ts';
import type { Engine } from './engine.ts';
import type { Schema, StandingTable } from './schema.ts';

/** What standings are asked for. */
export interface StandingWish extends DayScope {
  /** Names all that standings rest on beside the deals and the medians: kept under another stamp, they are worthless. */
  readonly stamp: string;
  /** The median amount of the open deals, by currency. */
  readonly medians: ReadonlyMap<string, number>;
  /** A deal's value weighs more from these multiples of the median on. */
  readonly weights: readonly number[];
  readonly standingsOf: (deals: readonly TrackedDeal[]) => Standing[];
}

/** More deals than these changed at once: then all are placed anew, rather than each marked. */
const MOST_MARKED = 1_000;
/** Engines bind a limited number of values in one statement. */
const WRITTEN_AT_ONCE = 60;

/**
 * Returns where the deals of the day stand. What is kept is kept up to date: only the deals that have changed since are placed
 * anew, all of them on another day or another ground.
 */
export async function standingsOn(engine: Engine, asked: StandingWish): Promise<Standing[]> {
  // Who may see their own deals alone keeps them under their own name: what everybody's rest on is not theirs to see.
  const wish = { ...asked, owner: asked.owner ?? (await engine.onlyOwner()) ?? undefined };
  const kept = await reading(engine.db, async (db) => ((await isUpToDate(db, wish)) ? keptStandings(db, wish) : null));
  if (kept) return kept;
  const brought = await engine.promptly(async (db) => {
    await bringUpToDate(db, wish);
    return keptStandings(db, wish);
  });
  // Another program is writing, or this one may not: they are worked out for this once.
  return brought ?? wish.standingsOf(await dealsOfDay(engine.db, wish));
}

/** Marks the standings of these deals as worth nothing any more. Whatever changes a deal ends with this. */
export async function unplace(db: Transaction<Schema>, dealIds: readonly number[]): Promise<void> {
  if (dealIds.length === 0) return;
  if (dealIds.length > MOST_MARKED) return unplaceAll(db);
  await db
    .insertInto('standing')
    .columns(['deal_id', 'owner'])
    .expression((eb) =>
      eb
        .selectFrom([
          // Everybody's among them in any case: whether there are any, a rep of a team does not see.
          eb
            .selectFrom('ground')
            .select('owner')
            .union(db.selectNoFrom(sql<string>`''`.as('owner')))
            .as('kept'),
          'deal',
        ])
        .select(['deal.id', 'kept.owner'])
        .where('deal.id', 'in', [...dealIds]),
    )
    .onConflict((conflict) => conflict.columns(['deal_id', 'owner']).doUpdateSet({ list: null }))
    .execute();
}

/** Marks all standings as worth nothing any more. */
export async function unplaceAll(db: Kysely<Schema>): Promise<void> {
  await db.deleteFrom('ground').execute();
}

function reading<Result>(db: Kysely<Schema>, work: (db: Transaction<Schema>) => Promise<Result>): Promise<Result> {
  return db.transaction().setAccessMode('read only').execute(work);
}

async function isUpToDate(db: Transaction<Schema>, wish: StandingWish): Promise<boolean> {
  const ground = await groundOf(db, wish);
  if (ground?.stamp !== wish.stamp || ground.medians !== textOf(wish.medians)) return false;
  const unplaced = await db
    .selectFrom('standing')
    .select('deal_id')
    .where('owner', '=', ownerOf(wish))
    .where('list', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return unplaced === undefined;
}

async function bringUpToDate(db: Transaction<Schema>, wish: StandingWish): Promise<void> {
  const owner = ownerOf(wish);
  const ground = await groundOf(db, wish);
  if (ground?.stamp === wish.stamp) {
    await unplaceReweighed(db, wish, new Map(JSON.parse(ground.medians) as [string, number][]));
    const unplaced = db.selectFrom('standing').select('deal_id').where('owner', '=', owner).where('list', 'is', null);
    const deals = await dealsOfDay(
      db,
      wish,
      (await unplaced.execute()).map((row) => row.deal_id),
    );
    await db.deleteFrom('standing').where('owner', '=', owner).where('list', 'is', null).execute();
    await insert(db, owner, wish.standingsOf(deals));
  } else {
    await db.deleteFrom('standing').where('owner', '=', owner).execute();
    await insert(db, owner, wish.standingsOf(await dealsOfDay(db, wish)));
  }
  const row = { owner, stamp: wish.stamp, medians: textOf(wish.medians) };
  await db
    .insertInto('ground')
    .values(row)
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(row))
    .execute();
}

/** A median that moves lifts or lowers the deals whose amounts it passes by one of the multiples that weigh. */
async function unplaceReweighed(
  db: Transaction<Schema>,
  { medians, weights, ...scope }: StandingWish,
  before: ReadonlyMap<string, number>,
): Promise<void> {
  for (const currency of new Set([...before.keys(), ...medians.keys()])) {
    const [was, is] = [before.get(currency), medians.get(currency)];
    if (was === is) continue;
    const isFirst = was === undefined || is === undefined;
    for (const weight of isFirst ? [0] : weights) {
      const reweighed = db
        .selectFrom('deal')
        .select('id')
        .where('state', '=', sql.lit('open'))
        .where('amount', 'is not', null)
        .where('currency', currency === '' ? 'is' : '=', currency === '' ? null : currency)
        .$if(!isFirst, (query) =>
          query
            .where('amount', '>=', Math.min(was ?? 0, is ?? 0) * weight)
            .where('amount', '<=', Math.max(was ?? 0, is ?? 0) * weight),
        );
      await unplaceAmong(db, scope, reweighed);
    }
  }
  // Ended deals are few, and in no order of amounts.
  if (textOf(before) !== textOf(medians)) await unplaceAmong(db, scope, endedOfDay(db, scope));
}

async function unplaceAmong(
  db: Transaction<Schema>,
  scope: DayScope,
  deals: Expression<{ id: number }>,
): Promise<void> {
  await db
    .updateTable('standing')
    .set({ list: null })
    .where('owner', '=', ownerOf(scope))
    .where('deal_id', 'in', deals as never)
    .execute();
}

function groundOf(db: Transaction<Schema>, scope: DayScope) {
  return db.selectFrom('ground').selectAll().where('owner', '=', ownerOf(scope)).executeTakeFirst();
}

/** Whose deals they are; nobody's name stands for everybody's. */
function ownerOf({ owner }: DayScope): string {
  return owner ?? '';
}

function textOf(medians: ReadonlyMap<string, number>): string {
  return JSON.stringify([...medians].sort());
}

async function keptStandings(db: Transaction<Schema>, scope: DayScope): Promise<Standing[]> {
  const rows = await db
    .selectFrom('standing')
    .selectAll()
    .where('owner', '=', ownerOf(scope))
    .where('list', 'is not', null)
    .execute();
  return rows.map(toStanding);
}

async function insert(db: Transaction<Schema>, owner: string, standings: readonly Standing[]): Promise<void> {
  for (let at = 0; at < standings.length; at += WRITTEN_AT_ONCE) {
    const rows = standings.slice(at, at + WRITTEN_AT_ONCE).map((standing) => toRow(standing, owner));
    await db.insertInto('standing').values(rows).execute();
  }
}

function toRow({ rank, list, until, joined, pressing, ...standing }: Standing, owner: string): StandingTable {
  return {
    deal_id: rank.id,
    owner,
    list,
    owed: Number(rank.owed),
    score: rank.score,
    milestone_on: rank.milestoneOn,
    last_signal_on: rank.lastSignalOn,
    until_on: until,
    barely_known: Number(standing.isBarelyKnown),
    undated: Number(standing.isUndated),
    joined_on: joined?.on ?? null,
    joined_owed: joined && Number(joined.rank.owed),
    joined_score: joined?.rank.score ?? null,
    joined_milestone_on: joined?.rank.milestoneOn ?? null,
    pressing: pressing.length > 0 ? JSON.stringify(pressing) : null,
  };
}

function toStanding(row: StandingTable): Standing {
  const known = { id: row.deal_id, lastSignalOn: row.last_signal_on as Day | null };
  const rank = (owed: number | null, score: number | null, milestoneOn: string | null) => ({
    ...known,
    owed: owed === 1,
    score: score ?? 0,
    milestoneOn: milestoneOn as Day | null,
  });
  return {
    rank: rank(row.owed, row.score, row.milestone_on),
    list: row.list as ListName,
    until: row.until_on as Day | null,
    isBarelyKnown: row.barely_known === 1,
    isUndated: row.undated === 1,
    joined: row.joined_on === null ? null : joinedOf(row),
    pressing: row.pressing === null ? NEVER : JSON.parse(row.pressing),
  };
  function joinedOf({ joined_on, joined_owed, joined_score, joined_milestone_on }: StandingTable) {
    return { on: joined_on as Day, rank: rank(joined_owed, joined_score, joined_milestone_on) };
  }
}

const NEVER: Standing['pressing'] = [];
