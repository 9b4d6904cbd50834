import { type Outline, outlineOf, type Shown, shownDeals } from '../core/outline.ts';
import type { Pause } from '../core/pause.ts';
import type { Plan } from '../core/plan.ts';
import { type Placement, place } from '../core/priority.ts';
import type { Ground } from '../core/situation.ts';
import { joiningDays, type Spread, spread } from '../core/spread.ts';
import { standingsOf } from '../core/standing.ts';
import type { DayScope } from '../store/deals.ts';
import type { Store } from '../store/store.ts';
import { DAYS_NAMED } from '../views/backlog.ts';
import type { ToldTo } from '../views/today.ts';
import { type Context, groundOf, scopeOf } from './context.ts';
import { pauseBefore } from './pause.ts';
import { toldAbout } from './told.ts';

/** A day's page, with what is said of the deals on it. */
export interface DayPage {
  readonly outline: Outline;
  readonly placementOf: (id: number) => Placement;
  readonly told: ToldTo;
}

/** So often a page is asked for again where another program has taken a deal off it meanwhile. */
const MOST_LOOKS = 3;

/** Returns the day's page of a book: of all its deals only those that are shown are read whole. */
export async function dayPage(context: Context, store: Store, shown: Shown, whose: Whose = {}): Promise<DayPage> {
  const base = await groundOf(context);
  const scope = { ...scopeOf(context, base), ...whose };
  const { outline, placements } = await lookedAt(context, store, shown, { scope, base });
  const placementOf = (id: number): Placement => placements.get(id) as Placement;
  const opened = outline.contact.map(({ id }) => placementOf(id));
  await context.speak(opened.flatMap(({ deal }) => deal.language ?? []));
  const told = await toldAbout(
    store,
    scope,
    opened.map(({ deal }) => deal),
  );
  return { outline, placementOf, told };
}

/** Returns the first of the deals to contact today, in the order of the page, and how many there are in all. */
export async function listedToday(
  context: Context,
  { most, withBarelyKnown }: { readonly most: number; readonly withBarelyKnown: boolean },
): Promise<{ readonly contact: readonly Placement[]; readonly count: number }> {
  const shown = { contact: most, quiet: withBarelyKnown ? Infinity : 0 };
  const { outline, placementOf } = await dayPage(context, await context.store(), shown);
  return { contact: outline.contact.map(({ id }) => placementOf(id)), count: outline.contactCount };
}

/** Returns the day of every deal to contact of a plan, worked out without what is kept. */
export async function wholeSpread({ limit }: Context, store: Store, { ground, lists }: Plan): Promise<Spread> {
  const pause = pauseFor(await pauseBefore(store, ground), lists.contact, limit);
  const earlier = joiningDays({ ...ground, pause }).map((today): Ground => ({ ...ground, today }));
  return spread(standingsOf(lists.contact, earlier), { ...ground, limit, pause });
}

interface Whose {
  readonly owner?: string | undefined;
}

/** A list that one day takes was never worked off by a plan, whoever was away. */
function pauseFor(pause: Pause | null, contact: readonly unknown[], limit: number): Pause | null {
  return contact.length > limit ? pause : null;
}

async function lookedAt(context: Context, store: Store, shown: Shown, look: Look) {
  for (let looks = 1; ; looks += 1) {
    const { page: outline, medians } = await outlineToday(context, store, shown, look);
    const placements = await placementsOf(store, look.scope, shownDeals(outline), { ...look.base, medians });
    if (looks === MOST_LOOKS || shownDeals(outline).every((id) => placements.has(id))) return { outline, placements };
  }
}

interface Look {
  readonly scope: DayScope;
  readonly base: Omit<Ground, 'medians'>;
}

function outlineToday(context: Context, store: Store, shown: Shown, { scope, base }: Look) {
  const { rule, limit } = context;
  return store.dayPage<Outline>({
    ...scope,
    stamp: stampOf(context),
    // Without an end, JSON has no number for it.
    pageKey: JSON.stringify([String(shown.contact), String(shown.quiet), limit]),
    footing: async (book) => {
      const ground = { ...base, medians: await book.openMedians(scope.owner) };
      const pause = await pauseBefore(book, ground);
      const days = joiningDays({ ...ground, pause });
      const grounds = days.map((today): Ground => ({ ...ground, today }));
      return {
        medians: ground.medians,
        basis: JSON.stringify(days),
        weights: [1, rule.value_2x_from, rule.value_4x_from],
        standingsOf: (deals) =>
          standingsOf(
            deals.map((deal) => place(deal, ground)),
            grounds,
          ),
        pageOf: (standings) => {
          const contact = standings.filter(({ list }) => list === 'contact');
          const planned = Math.max(1 + DAYS_NAMED, Math.ceil(shown.contact / limit));
          const options = { ...ground, limit, pause: pauseFor(pause, contact, limit), days: planned };
          return outlineOf(ground.today, standings, spread(contact, options), shown);
        },
      };
    },
  });
}

/** Returns a text that differs whenever anything does that standings rest on, the book aside. */
function stampOf({ edition, today, rule, holidayCountry, settings }: Context): string {
  return JSON.stringify([edition, today, holidayCountry, settings['closed-days'] ?? null, rule]);
}

async function placementsOf(
  store: Store,
  scope: DayScope,
  ids: readonly number[],
  ground: Ground,
): Promise<Map<number, Placement>> {
  const deals = await store.dealsNumbered(scope, ids);
  return new Map(deals.map((deal) => [deal.id, place(deal, ground)]));
}
