import type { Kysely } from 'kysely';
import { type Day, dayOf } from '../core/day.ts';
import type { Schema } from './schema.ts';

/** Returns the days since this one on which something was recorded, and the last such day before it. */
export async function recordedOn(db: Kysely<Schema>, since: Day): Promise<Day[]> {
  const lately = await db.selectFrom('step').select('at').where('at', '>=', since).execute();
  const { before } = await db
    .selectFrom('step')
    .select(({ fn }) => fn.max('at').as('before'))
    .where('at', '<', since)
    .executeTakeFirstOrThrow();
  const instants = [...lately.map(({ at }) => at), ...(before ? [before] : [])];
  return [...new Set(instants.map(localDay))].sort();
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

/** The rep's own day, not the one in Greenwich. */
function localDay(at: string): Day {
  const instant = new Date(at);
  const day = dayOf(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
  return day ?? (at.slice(0, 10) as Day);
}
