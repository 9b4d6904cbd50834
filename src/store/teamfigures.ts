import { type Kysely, sql } from 'kysely';
import { addDays, type Day } from '../core/day.ts';
import { TALKS } from '../core/deal.ts';
import type { Period } from '../core/period.ts';
import type { RepFigures } from '../core/team.ts';
import type { Schema } from './schema.ts';

/** Which part of the book a team's page reads. */
export interface TeamScope {
  readonly today: Day;
  /** Answers and contacts are counted within it. */
  readonly period: Period;
  /** A talk before this day is not thanked for any more. */
  readonly thanksSince: Day;
}

/** So many deals of each kind of need are looked at closely; a page names a few. */
const LOOKED_AT = 200;
/** Their own date is near from so many days before it. */
const NEAR_DAYS = 14;

/** Returns every owner's figures, added up by the engine: a company has too many deals to read them. */
export async function teamFigures(db: Kysely<Schema>, scope: TeamScope): Promise<RepFigures[]> {
  const [owed, contacts] = [await owedByOwner(db, scope), await contactsByOwner(db, scope)];
  return (await dealsByOwner(db, scope)).map((row) => ({
    owner: row.owner,
    open: Number(row.open),
    ...(owed.get(row.owner) ?? { owed: 0, overdue: 0 }),
    outstanding: Number(row.outstanding),
    collected: Number(row.collected),
    undated: Number(row.undated),
    ...(contacts.get(row.owner) ?? { contacts: 0, statusOnly: 0 }),
  }));
}

/** Returns the numbers of the open deals that may need somebody most: where most is overdue, and where a date of theirs is near. */
export async function neediestDeals(db: Kysely<Schema>, scope: TeamScope): Promise<number[]> {
  const { today } = scope;
  const near = addDays(today, NEAR_DAYS);
  const owing = await db
    .selectFrom(owedItems(db, scope).as('item'))
    .select('item.deal_id')
    .groupBy('item.deal_id')
    .orderBy(({ fn }) => fn.max('item.overdue'), 'desc')
    .orderBy(({ fn }) => fn.min('item.since_on'))
    .orderBy('item.deal_id')
    .limit(sql.lit(LOOKED_AT))
    .execute();
  const dated = (column: 'decision_on' | 'goal_on') =>
    db
      .selectFrom('deal')
      .select('id')
      .where('state', '=', sql.lit('open'))
      .where(column, '<=', near)
      .orderBy(column, 'desc')
      .orderBy('id')
      .limit(sql.lit(LOOKED_AT))
      .execute();
  const ids = [...(await dated('decision_on')), ...(await dated('goal_on'))].map(({ id }) => id);
  return [...new Set([...owing.map(({ deal_id }) => deal_id), ...ids])];
}

function dealsByOwner(db: Kysely<Schema>, { today, period }: TeamScope) {
  const count = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`sum(case when ${condition} then 1 else 0 end)`;
  const collected = sql<boolean>`state in ('won', 'lost', 'declined') and closed_on between ${period.from} and ${period.to}`;
  return db
    .selectFrom('deal')
    .select('owner')
    .select(count(sql`state = 'open'`).as('open'))
    .select(count(sql`state = 'open' and decision_on is null`).as('undated'))
    .select(
      count(sql`(state = 'open' and decision_on < ${today})
        or (state = 'dormant' and coalesce(decision_on, closed_on) < ${today})`).as('outstanding'),
    )
    .select(count(collected).as('collected'))
    .where(sql<boolean>`(state in ('open', 'dormant') or (${collected}))`)
    .groupBy('owner')
    .execute();
}

async function owedByOwner(db: Kysely<Schema>, scope: TeamScope) {
  const owing = db
    .selectFrom(owedItems(db, scope).as('item'))
    .select(['item.deal_id', 'item.owner', ({ fn }) => fn.max('item.overdue').as('overdue')])
    .groupBy(['item.deal_id', 'item.owner']);
  const rows = await db
    .selectFrom(owing.as('owing'))
    .select(['owing.owner', ({ fn }) => fn.countAll<number>().as('owed')])
    .select(({ fn }) => fn.sum<number>('owing.overdue').as('overdue'))
    .groupBy('owing.owner')
    .execute();
  return new Map(rows.map(({ owner, owed, overdue }) => [owner, { owed: Number(owed), overdue: Number(overdue) }]));
}

/** What the rule counts as owed on open deals: since when, and whether the day it was meant for has passed. */
function owedItems(db: Kysely<Schema>, { today, thanksSince }: TeamScope) {
  const open = db.selectFrom('deal').select(['deal.id as deal_id', 'deal.owner']).where('deal.state', '=', 'open');
  const passed = (column: 'promise.due_on' | 'deal.next_on') =>
    sql<number>`case when ${sql.ref(column)} < ${today} then 1 else 0 end`.as('overdue');
  const undated = sql<number>`0`.as('overdue');
  const promises = open
    .innerJoin('promise', 'promise.deal_id', 'deal.id')
    .select(['promise.due_on as since_on', passed('promise.due_on')])
    .where('promise.kept_on', 'is', null)
    .where('promise.due_on', '<=', today);
  const questions = open
    .innerJoin('question', 'question.deal_id', 'deal.id')
    .select(['question.asked_on as since_on', undated])
    .where('question.answered_on', 'is', null);
  const materials = open
    .innerJoin('material', 'material.deal_id', 'deal.id')
    .select(['material.since_on', undated])
    .where('material.status', '=', 'wanted');
  const steps = open
    .select(['deal.next_on as since_on', passed('deal.next_on')])
    .where(({ eb, or, and }) =>
      or([eb('deal.next_on', '<', today), and([eb('deal.next_on', '=', today), eb('deal.booked', '=', 0)])]),
    );
  const thanks = open
    .innerJoin('figures', 'figures.deal_id', 'deal.id')
    .select(['figures.thanks_owed_since_on as since_on', undated])
    .where('figures.thanks_owed_since_on', '>=', thanksSince)
    .where('figures.thanks_owed_since_on', '<=', today);
  return promises.unionAll(questions).unionAll(materials).unionAll(steps).unionAll(thanks);
}

async function contactsByOwner(db: Kysely<Schema>, { period }: TeamScope) {
  const rows = await db
    .selectFrom('contact')
    .innerJoin('deal', 'deal.id', 'contact.deal_id')
    .select(['deal.owner', ({ fn }) => fn.countAll<number>().as('contacts')])
    .select(({ fn }) => fn.sum<number>('contact.status_only').as('status_only'))
    .where('contact.held_on', '>=', period.from)
    .where('contact.held_on', '<=', period.to)
    .where('contact.no_answer', '=', 0)
    .where(({ or, eb }) => or([eb('contact.side', '=', 'us'), eb('contact.channel', 'in', [...TALKS])]))
    .groupBy('deal.owner')
    .execute();
  return new Map(
    rows.map(({ owner, contacts, status_only }) => [
      owner,
      { contacts: Number(contacts), statusOnly: Number(status_only) },
    ]),
  );
}
