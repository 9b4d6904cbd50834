import type { Deal } from '../core/deal.ts';
import { Failure } from '../core/failure.ts';
import { narrow } from '../core/text.ts';
import type { Dossier } from '../store/dossier.ts';
import { printable } from '../views/printable.ts';
import type { Context } from './context.ts';

/** So many candidates are named when a query fits several deals. */
const MOST_CANDIDATES = 10;

/**
 * Returns the deal that a person means by `12`, `ext:A-7` or part of a name. Several matches are a question on a terminal
 * and a failure off it.
 */
export async function findDeal(context: Context, query: string): Promise<Dossier> {
  const store = await context.store();
  const deal = await matching(context, query.trim());
  const dossier = deal && (await store.dossier(deal.id));
  if (!dossier) throw new Failure('no_deal', { query });
  return dossier;
}

async function matching(context: Context, query: string): Promise<Pick<Deal, 'id'> | undefined> {
  const store = await context.store();
  const plain = narrow(query);
  if (/^#?\d{1,15}$/.test(plain)) return { id: Number(plain.replace('#', '')) };
  if (/^ext:/i.test(plain)) return store.dealByExternalId(query.slice(query.search(/[:：]/) + 1).trim());
  const words = query.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const found = await store.deals({ words });
  return found.length > 1 ? chosen(context, query, found) : found[0];
}

/** Open deals come first: they are the ones one speaks of. */
async function chosen({ terminal, words, page }: Context, query: string, found: readonly Deal[]): Promise<Deal> {
  const candidates = [...found].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || a.id - b.id);
  const name = ({ id, customer, title, state }: Deal): string => {
    const parts = [
      `#${id}`,
      printable(customer),
      printable(title),
      state === 'open' ? '' : page.playbook.outcomes[state],
    ];
    return parts.filter((part) => part !== '').join('  ');
  };
  if (terminal.ask) {
    const choices = candidates.slice(0, 50).map((deal) => ({ value: deal, name: name(deal) }));
    return terminal.ask.choose(words.screens.ask.whichDeal, choices);
  }
  const named = candidates.slice(0, MOST_CANDIDATES).map(name);
  const more = candidates.length - named.length;
  throw new Failure('many_deals', {
    query,
    candidates: more > 0 ? [...named, words.screens.today.moreQuiet(more)] : named,
  });
}
