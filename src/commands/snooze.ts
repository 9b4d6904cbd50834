import type { Command } from 'commander';
import type { Day } from '../core/day.ts';
import type { Deal } from '../core/deal.ts';
import { BadInput, Failure } from '../core/failure.ts';
import { readDay } from '../core/spokenday.ts';
import { type Context, remark } from './context.ts';
import { complaint } from './dialogue.ts';
import { findDeal } from './find.ts';
import { declare } from './option.ts';
import { sayDeal } from './say.ts';

export function addSnooze(program: Command, context: Context): void {
  declare(program, context, 'snooze <deal> <day>').action((query: string | undefined, day: string | undefined) =>
    snooze(context, query, day),
  );
}

export async function snooze(context: Context, query: string | undefined, text: string | undefined): Promise<void> {
  if (text !== undefined) readComingDay(text, context.today);
  const shown = await findDeal(context, query, 'open');
  const { deal } = shown;
  refuseEnded(context, deal);
  const until = readComingDay(text ?? (await askUntil(context)), context.today);
  const store = await context.store();
  const dossier = await store.change(
    'snooze',
    async (book) => {
      await book.editDeal(deal.id, { snoozeUntilOn: until }, context.today);
      await book.settle();
      return book.dossier(deal.id);
    },
    shown,
  );
  remark(context, context.words.screens.said.snoozed(context.page.days.short(until)));
  if (dossier) await sayDeal(context, dossier);
}

/** Asks until which day; throws BadInput where nobody is there to answer. */
export function askUntil(context: Context): Promise<string> {
  const { terminal, words } = context;
  if (!terminal.ask) throw new BadInput('missing_argument', { value: 'day' });
  const { untilWhen, untilExample } = words.picking;
  return terminal.ask.text({
    message: untilWhen,
    hint: words.screens.ask.example(untilExample),
    check: (typed) => (typed === '' ? untilWhen : complaint(context, () => readComingDay(typed, context.today), typed)),
  });
}

/** Returns a day to come; throws BadInput for today or a past one. */
export function readComingDay(text: string, today: Day): Day {
  const day = readDay(text, today);
  if (day <= today) throw new BadInput('past_day', { value: text });
  return day;
}

export function refuseEnded({ page }: Context, { id, state }: Deal): void {
  if (state !== 'open') throw new Failure('closed_deal', { id, state: page.playbook.outcomes[state] });
}
