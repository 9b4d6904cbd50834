import type { Kysely } from 'kysely';
import type { Deal, DealFields } from '../core/deal.ts';
import { matchKey } from '../core/match.ts';
import { dealsBy } from './deals.ts';
import type { Schema } from './schema.ts';

/** What another system, or another book, calls the deal it speaks of. */
export interface DealName extends Pick<DealFields, 'externalId' | 'customer' | 'title'> {
  /** What an export of a book knows it by. */
  readonly uid: string | null;
}

/** Which deal of this book that is. */
export type Match = { readonly is: 'new' } | { readonly is: 'one'; readonly deal: Deal } | { readonly is: 'many' };

/**
 * Returns the deal with this uid or external id; else, by customer and title, the one that no other id belongs to. An id that is
 * known decides alone: two deals may share their names. Where the file tells its own deals apart, `isTaken` says which ones
 * stand for another row already.
 */
export async function matchedDeal(
  db: Kysely<Schema>,
  { uid, externalId, customer, title }: DealName,
  isTaken: (dealId: number) => boolean,
): Promise<Match> {
  const isFree = ({ id }: Deal): boolean => uid === null || !isTaken(id);
  const [same] = uid === null ? [] : await dealsBy(db, 'uid', uid);
  if (same) return { is: 'one', deal: same };
  const [known] = externalId === null ? [] : (await dealsBy(db, 'external_id', externalId)).filter(isFree);
  if (known) return { is: 'one', deal: known };
  if (customer === '' && title === '') return { is: 'new' };
  const alike = await dealsBy(db, 'match_key', matchKey({ customer, title }));
  const [deal, ...others] = alike.filter((it) => isFree(it) && (externalId === null || it.externalId === null));
  if (others.length > 0) return { is: 'many' };
  return deal === undefined ? { is: 'new' } : { is: 'one', deal };
}
