import type { Kysely } from 'kysely';
import type { Day } from '../core/day.ts';
import type { Contact, History, Material, Promised, Question } from '../core/deal.ts';
import { rowToContact } from './contactrow.ts';
import { runOfDeals } from './keptquery.ts';
import type { Schema } from './schema.ts';

export const NO_HISTORY: History = { contacts: [], promises: [], questions: [], materials: [] };

/** A deal's history while its rows are still being gathered. */
interface Gathered extends History {
  readonly contacts: Contact[];
  readonly promises: Promised[];
  readonly questions: Question[];
  readonly materials: Material[];
}

/** Returns what has happened on each of these deals; on one that does not exist, nothing has. */
export async function historiesOf(db: Kysely<Schema>, dealIds: readonly number[]): Promise<Map<number, History>> {
  const histories = new Map<number, Gathered>(
    dealIds.map((id) => [id, { contacts: [], promises: [], questions: [], materials: [] }]),
  );
  for (const { deal_id, told_latest_on, text, ...row } of await contactRows(db, dealIds)) {
    histories.get(deal_id)?.contacts.push({ ...rowToContact(row), toldLatestOn: told_latest_on as Day | null, text });
  }
  for (const { deal_id, ...row } of await promiseRows(db, dealIds)) {
    histories.get(deal_id)?.promises.push(row as Promised);
  }
  for (const { deal_id, ...row } of await questionRows(db, dealIds)) {
    histories.get(deal_id)?.questions.push(row as Question);
  }
  for (const { deal_id, ...row } of await materialRows(db, dealIds)) {
    histories.get(deal_id)?.materials.push(row as Material);
  }
  return histories;
}

function contactRows(db: Kysely<Schema>, dealIds: readonly number[]) {
  const build = () =>
    db
      .selectFrom('contact')
      .select(['deal_id', 'n', 'held_on', 'side', 'channel', 'angle', 'status_only', 'gives', 'no_answer'])
      .select(['told_latest_on', 'text'])
      .where('deal_id', 'in', dealIds)
      .orderBy('held_on')
      .orderBy('n');
  return runOfDeals(db, 'contact rows', build, dealIds);
}

function promiseRows(db: Kysely<Schema>, dealIds: readonly number[]) {
  const build = () =>
    db
      .selectFrom('promise')
      .select(['deal_id', 'n', 'text', 'material', 'due_on as dueOn', 'kept_on as keptOn'])
      .where('deal_id', 'in', dealIds)
      .orderBy('n');
  return runOfDeals(db, 'promise rows', build, dealIds);
}

function questionRows(db: Kysely<Schema>, dealIds: readonly number[]) {
  const build = () =>
    db
      .selectFrom('question')
      .select(['deal_id', 'n', 'text', 'doubt', 'asked_on as askedOn', 'answered_on as answeredOn', 'answer'])
      .where('deal_id', 'in', dealIds)
      .orderBy('n');
  return runOfDeals(db, 'question rows', build, dealIds);
}

function materialRows(db: Kysely<Schema>, dealIds: readonly number[]) {
  const build = () =>
    db
      .selectFrom('material')
      .select(['deal_id', 'code', 'status', 'since_on as on'])
      .where('deal_id', 'in', dealIds)
      .orderBy('id');
  return runOfDeals(db, 'material rows', build, dealIds);
}
