import type { Deal, DealFields } from '../core/deal.ts';
import { isNamedApart, matchKey } from '../core/match.ts';

/** What another system, or another book, calls the deal it speaks of. */
export interface DealName extends Pick<DealFields, 'externalId' | 'customer' | 'title'> {
  /** What an export of a book knows it by. */
  readonly uid: string | null;
  /** The match key of customer and title: folding names takes long, and is asked for again and again. */
  readonly key: string;
}

/** Returns the deals that have this value in a column, in the order of their numbers. */
export type DealsBy = (column: 'uid' | 'external_id' | 'match_key', value: string) => Promise<readonly Deal[]>;

/** Which deal of this book that is. */
export type Match = { readonly is: 'new' } | { readonly is: 'one'; readonly deal: Deal } | { readonly is: 'many' };

/**
 * Returns the deal with this uid or external id; else, by customer and title, the one that no other id belongs to. An id that is
 * known decides alone: two deals may share their names. Where several have that id, as two reps' systems may give it, their names
 * decide. Where the file tells its own
 * deals apart, `isTaken` says which ones stand for another row already.
 */
export async function matchedDeal(
  dealsBy: DealsBy,
  { uid, externalId, customer, title, key }: DealName,
  isTaken: (dealId: number) => boolean,
): Promise<Match> {
  const isFree = ({ id }: Deal): boolean => uid === null || !isTaken(id);
  const [same] = uid === null ? [] : await dealsBy('uid', uid);
  if (same) return { is: 'one', deal: same };
  const known = externalId === null ? [] : (await dealsBy('external_id', externalId)).filter(isFree);
  if (known.length > 0) return oneNamed(known, { customer, title, key });
  if (customer === '' && title === '') return { is: 'new' };
  const alike = await dealsBy('match_key', key);
  const [deal, ...others] = alike.filter((it) => isFree(it) && (externalId === null || it.externalId === null));
  if (others.length > 0) return { is: 'many' };
  return deal === undefined ? { is: 'new' } : { is: 'one', deal };
}

function oneNamed(deals: readonly Deal[], name: Pick<DealName, 'customer' | 'title' | 'key'>): Match {
  const alike = deals.filter((it) => matchKey(it) === name.key);
  const fitting = alike.length > 0 ? alike : deals.filter((it) => !isNamedApart(it, name));
  const [deal, ...others] = deals.length === 1 ? deals : fitting;
  return deal === undefined || others.length > 0 ? { is: 'many' } : { is: 'one', deal };
}
