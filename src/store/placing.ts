import { type Expression, sql, type Transaction } from 'kysely';
import type { Day } from '../core/day.ts';
import type { TrackedDeal } from '../core/situation.ts';
import type { Joined, Standing } from '../core/standing.ts';
import { insertRows } from './bulk.ts';
import { type DayScope, endedOfDay, inScope, NAMED_AT_ONCE, trackedDeals } from './deals.ts';
import { keepMedians, mediansToText, textToMedians } from './medians.ts';
import type { Schema } from './schema.ts';
import { toJoined, toRow } from './standingrow.ts';
import { UNPLACED } from './unplace.ts';

/** Whose standings are kept, for which day, and what they rest on beside the deals themselves. */
export interface Placing extends DayScope {
  /** Whose name they are kept under; nobody's stands for everybody's. */
  readonly owner: string | undefined;
  /** Names all that they rest on beside the book and the day: kept under another stamp, they are worthless. */
  readonly stamp: string;
  /** The median amount of the open deals, by currency. */
  readonly medians: ReadonlyMap<string, number>;
  /** A deal's value weighs more from these multiples of the median on. */
  readonly weights: readonly number[];
  /** From this day on joining the list to contact counts. */
  readonly joinsFrom: Day;
  /** The day on which a deal joined that has been to contact ever since then; null where that was a day of no business. */
  readonly joinedOn: Day | null;
  /** Where these deals stand; of those that have only turned it is known when they joined the list to contact. */
  readonly standingsOf: (deals: readonly TrackedDeal[], joined?: ReadonlyMap<number, Joined>) => Standing[];
}

/**
 * Brings the kept standings up to date: only the deals that have changed, and those that have turned by the passing of time, are
 * placed anew; all of them on an earlier day or under another stamp. Returns whether anything may be otherwise than it was.
 */
export async function bringUpToDate(db: Transaction<Schema>, placing: Placing): Promise<boolean> {
  const owner = ownerOf(placing);
  const { stamp, today, joinsFrom, medians } = placing;
  const kept = await db.selectFrom('ground').selectAll().where('owner', '=', owner).executeTakeFirst();
  let hasChanged = true;
  if (kept?.stamp === stamp && kept.placed_on <= today) {
    const joinsAnew = kept.basis !== joinsFrom;
    if (kept.placed_on < today) await unplaceTurned(db, placing, joinsAnew ? UNPLACED : TURNED);
    if (joinsAnew) await joinAnew(db, placing, kept.placed_on as Day);
    await unplaceReweighed(db, placing, textToMedians(kept.medians));
    hasChanged = (await placeUnplaced(db, placing)) || kept.placed_on < today;
  } else {
    await db.deleteFrom('standing').where('owner', '=', owner).execute();
    await place(db, placing, await numbersOf(inScope(db.selectFrom('deal').select('deal.id'), placing)));
  }
  const row = { owner, stamp, placed_on: today, basis: joinsFrom, medians: mediansToText(medians) };
  await db
    .insertInto('ground')
    .values(row)
    .onConflict((conflict) => conflict.column('owner').doUpdateSet(row))
    .execute();
  await keepMedians(db, owner, medians);
  return hasChanged;
}

/** Returns the name under which standings are kept. */
export function ownerOf({ owner }: Pick<DayScope, 'owner'>): string {
  return owner ?? '';
}

/** What a standing is whose day has come: when the deal joined the list to contact is as it was. */
const TURNED = { list: null } as const;

/** A deal's own days have come; and ended deals come into the day without having been in it. */
async function unplaceTurned(
  db: Transaction<Schema>,
  placing: Placing,
  mark: typeof TURNED | typeof UNPLACED,
): Promise<void> {
  const owner = ownerOf(placing);
  await db
    .updateTable('standing')
    .set(mark)
    .where('owner', '=', owner)
    .where('list', 'is not', null)
    .where('turns_on', '<=', placing.today)
    .execute();
  const ended = endedOfDay(db, placing).select(sql<string>`${owner}`.as('owner'));
  await db
    .insertInto('standing')
    .columns(['deal_id', 'owner'])
    .expression(placing.owner === undefined ? ended : ended.where('deal.owner', '=', placing.owner))
    .onConflict((conflict) => conflict.columns(['deal_id', 'owner']).doUpdateSet(mark))
    .execute();
}

/**
 * Joining counts from another day on. Who stood on the list before that day, and has not turned since, joined on it as they stand;
 * where it lies before the day on which they were placed, nobody knows how they stood.
 */
async function joinAnew(db: Transaction<Schema>, placing: Placing, placedOn: Day): Promise<void> {
  const { joinsFrom, joinedOn } = placing;
  await db
    .updateTable('standing')
    .$call((update) =>
      joinedOn !== null && placedOn <= joinsFrom
        ? update.set(({ ref }) => ({
            joined_on: joinedOn,
            joined_rank: ref('rank'),
          }))
        : update.set(UNPLACED),
    )
    .where('owner', '=', ownerOf(placing))
    .where('list', '=', 'contact')
    .where('barely_known', '=', 0)
    .execute();
}

/** A median that moves lifts or lowers the deals whose amounts it passes by one of the multiples that weigh. */
async function unplaceReweighed(
  db: Transaction<Schema>,
  placing: Placing,
  before: ReadonlyMap<string, number>,
): Promise<void> {
  const { medians, weights } = placing;
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
      await unplaceAmong(db, placing, reweighed);
    }
  }
  // Ended deals are few, and in no order of amounts.
  if (mediansToText(before) !== mediansToText(medians)) await unplaceAmong(db, placing, endedOfDay(db, placing));
}

async function unplaceAmong(
  db: Transaction<Schema>,
  scope: DayScope,
  deals: Expression<{ id: number }>,
): Promise<void> {
  await db
    .updateTable('standing')
    .set(UNPLACED)
    .where('owner', '=', ownerOf(scope))
    .where('deal_id', 'in', deals as never)
    .execute();
}

/** Returns whether there were any. */
async function placeUnplaced(db: Transaction<Schema>, placing: Placing): Promise<boolean> {
  const marked = db.selectFrom('standing').where('owner', '=', ownerOf(placing)).where('list', 'is', null);
  const rows = await marked.select(['deal_id', 'joined_on', 'joined_rank']).execute();
  if (rows.length === 0) return false;
  const joined = new Map(
    rows.map((row): [number, Joined] => [row.deal_id, toJoined(row)]).filter(([, it]) => it !== null),
  );
  const ids = await numbersOf(
    inScope(db.selectFrom('deal').select('deal.id').where('deal.id', 'in', marked.select('deal_id')), placing),
  );
  await db.deleteFrom('standing').where('owner', '=', ownerOf(placing)).where('list', 'is', null).execute();
  await place(db, placing, ids, joined);
  return true;
}

async function numbersOf(deals: { readonly execute: () => Promise<{ readonly id: number }[]> }): Promise<number[]> {
  return (await deals.execute()).map(({ id }) => id).sort((a, b) => a - b);
}

/** A few at a time: a large book is not held in memory. */
async function place(
  db: Transaction<Schema>,
  placing: Placing,
  ids: readonly number[],
  joined?: ReadonlyMap<number, Joined>,
): Promise<void> {
  for (let at = 0; at < ids.length; at += NAMED_AT_ONCE) {
    const deals = await trackedDeals(db, ids.slice(at, at + NAMED_AT_ONCE));
    const rows = placing.standingsOf(deals, joined).map((standing) => toRow(standing, ownerOf(placing)));
    await insertRows(
      db,
      'standing',
      Object.keys(rows[0] ?? {}),
      rows.map((row) => Object.values(row)),
    );
  }
}
