import type { Command } from 'commander';
import type { MaterialCode } from '../core/codes.ts';
import { blankDeal, type DealFields, type DealPatch } from '../core/deal.ts';
import { readText } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import type { GuidedCode } from '../core/guide.ts';
import type { Ask } from '../terminal/terminal.ts';
import { type Context, readingOf, remark, remarkSilence } from './context.ts';
import { type DealOptions, readDealOptions, withDealFlags } from './dealflags.ts';
import { askGuided, gathered, openDialogue } from './dialogue.ts';
import { askMaterials } from './materials.ts';
import { declare } from './option.ts';
import { remarkStranger } from './owner.ts';
import { sayDeal } from './say.ts';

/** What a new deal is asked about on a terminal: enough for the first list, no more. */
const FIRST_QUESTIONS: readonly GuidedCode[] = [
  'amount',
  'proposed',
  'goal-date',
  'goal',
  'decision-date',
  'decider',
  'next',
];

export function addAdd(program: Command, context: Context): void {
  withDealFlags(declare(program, context, 'add [customer] [title]'), context).action(
    (customer: string | undefined, title: string | undefined, options: DealOptions) =>
      add(context, { ...options, customer: customer ?? options.customer, title: title ?? options.title }),
  );
}

export async function add(context: Context, options: DealOptions): Promise<void> {
  const { terminal, words, today } = context;
  const given = readDealOptions(options, readingOf(context));
  const isGuided = Object.keys(given).every((field) => field === 'customer' || field === 'title');
  const ask = isGuided ? terminal.ask : undefined;
  const named = await withName(context, given, isGuided);
  const { deal, supplied, skipped } = ask
    ? await guide(context, ask, named)
    : { deal: named, supplied: [], skipped: [] };
  const store = await context.store();
  const { dossier, silenced } = await store.change('add', async (book) => {
    const id = await book.addDeal(deal);
    for (const code of supplied) await book.setMaterial(id, code, 'supplied', deal.proposedOn ?? today);
    await book.settle();
    return { dossier: await book.dossier(id), silenced: book.silenced };
  });
  if (!dossier) return;
  context.skipped.add(dossier.deal.id, skipped);
  remark(context, words.screens.said.added(dossier.deal.id));
  remarkSilence(context, silenced);
  await remarkStranger(context, deal.owner);
  await sayDeal(context, dossier);
}

async function withName(
  context: Context,
  given: Partial<DealFields>,
  isGuided: boolean,
): Promise<DealFields & DealPatch> {
  const { ask } = context.terminal;
  const { screens } = context.words;
  const usual = { owner: ownerOf(context), ...usualLeads(context) };
  if (given.customer !== undefined && (!isGuided || !ask)) return { ...blankDeal(given.customer), ...usual, ...given };
  if (!ask) throw new BadInput('missing', { flag: '<customer>', command: 'add' });
  const check = (text: string): string | null => (text === '' ? screens.ask.customer : null);
  const customer = given.customer ?? (await ask.text({ message: screens.ask.customer, check }));
  const title =
    given.title ??
    (await ask.text({ message: screens.ask.title, hint: screens.ask.example(screens.ask.titleExample) }));
  return { ...blankDeal(readText(customer, '<customer>')), ...usual, ...given, title };
}

/** What the rep's own playbook says of their trade; how long the customer's approval takes is an assumption until they say. */
function usualLeads({ leads }: Context): Partial<DealFields> {
  const { slots, ...durations } = leads;
  return {
    ...(Object.fromEntries(Object.entries(durations).filter(([, it]) => it !== undefined)) as Partial<DealFields>),
    ...(slots ? { slots } : {}),
    ...(leads.approval ? { assumed: ['approval'] as const } : {}),
  };
}

function ownerOf({ settings }: Context): string | null {
  return settings.owner ?? null;
}

/** A new deal as the rep told it, and what they left open. */
interface Guided {
  readonly deal: DealFields & DealPatch;
  readonly supplied: readonly MaterialCode[];
  readonly skipped: readonly GuidedCode[];
}

async function guide(context: Context, ask: Ask, named: DealFields & DealPatch): Promise<Guided> {
  const dialogue = await openDialogue(context, ask);
  let deal = named;
  let supplied: readonly MaterialCode[] = [];
  for (const code of FIRST_QUESTIONS) {
    if (code === 'goal' && !deal.goalOn) continue;
    deal = { ...deal, ...gathered(deal, code, await askGuided(dialogue, code, deal), context.today) };
    if (code === 'proposed' && deal.proposedOn)
      supplied = await askMaterials(dialogue, ['proposal', 'quote', 'plan', 'case'], ['proposal']);
  }
  return { deal, supplied, skipped: dialogue.skipped };
}
