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

/** A team's page, but for what each of its deals says. */
export interface TeamFigures {
  /** Every owner's, in no order. */
  readonly reps: readonly RepFigures[];
  /** Some open deals that may need somebody most, whoever's they are: most overdue, with a date of theirs near, then without any. */
  readonly neediest: readonly number[];
}

/** Returns every owner's figures, added up by the engine: a company has too many deals to read them. */
export async function teamFigures(db: Kysely<Schema>, scope: TeamScope): Promise<TeamFigures> {
  const [{ byOwner, longest }, contacts] = [await owing(db, scope), await contactsByOwner(db, scope)];
  const reps = (await dealsByOwner(db, scope)).map((row) => ({
    owner: row.owner,
    open: Number(row.open),
    ...(byOwner.get(row.owner) ?? { owed: 0, overdue: 0 }),
    outstanding: Number(row.outstanding),
    collected: Number(row.collected),
    undated: Number(row.undated),
    ...(contacts.get(row.owner) ?? { contacts: 0, statusOnly: 0 }),
  }));
  const neediest = [...new Set([...longest, ...(await datedDeals(db, scope))])];
  // A small team's page has room for the deals that nothing is known of: `today` may have them on its list.
  const room = Math.max(0, LOOKED_AT - neediest.length);
  return { reps, neediest: [...new Set([...neediest, ...(room > 0 ? await undatedDeals(db, scope, room) : [])])] };
}

/** The largest first: nothing else tells them apart. */
async function undatedDeals(db: Kysely<Schema>, { today }: TeamScope, most: number): Promise<number[]> {
  const isOver = (column: 'hold_until_on' | 'snooze_until_on') =>
    sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} <= ${today})`;
  const rows = await db
    .selectFrom('deal')
    .select('id')
    .where('state', '=', sql.lit('open'))
    .where('decision_on', 'is', null)
    .where('goal_on', 'is', null)
    .where('do_not_contact', '=', 0)
    .where(isOver('hold_until_on'))
    .where(isOver('snooze_until_on'))
    .orderBy(sql`coalesce(amount, 0)`, 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

async function datedDeals(db: Kysely<Schema>, { today }: TeamScope): Promise<number[]> {
  const near = addDays(today, NEAR_DAYS);
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
  return [...(await dated('decision_on')), ...(await dated('goal_on'))].map(({ id }) => id);
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

/** Returns on how many deals each owner owes something, and where that is overdue and waits longest: both from one look at all of it. */
async function owing(db: Kysely<Schema>, scope: TeamScope) {
  const rows = await db
    .with(
      (cte) => cte('owing').materialized(),
      () =>
        db
          .selectFrom(owedItems(db, scope).as('item'))
          .innerJoin('deal', 'deal.id', 'item.deal_id')
          .select(['deal.id', 'deal.owner'])
          .select(({ fn }) => [fn.max('item.overdue').as('overdue'), fn.min('item.since_on').as('since_on')])
          .where('deal.state', '=', sql.lit('open'))
          .groupBy(['deal.id', 'deal.owner']),
    )
    .selectFrom('owing')
    .select(['owner', sql<number>`0`.as('id'), ({ fn }) => fn.countAll<number>().as('owed')])
    .select(({ fn }) => fn.sum<number>('overdue').as('overdue'))
    .groupBy('owner')
    .unionAll((query) =>
      query
        .selectFrom(
          query
            .selectFrom('owing')
            .select(['owner', 'id'])
            .orderBy('overdue', 'desc')
            .orderBy('since_on')
            .orderBy('id')
            .limit(sql.lit(LOOKED_AT))
            .as('longest'),
        )
        .select(['owner', 'id', sql<number>`0`.as('owed'), sql<number>`0`.as('overdue')]),
    )
    .execute();
  const isDeal = ({ id }: { readonly id: number }): boolean => id > 0;
  const figures = rows.filter((row) => !isDeal(row));
  return {
    byOwner: new Map(
      figures.map(({ owner, owed, overdue }) => [owner, { owed: Number(owed), overdue: Number(overdue) }]),
    ),
    longest: rows.filter(isDeal).map(({ id }) => id),
  };
}

/** What the rule counts as owed, on ended deals as well: since when, and whether the day it was meant for has passed. */
function owedItems(db: Kysely<Schema>, { today, thanksSince }: TeamScope) {
  const passed = (column: 'due_on' | 'next_on') =>
    sql<number>`case when ${sql.ref(column)} < ${today} then 1 else 0 end`.as('overdue');
  const undated = sql<number>`0`.as('overdue');
  const promises = db
    .selectFrom('promise')
    .select(['deal_id', 'due_on as since_on', passed('due_on')])
    .where('kept_on', 'is', null)
    .where('due_on', '<=', today);
  const questions = db
    .selectFrom('question')
    .select(['deal_id', 'asked_on as since_on', undated])
    .where('answered_on', 'is', null);
  const materials = db
    .selectFrom('material')
    .select(['deal_id', 'since_on', undated])
    .where('status', '=', sql.lit('wanted'));
  const steps = db
    .selectFrom('deal')
    .select(['id as deal_id', 'next_on as since_on', passed('next_on')])
    .where('state', '=', sql.lit('open'))
    .where(({ eb, or, and }) =>
      or([eb('next_on', '<', today), and([eb('next_on', '=', today), eb('booked', '=', 0)])]),
    );
  const thanks = db
    .selectFrom('figures')
    .select(['deal_id', 'thanks_owed_since_on as since_on', undated])
    .where('thanks_owed_since_on', '>=', thanksSince)
    .where('thanks_owed_since_on', '<=', today);
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
