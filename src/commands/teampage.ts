import { addBusinessDays } from '../core/calendar.ts';
import { monthPeriod, type Period, readMonth, usualPeriod } from '../core/period.ts';
import { place } from '../core/priority.ts';
import { compareRanks } from '../core/rank.ts';
import { compareReps } from '../core/team.ts';
import type { TeamScope } from '../store/teamfigures.ts';
import { type TeamPage, teamJson, teamView } from '../views/teampage.ts';
import { answer, type Context, groundOf, scopeOf, weighedGround } from './context.ts';

/** So many of the deals most in need are named. */
const NAMED = 10;

/** A manager's page: every rep's figures by name, and the deals of all of them that need somebody most. */
export async function team(context: Context, { month }: { readonly month?: string }): Promise<void> {
  const { today } = context;
  const page = await teamPage(
    context,
    month === undefined ? usualPeriod(today) : monthPeriod(readMonth(month, today), today),
  );
  answer(
    context,
    () => teamJson(page),
    () => teamView(page, context.page),
  );
}

async function teamPage(context: Context, period: Period): Promise<TeamPage> {
  const base = await groundOf(context);
  const { today, calendar, rule } = base;
  const thanksSince = addBusinessDays(calendar, today, -rule.thanks_until);
  const scope: TeamScope = { today, period, thanksSince };
  const store = await context.store();
  const figures = await store.teamFigures(scope);
  const ground = await weighedGround(store, base, undefined);
  const everybody = { ...scopeOf(context, base), owner: undefined };
  const deals = await store.dealsNumbered(everybody, figures.neediest);
  const neediest = deals
    .map((deal) => place(deal, ground))
    .filter(({ list }) => list === 'contact')
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .slice(0, NAMED);
  return { today, period, reps: figures.reps.toSorted(compareReps), neediest };
}
