import { composed } from '../core/composed.ts';
import type { Deal } from '../core/deal.ts';
import { Failure } from '../core/failure.ts';
import { narrow } from '../core/text.ts';
import type { Dossier } from '../store/dossier.ts';
import { candidateText } from '../views/candidate.ts';
import type { Context } from './context.ts';
import type { Meant } from './pick.ts';

/** So many candidates are named when a query fits several deals. */
const MOST_CANDIDATES = 10;

/**
 * Returns the deal that a person means by `12`, `ext:A-7` or part of a name. On a terminal they pick it where nothing is said,
 * or what is said fits several; off it that is a failure. `meant` is what the command is for, and only these are offered.
 */
export async function findDeal(context: Context, query: string | undefined, meant: Meant = 'any'): Promise<Dossier> {
  const store = await context.store();
  const deal = await matching(context, query?.trim() ?? '', meant);
  const dossier = deal && (await store.dossier(deal.id));
  if (!dossier) throw new Failure('no_deal', { query: query ?? '' });
  return dossier;
}

async function matching(context: Context, query: string, meant: Meant): Promise<Pick<Deal, 'id'> | undefined> {
  const store = await context.store();
  const plain = narrow(query);
  if (/^#?\d{1,15}$/.test(plain)) return { id: Number(plain.replace('#', '')) };
  if (/^ext:/i.test(plain)) return ofExternalId(context, query);
  const words = query.split(/\s+/).filter((word) => word !== '');
  const found = words.length === 0 ? [] : await store.deals({ words });
  if (found.length === 1) return found[0];
  if (context.terminal.ask) {
    const { pickDeal } = await import('./pick.ts');
    return pickDeal(context, context.terminal.ask, meant, query);
  }
  if (found.length > 1) throw manyDeals(context, query, found);
  return undefined;
}

/** The systems of two reps may both have given the id. */
async function ofExternalId(context: Context, query: string): Promise<Pick<Deal, 'id'> | undefined> {
  const store = await context.store();
  const found = await store.dealsByExternalId(composed(query.slice(query.search(/[:：]/) + 1).trim()));
  if (found.length < 2) return found[0];
  if (!context.terminal.ask) throw manyDeals(context, query, found);
  const { pickAmong } = await import('./pick.ts');
  return pickAmong(context, context.terminal.ask, found);
}

function manyDeals({ words, page }: Context, query: string, found: readonly Deal[]): Failure {
  // Open deals come first: they are the ones one speaks of.
  const candidates = found.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || a.id - b.id);
  const named = candidates.slice(0, MOST_CANDIDATES).map((deal) => candidateText(deal, { ...page, width: null }));
  const more = candidates.length - named.length;
  return new Failure('many_deals', {
    query,
    candidates: more > 0 ? [...named, words.screens.today.moreQuiet(more)] : named,
  });
}
