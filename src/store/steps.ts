import { type Kysely, sql } from 'kysely';
import { type Day, dayOf } from '../core/day.ts';
import { isBy } from './author.ts';
import type { Row } from './columns.ts';
import { NumberSet } from './numberset.ts';
import type { JournalledTable, Schema } from './schema.ts';

/** One command that changed the book. */
export interface Step {
  readonly id: number;
  readonly command: string;
  /** The instant, in ISO 8601. */
  readonly at: string;
  /** How many deals it added, and how many others it changed. */
  readonly added: number;
  readonly changed: number;
  /** The deal, where it was only one. */
  readonly deal: { readonly id: number; readonly customer: string; readonly title: string } | null;
  readonly isUndone: boolean;
  /** The login that gave it, where a team works on one book. */
  readonly author: string | null;
}

/** Returns the latest steps, the newest first. */
export async function latestSteps(db: Kysely<Schema>, limit: number): Promise<Step[]> {
  return toSteps(db, await stepRows(db).orderBy('step.id', 'desc').limit(limit).execute());
}

/** Returns the step of this number, or undefined. */
export async function stepOf(db: Kysely<Schema>, id: number): Promise<Step | undefined> {
  return (await toSteps(db, await stepRows(db).where('step.id', '=', id).execute()))[0];
}

/** Returns the last step of this login that is in force, or undefined. */
export async function lastStep(db: Kysely<Schema>, login: string | null): Promise<Step | undefined> {
  const inForce = stepRows(db)
    .where('step.undone_at', 'is', null)
    .where(isBy(login))
    .orderBy('step.id', 'desc')
    .limit(1);
  return (await toSteps(db, await inForce.execute()))[0];
}

/** Returns the step of this login that was taken back last and may come again, or undefined. */
export async function lastUndone(db: Kysely<Schema>, login: string | null): Promise<Step | undefined> {
  const undone = stepRows(db)
    .where('step.redo_place', 'is not', null)
    .where(isBy(login))
    .orderBy('step.redo_place', 'desc')
    .limit(1);
  return (await toSteps(db, await undone.execute()))[0];
}

/** Returns the later steps in force that touch a row this one touched, or a deal this one added; the newest first. */
export async function stepsAfter(db: Kysely<Schema>, id: number): Promise<Step[]> {
  const its = db.selectFrom('change as its').where('its.step_id', '=', id);
  const itsRows = its.select(['its.table_name', 'its.row_id']).$asTuple('table_name', 'row_id');
  const itsDeals = its.select('its.row_id').where('its.table_name', '=', 'deal').where('its.kind', '=', 'added');
  const dependent = db
    .selectFrom('change')
    .select('change.step_id')
    .where('change.step_id', '>', id)
    .where(({ eb, or, refTuple }) =>
      or([eb(refTuple('change.table_name', 'change.row_id'), 'in', itsRows), eb('change.deal_id', 'in', itsDeals)]),
    );
  const later = stepRows(db).where('step.undone_at', 'is', null).where('step.id', 'in', dependent);
  return toSteps(db, await later.orderBy('step.id', 'desc').execute());
}

/** Returns whether a later step that this login may not look into touches a row of this one's. */
export async function hasUnseenAfter(db: Kysely<Schema>, id: number): Promise<boolean> {
  const its = db.selectFrom('change as its').where('its.step_id', '=', id);
  const unseen = await db
    .selectFrom('change')
    .leftJoin('step', 'step.id', 'change.step_id')
    .select('change.id')
    .where('change.step_id', '>', id)
    .where('step.id', 'is', null)
    .where(({ eb, refTuple }) =>
      eb(
        refTuple('change.table_name', 'change.row_id'),
        'in',
        its.select(['its.table_name', 'its.row_id']).$asTuple('table_name', 'row_id'),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return unseen !== undefined;
}

/** Rows of the journal that are read at once: a step may have millions. */
const PAGE = 5_000;

/** Returns the deals that a step touched. */
export async function dealsOfStep(db: Kysely<Schema>, id: number): Promise<number[]> {
  const seen = new NumberSet();
  const deals: number[] = [];
  for (let last: number | undefined = 0; last !== undefined; ) {
    const page: { id: number; deal_id: number }[] = await db
      .selectFrom('change')
      .select(['id', 'deal_id'])
      .where('step_id', '=', id)
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const { deal_id } of page) {
      if (!seen.has(deal_id)) deals.push(deal_id);
      seen.add(deal_id);
    }
    last = page.at(-1)?.id;
  }
  return deals.sort((one, other) => one - other);
}

/** Returns how many rows of each table a step touched. */
export async function rowsOfStep(db: Kysely<Schema>, id: number): Promise<Partial<Record<JournalledTable, number>>> {
  const counts = await db
    .selectFrom('change')
    .select(['table_name'])
    .select(sql<number>`count(distinct row_id)`.as('count'))
    .where('step_id', '=', id)
    .groupBy('table_name')
    .execute();
  return Object.fromEntries(counts.map(({ table_name, count }) => [table_name, Number(count)]));
}

/** Returns the days since this one on which something was recorded, and the last such day before it; by this login where one is named. */
export async function recordedOn(db: Kysely<Schema>, since: Day, login: string | null = null): Promise<Day[]> {
  if (login === null) return daysOfAll(db, since);
  const steps = db.selectFrom('step').where(isBy(login));
  const lately = await steps.select('at').where('at', '>=', since).execute();
  const { before } = await steps
    .select(({ fn }) => fn.max('at').as('before'))
    .where('at', '<', since)
    .executeTakeFirstOrThrow();
  const instants = [...lately.map(({ at }) => at), ...(before ? [before] : [])];
  return [...new Set(instants.map(localDay))].sort();
}

/** From day to day by index: a team takes millions of steps in as many weeks. */
async function daysOfAll(db: Kysely<Schema>, since: Day): Promise<Day[]> {
  const days = new Set<Day>();
  let [last] = await db.selectFrom('step').select('at').orderBy('at', 'desc').limit(1).execute();
  while (last) {
    days.add(localDay(last.at));
    if (last.at < since) break;
    const earlier = db.selectFrom('step').select('at').where('at', '<', startOfDay(last.at));
    [last] = await earlier.orderBy('at', 'desc').limit(1).execute();
  }
  return [...days].sort();
}

/** Returns when the book was last changed, in ISO 8601, or null. Taking a step back is a change as well. */
export async function lastChangedAt(db: Kysely<Schema>): Promise<string | null> {
  const { done, undone } = await db
    .selectFrom('step')
    .select(({ fn }) => [fn.max('at').as('done'), fn.max('undone_at').as('undone')])
    .executeTakeFirstOrThrow();
  return (
    [done, undone]
      .filter((at) => at !== null)
      .sort()
      .at(-1) ?? null
  );
}

function stepRows(db: Kysely<Schema>) {
  return db
    .selectFrom('step')
    .leftJoin('deal', 'deal.id', 'step.deal_id')
    .select(['step.id', 'step.command', 'step.at', 'step.added', 'step.changed', 'step.undone_at', 'step.deal_id'])
    .select('step.author')
    .select(['deal.customer', 'deal.title']);
}

type StepRow = Awaited<ReturnType<ReturnType<typeof stepRows>['execute']>>[number];

async function toSteps(db: Kysely<Schema>, rows: readonly StepRow[]): Promise<Step[]> {
  const gone = rows.flatMap(({ deal_id, customer }) => (deal_id !== null && customer === null ? [deal_id] : []));
  const names = await namesOfGone(db, [...new Set(gone)]);
  return rows.map(({ id, command, at, added, changed, undone_at, deal_id, customer, title, author }) => ({
    id,
    author,
    command,
    at,
    added,
    changed,
    deal:
      deal_id === null ? null : { id: deal_id, customer: customer ?? '', title: title ?? '', ...names.get(deal_id) },
    isUndone: undone_at !== null,
  }));
}

/** A deal that was taken back is not in its table, but in the journal as long as it may come again. */
async function namesOfGone(db: Kysely<Schema>, dealIds: readonly number[]) {
  const names = new Map<number, { customer: string; title: string }>();
  if (dealIds.length === 0) return names;
  const kept = await db
    .selectFrom('change')
    .select(['row_id', 'row'])
    .where('table_name', '=', 'deal')
    .where('row_id', 'in', dealIds)
    .where('row', 'is not', null)
    .execute();
  for (const { row_id, row } of kept) {
    const { customer, title } = JSON.parse(row ?? '{}') as Row;
    names.set(row_id, { customer: String(customer), title: String(title) });
  }
  return names;
}

/** The rep's own day, not the one in Greenwich. */
function localDay(at: string): Day {
  const instant = new Date(at);
  const day = dayOf(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
  return day ?? (at.slice(0, 10) as Day);
}

/** Returns the instant at which the rep's own day of another one began. */
function startOfDay(at: string): string {
  const instant = new Date(at);
  instant.setHours(0, 0, 0, 0);
  return Number.isNaN(instant.getTime()) ? at : instant.toISOString();
}
