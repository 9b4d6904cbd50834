import type { Kysely } from 'kysely';
import { Failure } from '../core/failure.ts';
import type { Row } from './columns.ts';
import { NumberSet } from './numberset.ts';
import { BOOK_TABLES, type BookTable, type Schema } from './schema.ts';
import type { Rows } from './tally.ts';

/** What is taken of a book: all of it, or what belongs to one rep's deals. */
export interface Excerpt {
  readonly rows: Rows;
  /** How many steps of the journal stay behind. */
  readonly stepsLeftOut: number;
}

/** So many rows are in memory at a time, however many the book holds. */
const PAGE = 1_000;

/** Returns the whole book. */
export function wholeBook(db: Kysely<Schema>): Excerpt {
  return { rows: rowsOf(db, null), stepsLeftOut: 0 };
}

/**
 * Returns the deals of one owner with all that was recorded on them, and the steps of the journal that can be taken back without
 * the others' deals. Wishes for silence come along whole: they hold for whoever asks. Fails with `no_deals_of` where there are none.
 */
export async function dealsOfOwner(db: Kysely<Schema>, owner: string): Promise<Excerpt> {
  const first = await numbersOf(db, owner).limit(1).executeTakeFirst();
  if (!first) throw new Failure('no_deals_of', { owner });
  const { kept, stepsLeftOut } = await stepsOnlyOn(db, owner);
  return { rows: ofSteps(rowsOf(db, owner), kept), stepsLeftOut };
}

function numbersOf(db: Kysely<Schema>, owner: string) {
  return db.selectFrom('deal').select('id').where('owner', '=', owner);
}

async function* rowsOf(db: Kysely<Schema>, owner: string | null): Rows {
  for (const table of BOOK_TABLES) {
    for (let after = 0; ; ) {
      const rows = await page(db, table, after, owner);
      if (rows.length > 0) yield { table, rows };
      if (rows.length < PAGE) break;
      after = Number(rows.at(-1)?.id);
    }
  }
}

async function page(db: Kysely<Schema>, table: BookTable, after: number, owner: string | null): Promise<Row[]> {
  const isShared = table === 'step' || table === 'silence';
  const rows = await db
    .selectFrom(table)
    .selectAll()
    .where('id', '>', after as never)
    .$if(owner !== null && !isShared, (query) =>
      query.where((table === 'deal' ? 'id' : 'deal_id') as 'id', 'in', numbersOf(db, owner ?? '') as never),
    )
    .orderBy('id')
    .limit(PAGE)
    .execute();
  return rows as unknown as Row[];
}

async function* ofSteps(pages: Rows, kept: NumberSet): Rows {
  for await (const { table, rows } of pages) {
    const column = { step: 'id', change: 'step_id' }[table as string];
    yield { table, rows: column === undefined ? rows : rows.filter((row) => kept.has(Number(row[column]))) };
  }
}

/**
 * Returns the steps in force that touched this owner's deals only. A step stays behind as well where a later one that does touched
 * the same deal: taken back, it would undo what nobody there knows of.
 */
async function stepsOnlyOn(db: Kysely<Schema>, owner: string) {
  const kept = new NumberSet();
  const restedOn = new NumberSet();
  let stepsLeftOut = 0;
  for await (const { id, isInForce, isShared, deals } of stepsBackwards(db, owner)) {
    if (deals.length === 0) continue;
    if (isInForce && !isShared && !deals.some((deal) => restedOn.has(deal))) {
      kept.add(id);
      continue;
    }
    stepsLeftOut += 1;
    for (const deal of deals) restedOn.add(deal);
  }
  return { kept, stepsLeftOut };
}

/** Gives the steps, the newest first, each with the deals of this owner that it touched, and whether it touched others' too. */
async function* stepsBackwards(db: Kysely<Schema>, owner: string) {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const steps = await db
      .selectFrom('step')
      .select(['id', 'undone_at'])
      .where('id', '<', before)
      .orderBy('id', 'desc')
      .limit(PAGE)
      .execute();
    const [newest, oldest] = [steps[0]?.id, steps.at(-1)?.id];
    if (newest === undefined || oldest === undefined) return;
    const changes = db.selectFrom('change').where('step_id', '>=', oldest).where('step_id', '<=', newest).distinct();
    const own = await changes.select(['step_id', 'deal_id']).where('deal_id', 'in', numbersOf(db, owner)).execute();
    const others = await changes.select('step_id').where('deal_id', 'not in', numbersOf(db, owner)).execute();
    const dealsOf = new Map<number, number[]>();
    for (const { step_id, deal_id } of own) {
      const deals = dealsOf.get(step_id);
      if (deals) deals.push(deal_id);
      else dealsOf.set(step_id, [deal_id]);
    }
    const shared = new Set(others.map(({ step_id }) => step_id));
    for (const { id, undone_at } of steps) {
      yield { id, isInForce: undone_at === null, isShared: shared.has(id), deals: dealsOf.get(id) ?? [] };
    }
    before = oldest;
  }
}
