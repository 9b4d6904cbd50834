import { type Expression, type Kysely, sql, type Transaction } from 'kysely';
import type { Day } from '../core/day.ts';
import type { TrackedDeal } from '../core/situation.ts';
import type { Standing } from '../core/standing.ts';
import type { ToldByDeal } from '../core/told.ts';
import { type DayScope, dealsOfDay, endedOfDay } from './deals.ts';
import type { Engine } from './engine.ts';
import { spokenOn } from './figures.ts';
import { countedMedians, keepMedians, mediansToText, textToMedians } from './medians.ts';
import { dealsWithPeopleOf, type WithPerson } from './samepeople.ts';
import type { Schema } from './schema.ts';
import { toRow, toStanding } from './standingrow.ts';
import { recordedOn } from './steps.ts';
import { toldOf } from './told.ts';
import { deletePagesOf, unplaced } from './unplace.ts';

/** What standings rest on as a whole, read from the book when something has changed. */
export interface Footing<Page> {
  /** The median amount of the open deals, by currency. */
  readonly medians: ReadonlyMap<string, number>;
  /** Names what else of the book they rest on beside the deal itself. */
  readonly basis: string;
  /** A deal's value weighs more from these multiples of the median on. */
  readonly weights: readonly number[];
  readonly standingsOf: (deals: readonly TrackedDeal[]) => Standing[];
  readonly pageOf: (standings: readonly Standing[]) => Promise<Page>;
}

/** One look at the book: what a footing is read with, and the deals of a page. */
export interface Surveyed {
  openMedians(owner?: string): Promise<Map<string, number>>;
  recordedOn(since: Day): Promise<Day[]>;
  spokenOn(since: Day): Promise<Day[]>;
  dealsNumbered(scope: DayScope, dealIds: readonly number[]): Promise<TrackedDeal[]>;
  dealsWithPeopleOf(scope: DayScope, deals: readonly WithPerson[]): Promise<WithPerson[]>;
  told(dealIds: readonly number[]): Promise<ToldByDeal>;
}

/** A page that is made of where the deals stand. It goes through JSON and comes back the same. */
export interface PageWish<Page> extends DayScope {
  /** Names all that standings rest on beside the book: kept under another stamp, they are worthless. */
  readonly stamp: string;
  /** What kind of page it is, in a few words; of each kind one is kept for everybody whose deals are looked at. */
  readonly kind: string;
  /** Names all that the page rests on beside the standings. */
  readonly pageKey: string;
  readonly footing: (book: Surveyed) => Promise<Footing<Page>>;
}

/** A page, and the medians that its deals were weighed with. */
export interface KeptPage<Page> {
  readonly page: Page;
  readonly medians: ReadonlyMap<string, number>;
}

/** Engines bind a limited number of values in one statement. */
const WRITTEN_AT_ONCE = 60;

/**
 * Returns what is made of where the deals of the day stand. Both are kept, and kept up to date: only the deals that have changed
 * since are placed anew, all of them on another day or another ground.
 */
export async function pageOn<Page>(engine: Engine, asked: PageWish<Page>): Promise<KeptPage<Page>> {
  // Who may see their own deals alone keeps them under their own name: what everybody's rest on is not theirs to see.
  const onlyOwner = await engine.onlyOwner();
  const wish = { ...asked, owner: asked.owner ?? onlyOwner ?? undefined };
  // A page goes by what was in sight when it was made: one rep's deals, or everybody's.
  const owner = onlyOwner ?? '';
  const key = `${ownerOf(wish)} ${wish.kind}`;
  const restsOn = `${wish.stamp} ${wish.pageKey}`;
  const kept = await engine.db
    .selectFrom('page')
    .select(['medians', 'body'])
    .where('owner', '=', owner)
    .where('key', '=', key)
    // A change that was made while the page was does not know of it.
    .where(({ not, exists }) => not(exists(unplaced(engine.db, ownerOf(wish)))))
    .executeTakeFirst();
  const found = kept && (JSON.parse(kept.body) as Body<Page>);
  if (kept && found?.restsOn === restsOn) return { page: found.page, medians: textToMedians(kept.medians) };
  // Of a team's steps a rep's own are found by index; those of everybody would each be held against the rules.
  const login = onlyOwner === null ? null : await engine.login();
  const made = await engine.promptly(async (db) => {
    const footing = await wish.footing(surveyed(db, { login, owner: onlyOwner }));
    // The marks that are gone now kept the pages of these deals from being believed; and those of another day are asked for no more.
    if (await bringUpToDate(db, wish, footing)) await deletePagesOf(db, ownerOf(wish), { isAll: onlyOwner !== null });
    const page = await footing.pageOf(await keptStandings(db, wish));
    const body: Body<Page> = { restsOn, page };
    const row = { owner, key, medians: mediansToText(footing.medians), body: JSON.stringify(body) };
    await db
      .insertInto('page')
      .values(row)
      .onConflict((conflict) => conflict.columns(['owner', 'key']).doUpdateSet(row))
      .execute();
    return { page, medians: footing.medians };
  });
  if (made) return made;
  // Another program is writing, or this one may not: it is worked out for this once.
  const { medians, pageOf, standingsOf } = await wish.footing(surveyed(engine.db, { login, owner: onlyOwner }));
  return { page: await pageOf(standingsOf(await dealsOfDay(engine.db, wish))), medians };
}

/** What is kept of a page: it is worth something to whoever's wish rests on the same. Too long for a key, which an index holds. */
interface Body<Page> {
  readonly restsOn: string;
  readonly page: Page;
}

/** The login and the name of whoever sees their own deals alone; null for those who see all. */
interface Sight {
  readonly login: string | null;
  readonly owner: string | null;
}

function surveyed(db: Kysely<Schema>, { login, owner: onlyOwner }: Sight): Surveyed {
  return {
    // Counted whenever a page is made: others may have moved them while the last one was.
    openMedians: (owner) => countedMedians(db, owner),
    recordedOn: (since) => recordedOn(db, since, login),
    spokenOn: (since) => spokenOn(db, since, onlyOwner),
    dealsNumbered: (scope, dealIds) => dealsOfDay(db, scope, dealIds),
    dealsWithPeopleOf: (scope, deals) => dealsWithPeopleOf(db, scope, deals),
    told: (dealIds) => toldOf(db, dealIds),
  };
}

/** Returns whether any deal was placed anew. */
async function bringUpToDate(
  db: Transaction<Schema>,
  wish: PageWish<unknown>,
  footing: Footing<unknown>,
): Promise<boolean> {
  const owner = ownerOf(wish);
  const ground = await groundOf(db, wish);
  const { basis, medians, standingsOf } = footing;
  const isKept = ground?.stamp === wish.stamp && ground.basis === basis;
  let hasChanged = true;
  if (isKept) {
    await unplaceReweighed(db, wish, footing, textToMedians(ground.medians));
    const changed = await dealsOfDay(db, wish, unplaced(db, owner));
    const marks = await db
      .deleteFrom('standing')
      .where('owner', '=', owner)
      .where('list', 'is', null)
      .executeTakeFirst();
    await insert(db, owner, standingsOf(changed));
    hasChanged = marks.numDeletedRows > 0;
  } else {
    await db.deleteFrom('standing').where('owner', '=', owner).execute();
    await insert(db, owner, standingsOf(await dealsOfDay(db, wish)));
  }
  const row = { owner, stamp: wish.stamp, basis, medians: mediansToText(medians) };
  await db
    .insertInto('ground')
    .values(row)
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(row))
    .execute();
  await keepMedians(db, owner, medians);
  return hasChanged;
}

/** A median that moves lifts or lowers the deals whose amounts it passes by one of the multiples that weigh. */
async function unplaceReweighed(
  db: Transaction<Schema>,
  scope: DayScope,
  { medians, weights }: Footing<unknown>,
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
  if (mediansToText(before) !== mediansToText(medians)) await unplaceAmong(db, scope, endedOfDay(db, scope));
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

function groundOf(db: Kysely<Schema>, scope: DayScope) {
  return db.selectFrom('ground').selectAll().where('owner', '=', ownerOf(scope)).executeTakeFirst();
}

/** Whose deals they are; nobody's name stands for everybody's. */
function ownerOf({ owner }: DayScope): string {
  return owner ?? '';
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
