import type { Kysely } from 'kysely';
import { DEAL_FLAGS } from '../core/dealfield.ts';
import { Failure } from '../core/failure.ts';
import { DEAL_FIELDS } from './columns.ts';
import { type Dossier, dossierOf } from './dossier.ts';
import type { Schema } from './schema.ts';

/**
 * Throws `deal_changed` where a deal is not what it was when it was shown, naming what differs, and who did it when as far as
 * the journal tells; `deal_gone` where it was removed or handed on. Nothing is written over unseen.
 */
export async function assertUnchanged(db: Kysely<Schema>, seen: Dossier): Promise<void> {
  const { id } = seen.deal;
  const now = await dossierOf(db, id);
  if (!now) throw new Failure('deal_gone', { id });
  const changes = changesBetween(seen, now);
  if (changes.length === 0) return;
  const step = await latestStepOn(db, id);
  throw new Failure('deal_changed', {
    id,
    changes,
    by: step?.author ?? '',
    at: step?.undone_at ?? step?.at ?? '',
    step: step?.id ?? 0,
  });
}

/** By the names of the flags, which are the same in every language. */
const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(DEAL_FLAGS).map(([flag, { field }]) => [field as string, flag]),
);

function changesBetween(seen: Dossier, now: Dossier): string[] {
  const fields = DEAL_FIELDS.flatMap((field) =>
    changed(NAMES.get(field) ?? kebab(field), seen.deal[field], now.deal[field]),
  );
  return [
    ...fields,
    ...rows('contact', seen.contacts, now.contacts),
    ...rows('promise', seen.promises, now.promises),
    ...rows('question', seen.questions, now.questions),
    ...rows('material', seen.materials, now.materials),
    // Where a material stands is set and not added to: the next one would set it for both.
    ...now.materials.slice(seen.materials.length).flatMap((it) => changed(`material ${it.code}`, null, it)),
    ...rows('slip', seen.slips, now.slips),
    ...changed('outcome', seen.outcome, now.outcome),
  ];
}

/** Rows of a history keep their order, and new ones come last: what somebody only added is in nobody's way. */
function rows(name: string, seen: readonly object[], now: readonly object[]): string[] {
  return seen.flatMap((row, at) => changed(`${name} ${at + 1}`, row, now[at]));
}

function changed(name: string, before: unknown, after: unknown): string[] {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null)
    ? []
    : [`${name}: ${toText(before)} → ${toText(after)}`];
}

function toText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value !== 'object') return String(value);
  const parts = Object.values(value).filter((it) => it !== null && typeof it !== 'boolean');
  return parts.length > 0 ? parts.map(toText).join(' ') : '–';
}

function kebab(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
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
