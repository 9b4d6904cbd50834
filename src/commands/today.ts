import type { Command } from 'commander';
import { plan } from '../core/plan.ts';
import { inPlanOrder } from '../views/backlog.ts';
import { firstRunView } from '../views/firstrun.ts';
import { planJson } from '../views/json.ts';
import { todayView } from '../views/today.ts';
import { whyView } from '../views/why.ts';
import { answer, type Context, groundOf, scopeOf } from './context.ts';
import { declare, readCount, withOptions } from './option.ts';
import { spreadOf } from './spread.ts';
import { toldAbout } from './told.ts';

interface TodayOptions {
  readonly limit?: string;
  readonly all?: true;
  readonly why?: true;
  readonly go?: true;
}

/** Quiet lists show this many unless everything is asked for. */
const QUIET_SHOWN = 5;

export function addToday(program: Command, context: Context): void {
  const command = declare(program, context, 'today');
  withOptions(command, context, '-n, --limit <count>', '--all', '--why', '--go').action((options: TodayOptions) =>
    today(context, options),
  );
}

export async function today(context: Context, { go: isWalk, ...options }: TodayOptions): Promise<void> {
  if (isWalk) return (await import('./go.ts')).go(context, options);
  const limit = options.limit === undefined ? null : readCount(options.limit);
  const ground = await groundOf(context);
  const store = await context.store();
  const deals = await store.dealsOfDay(scopeOf(context, ground));
  const day = plan(deals, ground);
  const isEmpty = Object.values(day.lists).every((list) => list.length === 0);
  if (isEmpty && !context.isJson && (await store.dealCount()) === 0) {
    context.terminal.answer(firstRunView(context.page));
    return;
  }
  const shown = options.all
    ? { contact: limit ?? Infinity, quiet: Infinity }
    : { contact: limit ?? context.limit, quiet: QUIET_SHOWN };
  const spread = await spreadOf(context, store, day, ground);
  const opened = context.isJson ? [] : inPlanOrder(day.lists.contact, spread).slice(0, shown.contact);
  await context.speak(opened.flatMap(({ deal }) => deal.language ?? []));
  const told = await toldAbout(context, opened, { store, deals });
  answer(
    context,
    () => planJson(day, spread, limit),
    () => {
      const view = todayView(day, spread, shown, context.page, told);
      if (!options.why) return view;
      return [view, ...day.lists.contact.slice(0, shown.contact).map((it) => whyView(it, context.page))].join('\n\n');
    },
  );
}
