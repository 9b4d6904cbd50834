import { type Kysely, sql } from 'kysely';
import {
  type ContactList,
  firstCount,
  isRanked,
  type Listed,
  type ListedWish,
  listsBarelyKnown,
  QUIET_LISTS,
  type QuietDeals,
  type QuietList,
} from '../core/listed.ts';
import type { ListName } from '../core/lists.ts';
import { isPressing } from '../core/pressing.ts';
import type { Standing } from '../core/standing.ts';
import type { Schema } from './schema.ts';
import { toStanding } from './standingrow.ts';

/**
 * Returns the lists of the day from the standings kept under this name: the same as `listed` gives from all standings, of which a
 * large book has too many to read.
 */
export async function dayLists(db: Kysely<Schema>, owner: string, wish: ListedWish): Promise<Listed> {
  const isWhole = listsBarelyKnown(wish);
  const counts = await countsOf(db, owner);
  const shown = isWhole ? counts : counts.filter(({ barely_known }) => barely_known === 0);
  const quiet: Partial<Record<QuietList, QuietDeals>> = {};
  for (const name of QUIET_LISTS) {
    const counted = shown.filter(({ list }) => list === name);
    quiet[name] = {
      first: counted.length === 0 ? [] : await firstQuiet(db, owner, name, wish),
      count: sum(counted),
      undated: sum(counted.filter(({ undated }) => undated === 1)),
    };
  }
  const known = counts.filter(({ list, barely_known }) => list === 'contact' && barely_known === 0);
  const barelyKnown = on(db, owner, 'contact').where('barely_known', '=', 1).orderBy('rank');
  return {
    contact: {
      count: sum(known),
      cannotWait: sum(known.filter(({ cannot_wait }) => cannot_wait === 1)),
      joined: await firstJoined(db, owner, wish),
      pressing: await firstPressing(db, owner, wish),
      barelyKnown: isWhole ? (await barelyKnown.execute()).map(toStanding) : [],
    },
    quiet: quiet as Listed['quiet'],
    barelyKnown: sum(counts) - sum(shown),
  };
}

/** Found in an index alone. */
function countsOf(db: Kysely<Schema>, owner: string) {
  const columns = ['list', 'barely_known', 'undated', 'cannot_wait'] as const;
  return db
    .selectFrom('standing')
    .where('owner', '=', owner)
    .where('list', 'is not', null)
    .select([...columns, ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(columns)
    .execute();
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((total, { count }) => total + Number(count), 0);
}

function on(db: Kysely<Schema>, owner: string, list: ListName) {
  return db.selectFrom('standing').selectAll().where('owner', '=', owner).where('list', '=', list);
}

async function firstQuiet(db: Kysely<Schema>, owner: string, name: QuietList, wish: ListedWish): Promise<Standing[]> {
  const most = firstCount(wish);
  const rows = await on(db, owner, name)
    .$if(!listsBarelyKnown(wish), (query) => query.where('barely_known', '=', 0))
    .$if(!isRanked(name), (query) => query.orderBy('until_on', (order) => order.asc().nullsLast()))
    .orderBy('rank')
    .$if(most < Infinity, (query) => query.limit(sql.lit(most)))
    .execute();
  return rows.map(toStanding);
}

async function firstJoined(db: Kysely<Schema>, owner: string, { planned }: ListedWish): Promise<Standing[]> {
  const rows = await on(db, owner, 'contact')
    .where('barely_known', '=', 0)
    .orderBy('joined_on')
    .orderBy('joined_rank')
    .$if(planned.most < Infinity, (query) => query.limit(sql.lit(planned.most)))
    .execute();
  return rows.map(toStanding);
}

/** So many are read at first; where few of them cannot wait on the days that are planned, more. */
const READ_AT_FIRST = 200;

/** In the order of an index, until there are enough for every day. */
async function firstPressing(
  db: Kysely<Schema>,
  owner: string,
  { planned: { most, days } }: ListedWish,
): Promise<ContactList['pressing']> {
  const kept = db
    .selectFrom('standing')
    .selectAll()
    .where('owner', '=', owner)
    .where('pressing', 'is not', null)
    .where('list', '=', 'contact')
    .orderBy('joined_rank');
  if (most === Infinity) return (await kept.execute()).map(toStanding);
  const found = new Set<Standing>();
  const left = new Map(days.map((day) => [day, most]));
  let after = '';
  for (let atOnce = READ_AT_FIRST; left.size > 0; atOnce *= 4) {
    const rows = await kept.where('joined_rank', '>', after).limit(sql.lit(atOnce)).execute();
    for (const standing of rows.map(toStanding)) {
      for (const [day, count] of left) {
        if (!isPressing(standing.pressing, day)) continue;
        found.add(standing);
        if (count > 1) left.set(day, count - 1);
        else left.delete(day);
      }
    }
    if (rows.length < atOnce) break;
    after = rows.at(-1)?.joined_rank ?? '';
  }
  return [...found];
}
