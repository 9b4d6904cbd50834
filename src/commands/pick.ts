import { ENDED_STATES, STATES, type State } from '../core/deal.ts';
import { Failure } from '../core/failure.ts';
import { type Candidate, likeliest, readSought } from '../core/pick.ts';
import type { Ask } from '../terminal/terminal.ts';
import { candidateText } from '../views/candidate.ts';
import type { Context } from './context.ts';
import { listedToday } from './daypage.ts';

/** Which deals a command is for. */
export type Meant = 'any' | 'open' | 'ended';
const STATES_MEANT: Readonly<Record<Meant, readonly State[]>> = { any: STATES, open: ['open'], ended: ENDED_STATES };

/** Whoever has not found their deal among so many types one more letter. */
const MOST_OFFERED = 50;

/**
 * Asks for a deal by a few letters of its names, from what was typed already on; today's list comes first. Returns undefined
 * where that fits none, and throws Failure where there is none to choose.
 */
export async function pickDeal(
  context: Context,
  ask: Ask,
  meant: Meant,
  typed: string,
): Promise<Candidate | undefined> {
  const { words, page } = context;
  const choicesFor = await openCandidates(context, meant);
  if ((await choicesFor(typed)).length === 0) return undefined;
  return ask.search({
    message: words.picking.whichDeal,
    hint: words.picking.hint,
    nothing: words.picking.nothing,
    typed,
    source: async (letters) =>
      (await choicesFor(letters)).map((deal) => ({ value: deal, name: candidateText(deal, page) })),
  });
}

/** Asks which of a few deals is meant. */
export function pickAmong({ words, page }: Context, ask: Ask, deals: readonly Candidate[]): Promise<Candidate> {
  const choices = deals.map((deal) => ({ value: deal, name: candidateText(deal, page) }));
  return ask.choose(words.picking.whichDeal, choices);
}

/** Returns what finds the deals that fit what was typed, the likeliest first. */
async function openCandidates(context: Context, meant: Meant): Promise<(typed: string) => Promise<Candidate[]>> {
  const store = await context.store();
  const scope = { states: STATES_MEANT[meant], limit: MOST_OFFERED };
  const latest = await store.latest(scope);
  if (latest.length === 0) throw new Failure((await store.dealCount()) === 0 ? 'no_deals' : `none_${meant}`);
  const { contact } = await listedToday(context, { most: MOST_OFFERED, withBarelyKnown: false });
  const listed = contact.map(({ deal }) => deal).filter(({ state }) => scope.states.includes(state));
  const places = new Map(listed.map(({ id }, place) => [id, place]));
  return async (typed) => {
    if (typed.trim() === '') return firstOf([...listed, ...latest]);
    const { kanaOf } = await import('./romaji.ts');
    const sought = readSought(typed, kanaOf);
    const found = await store.sought(sought, scope);
    return firstOf(likeliest([...listed, ...found], sought, (id) => places.get(id)));
  };
}

function firstOf(deals: readonly Candidate[]): Candidate[] {
  return [...new Map(deals.map((deal) => [deal.id, deal])).values()].slice(0, MOST_OFFERED);
}
