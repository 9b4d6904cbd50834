import type { Command } from 'commander';
import { addBusinessDays, type Calendar, onOrBefore } from '../core/calendar.ts';
import { addDays, type Day } from '../core/day.ts';
import { blankDeal, LANGUAGES } from '../core/deal.ts';
import { readEntry } from '../core/entry.ts';
import { plan } from '../core/plan.ts';
import { type DemoDeal, readDemo } from '../exchange/demo.ts';
import { materialFinder } from '../exchange/materialnames.ts';
import { builtInPlaybook } from '../exchange/playbooks.ts';
import type { Book } from '../store/book.ts';
import { demoView } from '../views/demo.ts';
import { planJson } from '../views/json.ts';
import { printableJson } from '../views/printable.ts';
import { todayView } from '../views/today.ts';
import { conclude } from './conclude.ts';
import { type Context, groundOf, readingOf, scopeOf } from './context.ts';
import { dayPage, wholeSpread } from './daypage.ts';
import { readDealOptions } from './dealflags.ts';
import { declare } from './option.ts';
import { recordEntry } from './record.ts';

export function addDemo(program: Command, context: Context): void {
  declare(program, context, 'demo').action(() => demo(context));
}

/** Makes the sample book anew around today, in its own file, and shows its day. The rep's own book is not touched. */
export async function demo(context: Context): Promise<void> {
  const { deals } = await readDemo(context.words.language);
  const ground = await groundOf(context);
  const file = context.freshDemoFile();
  const store = await context.openBook(file);
  await store.change('demo', async (book) => {
    for (const deal of deals) await addDemoDeal(context, book, ground.calendar, deal);
  });
  if (context.isJson) {
    const day = plan(await store.dealsOfDay({ ...scopeOf(context, ground), owner: undefined }), ground);
    const spread = await wholeSpread(context, store, day);
    context.terminal.answer(printableJson({ file, ...planJson(day, spread, null) }, 2));
    return;
  }
  const { outline, ...shown } = await dayPage(
    context,
    store,
    { contact: context.limit, quiet: 5 },
    { owner: undefined },
  );
  const parts = [todayView(outline, context.page, shown), demoView(deals.length, file, context.page)];
  context.terminal.answer(parts.join('\n\n'));
}

async function addDemoDeal(context: Context, book: Book, calendar: Calendar, deal: DemoDeal): Promise<void> {
  const day = (text: string): Day => distantDay(text, context.today, calendar);
  const resolve = <Flags extends object>(flags: Flags): Flags =>
    Object.fromEntries(
      Object.entries(flags).map(([name, value]) => [
        name,
        typeof value === 'string' && value.startsWith('@') ? day(value) : value,
      ]),
    ) as Flags;
  const fields = readDealOptions(resolve(deal.flags), readingOf(context));
  const id = await book.addDeal({ ...blankDeal(''), ...fields });
  for (const { text, ...flags } of deal.entries) {
    const entry = readEntry(text, resolve(flags), {
      today: context.today,
      materialOf: materialFinder(() => LANGUAGES.map(builtInPlaybook)),
      usualChannel: null,
    });
    await book.settle();
    const dossier = await book.dossier(id);
    if (dossier) await recordEntry(book, dossier, entry, calendar);
  }
  const { hold, snooze, ended } = deal;
  // A talk uses up the agreed next reason; the one that was agreed on is the last that stands.
  if (fields.next)
    await book.editDeal(
      id,
      { next: fields.next, nextOn: fields.nextOn ?? null, booked: fields.booked ?? false },
      context.today,
    );
  if (hold)
    await book.editDeal(
      id,
      { holdUntilOn: day(hold.until), holdSinceOn: day(hold.on), holdWords: hold.words },
      context.today,
    );
  if (snooze) await book.editDeal(id, { snoozeUntilOn: day(snooze) }, context.today);
  if (ended) {
    const { state, words } = ended;
    const unsaid = { reason: null, factor: null, fact: null, revisitOn: null };
    const who = fields.contact ?? fields.customer ?? null;
    await book.settle();
    const dossier = await book.dossier(id);
    if (!dossier) return;
    const claim = { ...unsaid, state, words, who, channel: fields.channel ?? 'email', on: day(ended.on) } as const;
    await conclude(book, dossier, claim, { today: context.today, calendar });
  }
}

/** Reads `@-3bd` or `@+10d`. Plain distances into the past fall on a business day: nobody met on a Sunday. */
function distantDay(text: string, today: Day, calendar: Calendar): Day {
  const [, count = '0', unit] = /^@([+-]\d+)(bd|d)$/.exec(text) ?? [];
  if (unit === 'bd') return addBusinessDays(calendar, today, Number(count));
  const day = addDays(today, Number(count));
  return day < today ? onOrBefore(calendar, day) : day;
}
