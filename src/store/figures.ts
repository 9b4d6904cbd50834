import type { Kysely } from 'kysely';
import type { Day } from '../core/day.ts';
import type { History } from '../core/deal.ts';
import { type Figures, figuresOf } from '../core/figures.ts';
import { columnOf, FIGURE_FIELDS, type Row, toColumns } from './columns.ts';
import { historiesOf } from './history.ts';
import type { Schema } from './schema.ts';

/** Engines bind a limited number of values in one statement. */
const AT_ONCE = 500;
/** Figures are wide: fewer are written at once. */
const WRITTEN_AT_ONCE = 50;

/** Brings the kept figures of these deals up to date with their history; where there is none, none are kept. */
export async function refreshFigures(db: Kysely<Schema>, dealIds: readonly number[]): Promise<void> {
  for (let at = 0; at < dealIds.length; at += AT_ONCE) {
    const stale = await staleOnes(db, dealIds.slice(at, at + AT_ONCE));
    const rows = stale.flatMap(({ row }) => (row === null ? [] : [row]));
    for (let from = 0; from < rows.length; from += WRITTEN_AT_ONCE) {
      await writeFigures(db, rows.slice(from, from + WRITTEN_AT_ONCE));
    }
    const blank = stale.filter(({ row }) => row === null).map(({ dealId }) => dealId);
    if (blank.length > 0) await db.deleteFrom('figures').where('deal_id', 'in', blank).execute();
  }
}

/** Returns the deals whose kept figures are not what their history gives. */
export async function staleDeals(db: Kysely<Schema>): Promise<number[]> {
  const stale: number[] = [];
  const ids = await allDeals(db);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    stale.push(...(await staleOnes(db, ids.slice(at, at + AT_ONCE))).map(({ dealId }) => dealId));
  }
  return stale;
}

export async function allDeals(db: Kysely<Schema>): Promise<number[]> {
  const deals = await db.selectFrom('deal').select('id').orderBy('id').execute();
  return deals.map(({ id }) => id);
}

/** Returns the days since this one on which somebody spoke last on a deal; on one of this owner's where one is named. */
export async function spokenOn(db: Kysely<Schema>, since: Day, owner: string | null = null): Promise<Day[]> {
  // A rep's figures among a team's are found through their deals: the rules would look at everybody's, one by one.
  const deals = db.selectFrom('deal').$if(owner !== null, (query) => query.where('deal.owner', '=', owner));
  const days = new Set<Day>();
  for (const column of ['last_contact_on', 'last_signal_on'] as const) {
    const figures =
      owner === null ? db.selectFrom('figures') : deals.innerJoin('figures', 'figures.deal_id', 'deal.id');
    const kept = figures.select(`figures.${column} as day`).distinct().where(`figures.${column}`, '>=', since);
    for (const { day } of await kept.execute()) days.add(day as Day);
  }
  // No figures are kept of deals without a history.
  for (const column of ['earlier_contact_on', 'earlier_signal_on'] as const) {
    const given = deals.select(`${column} as day`).distinct().where(column, '>=', since);
    for (const { day } of await given.execute()) days.add(day as Day);
  }
  return [...days];
}

interface Stale {
  readonly dealId: number;
  /** The right figures; null where none should be kept. */
  readonly row: Row | null;
}

/**
 * Returns the right figures of those deals whose kept ones are not right. A deal on which nothing was recorded has none: they
 * follow from the deal itself, and an import brings many such deals.
 */
async function staleOnes(db: Kysely<Schema>, dealIds: readonly number[]): Promise<Stale[]> {
  const deals = await db
    .selectFrom('deal')
    .select(['id', 'earlier_contact_on as earlierContactOn', 'earlier_signal_on as earlierSignalOn'])
    .where('id', 'in', dealIds)
    .execute();
  if (deals.length === 0) return [];
  const kept = await db.selectFrom('figures').selectAll().where('deal_id', 'in', dealIds).execute();
  const keptOf = new Map(kept.map((row) => [row.deal_id, row as unknown as Row]));
  const histories = await historiesOf(db, dealIds);
  return deals.flatMap(({ id, ...earlier }) => {
    const history = histories.get(id);
    const before = keptOf.get(id) ?? null;
    const row =
      history && !isBlank(history) ? toRow(id, figuresOf(earlier as Parameters<typeof figuresOf>[0], history)) : null;
    return isSame(before, row) ? [] : [{ dealId: id, row }];
  });
}

function isBlank({ contacts, promises, questions, materials }: History): boolean {
  return contacts.length + promises.length + questions.length + materials.length === 0;
}

function isSame(before: Row | null, row: Row | null): boolean {
  if (before === null || row === null) return before === row;
  return Object.entries(row).every(([column, value]) => before[column] === value);
}

async function writeFigures(db: Kysely<Schema>, rows: readonly Row[]): Promise<void> {
  const columns = FIGURE_FIELDS.map(columnOf);
  await db
    .insertInto('figures')
    .values(rows as never)
    .onConflict((conflict) =>
      conflict
        .column('deal_id')
        .doUpdateSet(
          ({ ref }) =>
            Object.fromEntries(columns.map((column) => [column, ref(`excluded.${column}` as never)])) as never,
        ),
    )
    .execute();
}

function toRow(dealId: number, figures: Figures): Row {
  return { deal_id: dealId, ...toColumns(Object.fromEntries(FIGURE_FIELDS.map((field) => [field, figures[field]]))) };
}
