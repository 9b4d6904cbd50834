import type { Kysely } from 'kysely';
import type { Day } from '../core/day.ts';
import type { Contact, History, Material, Outcome, Promised, Question, Slip } from '../core/deal.ts';
import { type Figures, figuresOf } from '../core/figures.ts';
import type { TrackedDeal } from '../core/situation.ts';
import { type Cell, FIGURE_FIELDS, toColumns } from './columns.ts';
import { rowToContact } from './contactrow.ts';
import { trackedDeal } from './deals.ts';
import { runKept } from './keptquery.ts';
import type { Schema } from './schema.ts';

/** A deal with everything recorded about it. */
export interface Dossier extends History {
  readonly deal: TrackedDeal;
  readonly slips: readonly Slip[];
  /** How it ended; null while it is open. */
  readonly outcome: Outcome | null;
  /** How it had ended before, the oldest first: reopening forgets nothing. */
  readonly earlierOutcomes: readonly Outcome[];
}

/** Returns the whole deal, or undefined where there is none of that number. */
export async function dossierOf(db: Kysely<Schema>, id: number): Promise<Dossier | undefined> {
  const deal = await trackedDeal(db, id);
  if (!deal) return undefined;
  const outcomes = await outcomesOf(db, id);
  return {
    deal,
    ...(await historyOf(db, id)),
    slips: await slipsOf(db, id),
    outcome: (deal.state !== 'open' && outcomes.at(-1)) || null,
    earlierOutcomes: deal.state === 'open' ? outcomes : outcomes.slice(0, -1),
  };
}

export async function historyOf(db: Kysely<Schema>, dealId: number): Promise<History> {
  return {
    contacts: await contactsOf(db, dealId),
    promises: await promisesOf(db, dealId),
    questions: await questionsOf(db, dealId),
    materials: await materialsOf(db, dealId),
  };
}

/** Folds the deal's history anew and keeps the figures for `today`. */
export async function refreshFigures(db: Kysely<Schema>, dealId: number): Promise<void> {
  const earlier = await db
    .selectFrom('deal')
    .select(['earlier_contact_on as earlierContactOn', 'earlier_signal_on as earlierSignalOn'])
    .where('id', '=', dealId)
    .executeTakeFirst();
  if (!earlier) return;
  const figures = figuresOf(earlier as Parameters<typeof figuresOf>[0], await historyOf(db, dealId));
  await db
    .updateTable('figures')
    .set(figureColumns(figures) as never)
    .where('deal_id', '=', dealId)
    .execute();
}

/** Keeps the first figures of a new deal. */
export async function insertFigures(db: Kysely<Schema>, dealId: number, figures: Figures): Promise<void> {
  const row = { deal_id: dealId, ...figureColumns(figures) };
  await runKept(db, 'insert figures', () => db.insertInto('figures').values(row as never), Object.values(row));
}

function figureColumns(figures: Figures): Record<string, Cell> {
  return toColumns(Object.fromEntries(FIGURE_FIELDS.map((field) => [field, figures[field]])));
}

async function contactsOf(db: Kysely<Schema>, dealId: number): Promise<Contact[]> {
  const rows = await db
    .selectFrom('contact')
    .select(['n', 'held_on', 'side', 'channel', 'angle', 'status_only', 'gives', 'no_answer', 'told_latest_on', 'text'])
    .where('deal_id', '=', dealId)
    .orderBy('held_on')
    .orderBy('n')
    .execute();
  return rows.map((row) => ({
    ...rowToContact(row),
    toldLatestOn: row.told_latest_on as Day | null,
    text: row.text,
  }));
}

async function promisesOf(db: Kysely<Schema>, dealId: number): Promise<Promised[]> {
  const rows = await db
    .selectFrom('promise')
    .select(['n', 'text', 'material', 'due_on as dueOn', 'kept_on as keptOn'])
    .where('deal_id', '=', dealId)
    .orderBy('n')
    .execute();
  return rows as Promised[];
}

async function questionsOf(db: Kysely<Schema>, dealId: number): Promise<Question[]> {
  const rows = await db
    .selectFrom('question')
    .select(['n', 'text', 'doubt', 'asked_on as askedOn', 'answered_on as answeredOn', 'answer'])
    .where('deal_id', '=', dealId)
    .orderBy('n')
    .execute();
  return rows as Question[];
}

async function materialsOf(db: Kysely<Schema>, dealId: number): Promise<Material[]> {
  const rows = await db
    .selectFrom('material')
    .select(['code', 'status', 'since_on as on'])
    .where('deal_id', '=', dealId)
    .orderBy('id')
    .execute();
  return rows as Material[];
}

async function slipsOf(db: Kysely<Schema>, dealId: number): Promise<Slip[]> {
  const rows = await db
    .selectFrom('slip')
    .select(['from_on as from', 'to_on as to', 'slipped_on as on'])
    .where('deal_id', '=', dealId)
    .orderBy('id')
    .execute();
  return rows as Slip[];
}

async function outcomesOf(db: Kysely<Schema>, dealId: number): Promise<Outcome[]> {
  const rows = await db
    .selectFrom('outcome')
    .select([
      'state',
      'ended_on as on',
      'words',
      'who',
      'channel',
      'reason',
      'factor',
      'fact',
      'revisit_on as revisitOn',
    ])
    .where('deal_id', '=', dealId)
    .orderBy('id')
    .execute();
  return rows as Outcome[];
}
