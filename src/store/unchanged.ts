import type { Kysely } from 'kysely';
import { Failure } from '../core/failure.ts';
import { type Change, DealChanged, isAdded, isSame, type Meanwhile } from '../core/meanwhile.ts';
import { DEAL_FIELDS } from './columns.ts';
import { type Dossier, dossierOf } from './dossier.ts';
import type { Schema } from './schema.ts';

/** A deal as it was shown; what of its history was not shown is not compared. */
export type Shown = Pick<Dossier, 'deal'> & Partial<Dossier>;

/** A deal as it is now, and what became of it since it was shown. */
export interface Beside {
  readonly now: Dossier;
  readonly meanwhile: Meanwhile | null;
}

/** Throws `deal_changed` where a deal is not what it was when it was shown, as `meanwhileOn` does: nothing is written over unseen. */
export async function assertUnchanged(db: Kysely<Schema>, shown: Shown): Promise<void> {
  const { meanwhile } = await meanwhileOn(db, shown);
  const changes = meanwhile?.changes.filter((it) => !isAdded(it)) ?? [];
  if (meanwhile && changes.length > 0) throw new DealChanged({ ...meanwhile, changes });
}

/**
 * Returns a deal as it is now and what became of it since it was shown, and who did it when as far as the journal tells. Throws
 * `deal_gone` where it was removed or handed on.
 */
export async function meanwhileOn(db: Kysely<Schema>, shown: Shown): Promise<Beside> {
  const { id } = shown.deal;
  const now = await dossierOf(db, id);
  if (!now) throw new Failure('deal_gone', { id });
  const changes = changesBetween(shown, now);
  if (changes.length === 0) return { now, meanwhile: null };
  const step = await latestStepOn(db, id);
  const meanwhile: Meanwhile = {
    seen: shown.deal,
    now: now.deal,
    changes,
    step: step?.id ?? 0,
    by: step?.author ?? '',
    at: step?.undone_at ?? step?.at ?? '',
  };
  return { now, meanwhile };
}

function changesBetween(shown: Shown, now: Dossier): Change[] {
  return [
    ...DEAL_FIELDS.flatMap((field) => changed(field, shown.deal[field], now.deal[field])),
    ...rows('contacts', shown.contacts, now.contacts, ({ n }) => n),
    ...rows('promises', shown.promises, now.promises, ({ n }) => n),
    ...rows('questions', shown.questions, now.questions, ({ n }) => n),
    ...rows('materials', shown.materials, now.materials, ({ code }) => code),
    ...(shown.outcome === undefined ? [] : changed('outcome', shown.outcome, now.outcome)),
  ];
}

function rows<Row>(
  what: Change['what'],
  shown: readonly Row[] | undefined,
  now: readonly Row[],
  nameOf: (row: Row) => number | string,
): Change[] {
  if (shown === undefined) return [];
  const byName = new Map(now.map((row) => [nameOf(row), row]));
  const known = new Set(shown.map(nameOf));
  return [
    ...shown.flatMap((row) => changed(what, row, byName.get(nameOf(row)))),
    ...now.filter((row) => !known.has(nameOf(row))).flatMap((row) => changed(what, null, row)),
  ];
}

function changed(what: Change['what'], before: unknown, after: unknown): Change[] {
  return isSame(before, after) ? [] : [{ what, before: before ?? null, after: after ?? null }];
}

/** From the newest step backwards: it is among the last. */
function latestStepOn(db: Kysely<Schema>, dealId: number) {
  return db
    .selectFrom('step')
    .select(['id', 'at', 'undone_at', 'author'])
    .where(({ exists, selectFrom, or, eb }) =>
      or([
        // Of a step that somebody else took back, its rows are not seen.
        eb('step.deal_id', '=', dealId),
        exists(
          selectFrom('change')
            .select('change.id')
            .whereRef('change.step_id', '=', 'step.id')
            .where('change.deal_id', '=', dealId),
        ),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
