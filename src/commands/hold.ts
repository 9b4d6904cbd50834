import type { Command } from 'commander';
import { CHANNELS } from '../core/deal.ts';
import { readChoice, readText } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import { holdConflictText } from '../views/hold.ts';
import { recordWords } from './conclude.ts';
import { type Context, placementOf, remark } from './context.ts';
import { findDeal } from './find.ts';
import { declare, withOptions } from './option.ts';
import { sayDeal } from './say.ts';
import { askUntil, readComingDay, refuseEnded } from './snooze.ts';

interface HoldFlags {
  readonly words?: string;
  readonly channel?: string;
}

export function addHold(program: Command, context: Context): void {
  withOptions(declare(program, context, 'hold <deal> <day>'), context, '--words <text>', '--channel <channel>').action(
    (query: string | undefined, day: string | undefined, options: HoldFlags) => hold(context, query, day, options),
  );
}

export async function hold(
  context: Context,
  query: string | undefined,
  text: string | undefined,
  { words, channel: means }: HoldFlags,
): Promise<void> {
  const { today, terminal } = context;
  const { screens } = context.words;
  if (text !== undefined) readComingDay(text, today);
  const channel = means === undefined ? null : readChoice(means, CHANNELS, '--channel');
  const shown = await findDeal(context, query, 'open');
  const { deal } = shown;
  refuseEnded(context, deal);
  const until = readComingDay(text ?? (await askUntil(context)), today);
  if (words === undefined && !terminal.ask) throw new BadInput('missing', { flag: '--words', command: 'hold' });
  const check = (typed: string): string | null => (typed === '' ? screens.ask.holdWords : null);
  const asked = words ?? (await terminal.ask?.text({ message: screens.ask.holdWords, check })) ?? '';
  const said = readText(asked, '--words');
  const store = await context.store();
  const dossier = await store.change(
    'hold',
    async (book) => {
      // What they said is a word from them: silence is counted from here.
      await recordWords(book, deal.id, said, { on: today, channel });
      await book.editDeal(deal.id, { holdUntilOn: until, holdSinceOn: today, holdWords: said }, today);
      await book.settle();
      return book.dossier(deal.id);
    },
    shown,
  );
  remark(context, screens.said.held(context.page.days.short(until)));
  if (!dossier) return;
  const conflict = holdConflictText(await placementOf(context, dossier.deal), context.page);
  if (conflict !== '') remark(context, conflict);
  await sayDeal(context, dossier);
}
