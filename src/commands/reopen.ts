import type { Command } from 'commander';
import { CHANNELS } from '../core/deal.ts';
import { readChoice, readText } from '../core/dealfield.ts';
import { Failure, Refusal } from '../core/failure.ts';
import { flawOf } from '../core/testimony.ts';
import { recordWords } from './conclude.ts';
import { type Context, placementOf, remark } from './context.ts';
import { findDeal } from './find.ts';
import { declare, withOptions } from './option.ts';
import { sayDeal } from './say.ts';

interface ReopenFlags {
  readonly words?: string;
  readonly channel?: string;
}

export function addReopen(program: Command, context: Context): void {
  withOptions(declare(program, context, 'reopen <deal>'), context, '--words <text>', '--channel <channel>').action(
    (query: string | undefined, flags: ReopenFlags) => reopen(context, query, flags),
  );
}

export async function reopen(context: Context, query: string | undefined, flags: ReopenFlags): Promise<void> {
  const { today } = context;
  const words = flags.words === undefined ? null : readText(flags.words, '--words');
  const channel = flags.channel === undefined ? null : readChoice(flags.channel, CHANNELS, '--channel');
  const shown = await findDeal(context, query, 'ended');
  const { deal, contacts } = shown;
  if (deal.state === 'open') throw new Failure('not_ended', { id: deal.id });
  const flaw = words === null ? null : flawOf(words, contacts);
  if (flaw) throw new Refusal(`words_${flaw}`, { flag: '--words', value: words ?? '', id: deal.id, state: 'open' });
  const store = await context.store();
  const dossier = await store.change(
    'reopen',
    async (book) => {
      await book.reopenDeal(deal.id);
      if (words !== null) await recordWords(book, deal.id, words, { on: today, channel });
      await book.settle();
      return book.dossier(deal.id);
    },
    shown,
  );
  if (!dossier) return;
  remark(context, context.words.close.reopened(deal.id));
  const { gate } = await placementOf(context, dossier.deal);
  if (gate?.code === 'rest') remark(context, context.words.close.stillResting);
  await sayDeal(context, dossier);
}
