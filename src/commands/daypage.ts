import { listed } from '../core/listed.ts';
import { type Outline, outlineOf, type Shown, shownDeals, stillThere } from '../core/outline.ts';
import type { Plan } from '../core/plan.ts';
import { type Placement, place, weigh } from '../core/priority.ts';
import type { Ground } from '../core/situation.ts';
import { joiningDays, joiningFrom, plannedDays, type Spread, spread } from '../core/spread.ts';
import { standingsOf } from '../core/standing.ts';
import type { DayScope } from '../store/deals.ts';
import type { Surveyed } from '../store/standings.ts';
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

/** Returns the day's page of a book: of all its deals only those that are shown are read whole. */
export async function dayPage(context: Context, store: Store, shown: Shown, whose: Whose = {}): Promise<DayPage> {
  const look = await lookAt(context, whose);
  const { page, medians } = await keptPage(context, store, shown, look, {
    kind: 'outline',
    make: async (outline) => outline,
  });
  return opened(context, store, look, page, medians);
}

/** What `say` makes of a day's page goes through JSON. */
interface Saying<Said> {
  /** Tells it from others that are kept beside it, in a few words. */
  readonly kind: string;
  /** Names all that it rests on beside the page. */
  readonly restsOn: string;
  readonly say: (page: DayPage) => Said;
}

/** Returns what is said of the day's page. It is kept as the page is, and not said anew while nothing has changed. */
export async function saidOfDay<Said>(
  context: Context,
  store: Store,
  shown: Shown,
  { kind, restsOn, say }: Saying<Said>,
): Promise<Said> {
  const look = await lookAt(context, {});
  const { page } = await keptPage(context, store, shown, look, {
    kind: `said ${kind}`,
    restsOn,
    make: async (outline, medians, book) => say(await opened(context, book, look, outline, medians)),
  });
  return page;
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
  const pause = await pauseBefore(store, ground);
  const earlier = joiningDays({ ...ground, pause }).map((today): Ground => ({ ...ground, today }));
  const all = { quiet: Infinity, planned: plannedOf({ ...ground, limit }, Infinity) };
  return spread(listed(standingsOf(lists.contact, earlier), all).contact, { ...ground, limit, pause });
}

function plannedOf(day: Pick<Ground, 'today' | 'calendar'> & { readonly limit: number }, dayCount: number) {
  return { most: day.limit * dayCount, days: dayCount === Infinity ? [] : plannedDays(day, dayCount) };
}

/** What the deals of a page are read with: the book, or one look at it. */
type DayBook = Pick<Store, 'dealsNumbered' | 'dealsWithPeopleOf' | 'told'>;
type Medians = ReadonlyMap<string, number>;

interface Whose {
  readonly owner?: string | undefined;
}

interface Look {
  readonly scope: DayScope;
  readonly base: Omit<Ground, 'medians'>;
}

async function lookAt(context: Context, whose: Whose): Promise<Look> {
  const base = await groundOf(context);
  return { base, scope: { ...scopeOf(context, base), ...whose } };
}

/** What is made of the outline of a day. */
interface Making<Page> extends Pick<Saying<Page>, 'kind'>, Partial<Pick<Saying<Page>, 'restsOn'>> {
  readonly make: (outline: Outline, medians: Medians, book: Surveyed) => Promise<Page>;
}

function keptPage<Page>(
  context: Context,
  store: Store,
  shown: Shown,
  { scope, base }: Look,
  { kind, restsOn, make }: Making<Page>,
) {
  const { rule, limit } = context;
  const dayCount = Math.max(1 + DAYS_NAMED, Math.ceil(shown.contact / limit));
  return store.dayPage<Page>({
    ...scope,
    stamp: stampOf(context),
    kind: `${kind} ${shown.contact} ${shown.quiet}`,
    shown: { quiet: shown.quiet, planned: plannedOf({ ...base, limit }, dayCount) },
    pageKey: JSON.stringify([limit, restsOn]),
    footing: async (book) => {
      const ground = { ...base, medians: await book.openMedians(scope.owner) };
      const pause = await pauseBefore(book, ground);
      const days = joiningDays({ ...ground, pause });
      const grounds = days.map((today): Ground => ({ ...ground, today }));
      const joinedOn = days[0] ?? ground.today;
      return {
        medians: ground.medians,
        joinsFrom: joiningFrom({ ...ground, pause }),
        joinedOn: ground.calendar.isClosed(joinedOn) ? null : joinedOn,
        weights: [1, rule.value_2x_from, rule.value_4x_from],
        standingsOf: (deals, joined) =>
          standingsOf(
            deals.map((deal) => weigh(deal, ground)),
            grounds,
            joined,
          ),
        pageOf: (lists) => {
          const options = { ...ground, limit, pause, days: dayCount };
          return make(outlineOf(ground.today, lists, spread(lists.contact, options), shown), ground.medians, book);
        },
      };
    },
  });
}

/** Reads the deals of a page. One that another program has taken away meanwhile is on it no more. */
async function opened(
  context: Context,
  book: DayBook,
  { scope, base }: Look,
  outline: Outline,
  medians: Medians,
): Promise<DayPage> {
  const deals = await book.dealsNumbered(scope, shownDeals(outline));
  const placements = new Map(deals.map((deal) => [deal.id, place(deal, { ...base, medians })]));
  const placementOf = (id: number): Placement => placements.get(id) as Placement;
  const there = stillThere(outline, (id) => placements.has(id));
  const toContact = there.contact.map(({ id }) => placementOf(id).deal);
  await context.speak(toContact.flatMap(({ language }) => language ?? []));
  return { outline: there, placementOf, told: await toldAbout(book, scope, toContact) };
}

/** Returns a text that differs whenever anything does that standings rest on, the book and the day aside. */
function stampOf({ edition, rule, holidayCountry, settings }: Context): string {
  return JSON.stringify([edition, holidayCountry, settings['closed-days'] ?? null, rule]);
}
