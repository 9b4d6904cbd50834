import type { Kysely } from 'kysely';
import type { Day } from '../core/day.ts';
import { type Figures, figuresOf } from '../core/figures.ts';
import { columnOf, FIGURE_FIELDS, type Row, toColumns } from './columns.ts';
import { historiesOf } from './history.ts';
import { runKept } from './keptquery.ts';
import type { Schema } from './schema.ts';

/** Engines bind a limited number of values in one statement. */
const AT_ONCE = 500;
/** Figures are wide: fewer are written at once. */
const WRITTEN_AT_ONCE = 50;

/** Brings the kept figures of these deals up to date with their history. */
export async function refreshFigures(db: Kysely<Schema>, dealIds: readonly number[]): Promise<void> {
  for (let at = 0; at < dealIds.length; at += AT_ONCE) {
    const stale = await staleOnes(db, dealIds.slice(at, at + AT_ONCE));
    for (let from = 0; from < stale.length; from += WRITTEN_AT_ONCE) {
      await writeFigures(db, stale.slice(from, from + WRITTEN_AT_ONCE));
    }
  }
}

/** Returns the deals whose kept figures are missing or differ from what their history gives. */
export async function staleDeals(db: Kysely<Schema>): Promise<number[]> {
  const stale: number[] = [];
  const ids = await allDeals(db);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    stale.push(...(await staleOnes(db, ids.slice(at, at + AT_ONCE))).map((row) => Number(row.deal_id)));
  }
  return stale;
}

export async function allDeals(db: Kysely<Schema>): Promise<number[]> {
  const deals = await db.selectFrom('deal').select('id').orderBy('id').execute();
  return deals.map(({ id }) => id);
}

/** Returns the days since this one on which somebody spoke last on a deal. */
export async function spokenOn(db: Kysely<Schema>, since: Day): Promise<Day[]> {
  const days = new Set<Day>();
  for (const column of ['last_contact_on', 'last_signal_on'] as const) {
    const rows = await db
      .selectFrom('figures')
      .select(`${column} as day`)
      .distinct()
      .where(column, '>=', since)
      .execute();
    for (const { day } of rows) days.add(day as Day);
  }
  return [...days];
}

/** Keeps the first figures of a new deal. */
export async function insertFigures(db: Kysely<Schema>, dealId: number, figures: Figures): Promise<void> {
  const row = toRow(dealId, figures);
  await runKept(db, 'insert figures', () => db.insertInto('figures').values(row as never), Object.values(row));
}

/** Returns the right figures of those deals whose kept ones are not right. */
async function staleOnes(db: Kysely<Schema>, dealIds: readonly number[]): Promise<Row[]> {
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
    if (!history) return [];
    const row = toRow(id, figuresOf(earlier as Parameters<typeof figuresOf>[0], history));
    const before = keptOf.get(id);
    return before && Object.entries(row).every(([column, value]) => before[column] === value) ? [] : [row];
  });
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
