import type { Transaction } from 'kysely';
import { Failure, Refusal } from '../core/failure.ts';
import { refreshFigures } from './figures.ts';
import { assertLawfulDeals } from './lawful.ts';
import { forgetMedians } from './medians.ts';
import { putBack, setColumns, takeOut } from './rows.ts';
import type { JournalledTable, Schema } from './schema.ts';
import {
  dealsOfStep,
  hasUnseenAfter,
  lastStep,
  lastUndone,
  rowsOfStep,
  type Step,
  stepOf,
  stepsAfter,
} from './steps.ts';
import { unplaceGone } from './unplace.ts';

/** Engines bind a limited number of values in one statement. */
const AT_ONCE = 500;

/** What was taken back, or brought again. */
export interface Turned {
  readonly step: Step;
  readonly dealIds: readonly number[];
  readonly rows: Partial<Record<JournalledTable, number>>;
}

/** A step that cannot be taken back alone: these later ones rest on it, those of others among them. */
export interface Blocked {
  readonly step: Step;
  readonly blockedBy: readonly Step[];
  readonly byOthers: readonly Step[];
}

/**
 * Takes one step back: the one of this number, or the last in force. It is kept in the journal, so that it can be brought
 * again. Fails with `nothing_to_undo`, `no_step` or `undone_already`; refuses with `erased_for_good` where somebody was
 * forgotten since, and with `unlawful_end` where a deal would stand as ended untold.
 */
export async function undoStep(
  db: Transaction<Schema>,
  id: number | null,
  { at, login }: { readonly at: string; readonly login: string | null },
): Promise<Turned | Blocked> {
  const step = id === null ? await lastStep(db, login) : await stepOf(db, id);
  if (!step) throw new Failure(id === null ? 'nothing_to_undo' : 'no_step', { step: id ?? 0 });
  if (step.isUndone) throw new Failure('undone_already', { step: step.id });
  await assertMine(db, step, login);
  const blockedBy = await stepsAfter(db, step.id);
  const erasing = [step, ...blockedBy].find(({ command }) => command === 'forget');
  if (erasing) throw new Refusal('erased_for_good', { step: step.id, forget: erasing.id });
  const byOthers = blockedBy.filter((it) => login !== null && it.author !== null && it.author !== login);
  if (blockedBy.length > 0) return { step, blockedBy, byOthers };
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

/** Brings the step again that was taken back last. Fails with `nothing_to_redo`, or `redo_overtaken` where others have gone on. */
export async function redoStep(db: Transaction<Schema>, login: string | null): Promise<Turned> {
  const step = await lastUndone(db, login);
  if (!step) throw new Failure('nothing_to_redo');
  await assertMine(db, step, login);
  const [later] = await stepsAfter(db, step.id);
  if (later) throw new Failure('redo_overtaken', { step: step.id, by: later.id });
  await putBack(db, step.id, 'added');
  await setColumns(db, step.id, 'after');
  await takeOut(db, step.id, 'removed');
  await db.updateTable('step').set({ undone_at: null, redo_place: null }).where('id', '=', step.id).execute();
  return settled(db, step);
}

/** On a book of a team, throws where the step is somebody else's, or its deals are by now, or others went on from it unseen. */
async function assertMine(db: Transaction<Schema>, step: Step, login: string | null): Promise<void> {
  if (login === null) return;
  if (step.author !== null && step.author !== login)
    throw new Failure('others_step', { step: step.id, login: step.author });
  const gone = step.isUndone ? [] : await missingDeals(db, await dealsOfStep(db, step.id));
  if (gone.length > 0 || (await hasUnseenAfter(db, step.id))) throw new Failure('others_deal', { step: step.id });
}

/** The same gates as for every change, and the figures of every deal that is touched. */
async function settled(db: Transaction<Schema>, step: Step): Promise<Turned> {
  const dealIds = await dealsOfStep(db, step.id);
  await assertLawfulDeals(db, dealIds);
  await refreshFigures(db, dealIds);
  await unplaceGone(db, dealIds);
  await forgetMedians(db);
  return { step, dealIds, rows: await rowsOfStep(db, step.id) };
}

/** Returns those of the deals that are not there, or not for this login. */
async function missingDeals(db: Transaction<Schema>, dealIds: readonly number[]): Promise<number[]> {
  const missing: number[] = [];
  for (let at = 0; at < dealIds.length; at += AT_ONCE) {
    const asked = dealIds.slice(at, at + AT_ONCE);
    const found = await db.selectFrom('deal').select('id').where('id', 'in', asked).execute();
    const ids = new Set(found.map(({ id }) => id));
    missing.push(...asked.filter((id) => !ids.has(id)));
  }
  return missing;
}

async function lastPlace(db: Transaction<Schema>): Promise<number> {
  const { last } = await db
    .selectFrom('step')
    .select(({ fn }) => fn.max('redo_place').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}
