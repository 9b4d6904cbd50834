import type { Command } from 'commander';
import type { DealPatch } from '../core/deal.ts';
import { BadInput, Cancelled, Failure } from '../core/failure.ts';
import { mostAskable, openQuestions } from '../core/guide.ts';
import { beside } from '../core/meanwhile.ts';
import { mediansOf } from '../core/plan.ts';
import type { Ground } from '../core/situation.ts';
import type { Dossier } from '../store/dossier.ts';
import { changedView } from '../views/changed.ts';
import { questionsView } from '../views/questions.ts';
import { editLines } from '../views/typed.ts';
import { dealLine } from '../views/why.ts';
import { answer, type Context, groundOf, remark, scopeOf } from './context.ts';
import { askGuided, gathered, openDialogue } from './dialogue.ts';
import { findDeal } from './find.ts';
import { declare } from './option.ts';
import { sayDeal } from './say.ts';
import { refuseTaken } from './taken.ts';

/** A sitting asks this many questions at most; the rest wait for the next one. */
const MOST_QUESTIONS = 5;

export function addAsk(program: Command, context: Context): void {
  declare(program, context, 'ask [deal]').action((query: string | undefined) => ask(context, query));
}

export async function ask(context: Context, query: string | undefined): Promise<void> {
  const { terminal, words } = context;
  const { dossier, ground } = await subject(context, query);
  const { screens } = words;
  if (!dossier) {
    answer(
      context,
      () => ({ deal: null, questions: [] }),
      () => screens.ask.noQuestionsBook,
    );
    return;
  }
  const open = openQuestions(dossier.deal, ground);
  if (context.isJson || (!terminal.ask && open.length > 0)) {
    answer(
      context,
      () => ({ deal: { id: dossier.deal.id, customer: dossier.deal.customer }, questions: open }),
      () => questionsView(dossier.deal, open, context.page),
    );
    if (!context.isJson) throw new BadInput('cannot_ask', { id: dossier.deal.id });
    return;
  }
  if (open.length === 0 || !terminal.ask) {
    answer(
      context,
      () => ({}),
      () => screens.ask.noQuestions,
    );
    return;
  }
  remark(context, dealLine({ deal: dossier.deal }, `#${dossier.deal.id}`, context.page));
  const dialogue = await openDialogue(context, terminal.ask);
  let patch: DealPatch = { unknowns: dossier.deal.unknowns };
  const { skipped } = context;
  const fresh = open.filter(({ code }) => !skipped.has(dossier.deal.id, code));
  // Whoever has skipped them all and comes back wants to answer after all.
  try {
    for (const { code } of (fresh.length > 0 ? fresh : open).slice(0, MOST_QUESTIONS)) {
      patch = gathered(patch, code, await askGuided(dialogue, code, { ...dossier.deal, ...patch }), context.today);
    }
  } catch (error) {
    const commands = editLines(dossier.deal.id, { ...patch, ...dialogue.begun.sure, ...dialogue.begun.unsure });
    if (!(error instanceof Cancelled) || commands.length === 0) throw error;
    throw new Cancelled('typed_cancelled', { commands });
  }
  skipped.add(dossier.deal.id, dialogue.skipped);
  await record(context, dossier, patch);
}

/** Returns the deal that was named, or the one whose answers would change the list most. */
async function subject(
  context: Context,
  query: string | undefined,
): Promise<{ dossier: Dossier | undefined; ground: Ground }> {
  const store = await context.store();
  const base = await groundOf(context);
  const deals = await store.dealsOfDay(scopeOf(context, base));
  const ground = { ...base, medians: mediansOf(deals) };
  if (query !== undefined) return { dossier: await findDeal(context, query), ground };
  if ((await store.dealCount()) === 0) throw new Failure('no_deals');
  const isSkipped = context.terminal.ask && context.skipped.has;
  const best = mostAskable(deals, ground, isSkipped) ?? mostAskable(deals, ground);
  return { dossier: best && (await store.dossier(best.id)), ground };
}

async function record(context: Context, shown: Dossier, patch: DealPatch): Promise<void> {
  const { deal } = shown;
  const store = await context.store();
  const { isChanged, dossier, meanwhile, taken } = await store.changeBeside(
    'ask',
    async (book, { now, meanwhile }) => {
      const { free, taken } = beside(deal, now.deal, patch);
      const changed = await book.editDeal(deal.id, free, context.today);
      await book.settle();
      return { isChanged: changed, dossier: await book.dossier(deal.id), meanwhile, taken };
    },
    shown,
  );
  const { said } = context.words.screens;
  remark(context, isChanged ? said.edited(deal.id) : said.unchanged);
  if (meanwhile) remark(context, changedView(meanwhile, context.page));
  if (dossier) await sayDeal(context, dossier);
  refuseTaken(meanwhile, taken);
}
