import type { Transaction } from 'kysely';
import { Failure, Refusal } from '../core/failure.ts';
import { refreshFigures } from './figures.ts';
import { assertLawfulDeals } from './lawful.ts';
import { putBack, setColumns, takeOut } from './rows.ts';
import type { JournalledTable, Schema } from './schema.ts';
import { unplace } from './standings.ts';
import { dealsOfStep, lastStep, lastUndone, rowsOfStep, type Step, stepOf, stepsAfter } from './steps.ts';

/** What was taken back, or brought again. */
export interface Turned {
  readonly step: Step;
  readonly dealIds: readonly number[];
  readonly rows: Partial<Record<JournalledTable, number>>;
}

/** A step that cannot be taken back alone: these later ones rest on it. */
export interface Blocked {
  readonly step: Step;
  readonly blockedBy: readonly Step[];
}

/**
 * Takes one step back: the one of this number, or the last in force. It is kept in the journal, so that it can be brought
 * again. Fails with `nothing_to_undo`, `no_step` or `undone_already`; refuses with `erased_for_good` where somebody was
 * forgotten since, and with `unlawful_end` where a deal would stand as ended untold.
 */
export async function undoStep(db: Transaction<Schema>, id: number | null, at: string): Promise<Turned | Blocked> {
  const step = id === null ? await lastStep(db) : await stepOf(db, id);
  if (!step) throw new Failure(id === null ? 'nothing_to_undo' : 'no_step', { step: id ?? 0 });
  if (step.isUndone) throw new Failure('undone_already', { step: step.id });
  const blockedBy = await stepsAfter(db, step.id);
  const erasing = [step, ...blockedBy].find(({ command }) => command === 'forget');
  if (erasing) throw new Refusal('erased_for_good', { step: step.id, forget: erasing.id });
  if (blockedBy.length > 0) return { step, blockedBy };
  await putBack(db, step.id, 'removed');
  await setColumns(db, step.id, 'before');
  await takeOut(db, step.id, 'added');
  const last = await lastPlace(db);
  await db
    .updateTable('step')
    .set({ undone_at: at, redo_place: last + 1 })
    .where('id', '=', step.id)
    .execute();
  return settled(db, step);
}

/** Brings the step again that was taken back last. Fails with `nothing_to_redo`. */
export async function redoStep(db: Transaction<Schema>): Promise<Turned> {
  const step = await lastUndone(db);
  if (!step) throw new Failure('nothing_to_redo');
  await putBack(db, step.id, 'added');
  await setColumns(db, step.id, 'after');
  await takeOut(db, step.id, 'removed');
  await db.updateTable('step').set({ undone_at: null, redo_place: null }).where('id', '=', step.id).execute();
  return settled(db, step);
}

/** The same gates as for every change, and the figures of every deal that is touched. */
async function settled(db: Transaction<Schema>, step: Step): Promise<Turned> {
  const dealIds = await dealsOfStep(db, step.id);
  await assertLawfulDeals(db, dealIds);
  await refreshFigures(db, dealIds);
  await unplace(db, dealIds);
  return { step, dealIds, rows: await rowsOfStep(db, step.id) };
}

async function lastPlace(db: Transaction<Schema>): Promise<number> {
  const { last } = await db
    .selectFrom('step')
    .select(({ fn }) => fn.max('redo_place').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}
