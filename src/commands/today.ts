import type { Command } from 'commander';
import { plan } from '../core/plan.ts';
import type { Store } from '../store/store.ts';
import { firstRunView } from '../views/firstrun.ts';
import { planJson } from '../views/json.ts';
import type { Page } from '../views/page.ts';
import { printableJson } from '../views/printable.ts';
import { todayView } from '../views/today.ts';
import { whyView } from '../views/why.ts';
import { type Context, groundOf, scopeOf } from './context.ts';
import { type DayPage, dayPage, saidOfDay, wholeSpread } from './daypage.ts';
import { declare, readCount, withOptions } from './option.ts';
import { asOwner } from './owner.ts';

interface TodayOptions {
  readonly limit?: string;
  readonly all?: true;
  readonly why?: true;
  readonly go?: true;
  readonly owner?: string;
}

/** Quiet lists show this many unless everything is asked for. */
const QUIET_SHOWN = 5;

export function addToday(program: Command, context: Context): void {
  const command = declare(program, context, 'today');
  withOptions(command, context, '-n, --limit <count>', '--all', '--why', '--go', '--owner <name>').action(
    (options: TodayOptions) => today(context, options),
  );
}

export async function today(own: Context, { go: isWalk, owner, ...options }: TodayOptions): Promise<void> {
  const context = own.hasBook() ? await asOwner(own, owner) : own;
  if (isWalk) return (await import('./go.ts')).go(context, options);
  const limit = options.limit === undefined ? null : readCount(options.limit);
  // Looking makes no book.
  if (!context.isJson && !context.hasBook()) {
    context.terminal.answer(firstRunView(context.page));
    return;
  }
  const store = await context.store();
  if (context.isJson) return todayJson(context, store, limit);
  const shown = options.all
    ? { contact: limit ?? Infinity, quiet: Infinity }
    : { contact: limit ?? context.limit, quiet: QUIET_SHOWN };
  const isWhy = options.why === true;
  const say = (day: DayPage) => said(day, context.page, isWhy);
  // All deals are asked for now and then only, and their page may be as large as the book.
  const { text, isEmpty } = options.all
    ? say(await dayPage(context, store, shown))
    : await saidOfDay(context, store, shown, { ...wordsRestOn(context, isWhy), say });
  const isNew = isEmpty && (await store.dealCount()) === 0;
  context.terminal.answer(isNew ? firstRunView(context.page) : text);
}

function said({ outline, ...deals }: DayPage, page: Page, isWhy: boolean) {
  const whys = isWhy ? outline.contact.map(({ id }) => whyView(deals.placementOf(id), page)) : [];
  return { isEmpty: outline.isEmpty, text: [todayView(outline, page, deals), ...whys].join('\n\n') };
}

/** Returns texts that differ whenever anything does that the words rest on, the page and the program aside. */
function wordsRestOn({ page, settings, currency, knowledge }: Context, isWhy: boolean) {
  const { words, width, paint, whose = null } = page;
  // Where the book is says nothing of what is in it, and may hold a password.
  const { db: _address, ...spoken } = settings;
  const painted = Object.values(paint).map((stroke) => stroke('x', 'y:z'));
  return {
    kind: `${words.language} ${width} ${isWhy ? 'why' : 'list'}`,
    restsOn: JSON.stringify([painted, whose, spoken, currency, knowledge]),
  };
}

/** A script gets every deal whole: nothing kept of it would spare the reading. */
async function todayJson(context: Context, store: Store, limit: number | null): Promise<void> {
  const ground = await groundOf(context);
  const day = plan(await store.dealsOfDay(scopeOf(context, ground)), ground);
  context.terminal.answer(printableJson(planJson(day, await wholeSpread(context, store, day), limit), 2));
}
