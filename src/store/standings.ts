import type { Kysely } from 'kysely';
import type { Day } from '../core/day.ts';
import { type Listed, type ListedWish, listed } from '../core/listed.ts';
import type { TrackedDeal } from '../core/situation.ts';
import type { ToldByDeal } from '../core/told.ts';
import { dayLists } from './daylists.ts';
import { type DayScope, dealsOfDay } from './deals.ts';
import type { Engine } from './engine.ts';
import { spokenOn } from './figures.ts';
import { countedMedians, mediansToText, textToMedians } from './medians.ts';
import { bringUpToDate, ownerOf, type Placing } from './placing.ts';
import { dealsWithPeopleOf, type WithPerson } from './samepeople.ts';
import type { Schema } from './schema.ts';
import { recordedOn } from './steps.ts';
import { toldOf } from './told.ts';
import { deletePagesOf, unplaced } from './unplace.ts';

/** What standings rest on as a whole, read from the book when something has changed. */
export interface Footing<Page> extends Omit<Placing, keyof DayScope | 'stamp'> {
  readonly pageOf: (lists: Listed) => Promise<Page>;
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
export interface PageWish<Page> extends DayScope, Pick<Placing, 'stamp'> {
  /** What kind of page it is, in a few words; of each kind one is kept for everybody whose deals are looked at. */
  readonly kind: string;
  /** How much of the lists it shows. */
  readonly shown: ListedWish;
  /** Names all that the page rests on beside the standings. */
  readonly pageKey: string;
  readonly footing: (book: Surveyed) => Promise<Footing<Page>>;
}

/** A page, and the medians that its deals were weighed with. */
export interface KeptPage<Page> {
  readonly page: Page;
  readonly medians: ReadonlyMap<string, number>;
}

/** Returns what is made of where the deals of the day stand. Both are kept, and the standings are kept up to date. */
export async function pageOn<Page>(engine: Engine, asked: PageWish<Page>): Promise<KeptPage<Page>> {
  // Who may see their own deals alone keeps them under their own name: what everybody's rest on is not theirs to see.
  const onlyOwner = await engine.onlyOwner();
  const wish = { ...asked, owner: asked.owner ?? onlyOwner ?? undefined };
  // A page goes by what was in sight when it was made: one rep's deals, or everybody's.
  const owner = onlyOwner ?? '';
  const key = `${ownerOf(wish)} ${wish.kind}`;
  const restsOn = `${wish.today} ${wish.stamp} ${wish.pageKey}`;
  const kept = await engine.db
    .selectFrom('page')
    .select(['medians', 'body'])
    .where('owner', '=', owner)
    .where('key', '=', key)
    // A change that was made while the page was does not know of it.
    .where(({ not, exists }) => not(exists(unplaced(engine.db, ownerOf(wish)))))
    .executeTakeFirst();
  const found = kept && pageIn<Page>(kept, restsOn);
  if (found) return found;
  // Of a team's steps a rep's own are found by index; those of everybody would each be held against the rules.
  const login = onlyOwner === null ? null : await engine.login();
  const made = await engine.promptly(async (db) => {
    const footing = await wish.footing(surveyed(db, { login, owner: onlyOwner }));
    // The marks that are gone now kept the pages of these deals from being believed; and those of another day are asked for no more.
    if (await bringUpToDate(db, { ...wish, ...footing }))
      await deletePagesOf(db, ownerOf(wish), { isAll: onlyOwner !== null });
    const page = await footing.pageOf(await dayLists(db, ownerOf(wish), wish.shown));
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
  return { page: await pageOf(listed(standingsOf(await dealsOfDay(engine.db, wish)), wish.shown)), medians };
}

/** What is kept of a page: it is worth something to whoever's wish rests on the same. Too long for a key, which an index holds. */
interface Body<Page> {
  readonly restsOn: string;
  readonly page: Page;
}

/** Returns what was kept, where it rests on the same. What cannot be read is made anew. */
function pageIn<Page>(kept: { readonly medians: string; readonly body: string }, restsOn: string) {
  try {
    const body = JSON.parse(kept.body) as Body<Page>;
    return body.restsOn === restsOn ? { page: body.page, medians: textToMedians(kept.medians) } : undefined;
  } catch {
    return undefined;
  }
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
