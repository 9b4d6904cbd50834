import type { Kysely } from 'kysely';
import type { History, Outcome, Slip } from '../core/deal.ts';
import type { TrackedDeal } from '../core/situation.ts';
import { NAMED_AT_ONCE, trackedDeals } from './deals.ts';
import { historiesOf, NO_HISTORY } from './history.ts';
import { partsOf } from './parts.ts';
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
  return (await dossiersOf(db, [id]))[0];
}

/** Returns the whole deals of these numbers, in the order of their numbers. */
export async function dossiersOf(db: Kysely<Schema>, ids: readonly number[]): Promise<Dossier[]> {
  const dossiers: Dossier[] = [];
  for (let at = 0; at < ids.length; at += NAMED_AT_ONCE)
    dossiers.push(...(await someDossiers(db, ids.slice(at, at + NAMED_AT_ONCE))));
  return dossiers;
}

async function someDossiers(db: Kysely<Schema>, ids: readonly number[]): Promise<Dossier[]> {
  const deals = await trackedDeals(db, ids);
  const histories = await historiesOf(db, ids);
  const slips = await partsOf(db, 'slips', ids);
  const ended = await partsOf(db, 'outcomes', ids);
  return deals.map((deal) => {
    const outcomes = (ended.get(deal.id) ?? []) as Outcome[];
    return {
      deal,
      ...(histories.get(deal.id) ?? NO_HISTORY),
      slips: (slips.get(deal.id) ?? []) as Slip[],
      outcome: (deal.state !== 'open' && outcomes.at(-1)) || null,
      earlierOutcomes: deal.state === 'open' ? outcomes : outcomes.slice(0, -1),
    };
  });
}
