import type { Command } from 'commander';
import type { DealFields, DealPatch } from '../core/deal.ts';
import { DEAL_FLAGS, isDealFlag } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import { type Context, readingOf, remark, remarkSilence } from './context.ts';
import { type DealOptions, readDealOptions, withDealFlags } from './dealflags.ts';
import { findDeal } from './find.ts';
import { declare, withOptions } from './option.ts';
import { remarkStranger } from './owner.ts';
import { sayDeal } from './say.ts';

type EditOptions = DealOptions & {
  readonly clear?: readonly string[];
  readonly where?: readonly string[];
  readonly dryRun?: true;
  readonly yes?: true;
};

/** What `--clear` forgets beside the fields of `add`. */
const CLEARED_STATES: Readonly<Record<string, DealPatch>> = {
  hold: { holdUntilOn: null, holdSinceOn: null, holdWords: null },
  snooze: { snoozeUntilOn: null },
};
/** A deal without its customer could not be found again. */
const KEPT = ['customer'];

export function addEdit(program: Command, context: Context): void {
  const command = withDealFlags(declare(program, context, 'edit [deal]'), context);
  withOptions(command, context, '--clear <field>...', '--where <condition>...', '--dry-run', '--yes').action(
    (query: string | undefined, options: EditOptions) =>
      options.where ? editMany(context, query, options.where, options) : edit(context, query, options),
  );
}

/** Of many deals at once only the owner is changed: one slip in any other field would spoil them all. */
async function editMany(
  context: Context,
  query: string | undefined,
  where: readonly string[],
  { where: _where, dryRun, yes, owner, ...others }: EditOptions,
): Promise<void> {
  if (query !== undefined) throw new BadInput('flags_apart', { flag: '--where', other: '<deal>' });
  const [other] = Object.keys(others);
  if (other !== undefined) throw new BadInput('where_only_owner', { flag: flagOf(other) });
  const patch = readDealOptions(owner === undefined ? {} : { owner }, readingOf(context));
  if (!patch.owner) throw new BadInput('flag_needs', { flag: '--where', needs: '--owner' });
  const { handOver } = await import('./handover.ts');
  await handOver(context, { where, owner: patch.owner, isDry: dryRun === true, isAgreed: yes === true });
}

function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

export async function edit(
  context: Context,
  query: string | undefined,
  { dryRun, yes, ...options }: EditOptions,
): Promise<void> {
  if (dryRun || yes) throw new BadInput('flag_needs', { flag: dryRun ? '--dry-run' : '--yes', needs: '--where' });
  if (query === undefined && !context.terminal.ask) throw new BadInput('missing_argument', { value: 'deal' });
  const patch = { ...cleared(options.clear ?? []), ...readDealOptions(options, readingOf(context)) };
  if (Object.keys(patch).length === 0) throw new BadInput('nothing_to_do', { command: 'edit' });
  const shown = await findDeal(context, query);
  const { deal } = shown;
  const store = await context.store();
  const { isChanged, dossier, silenced } = await store.change(
    'edit',
    async (book) => {
      const changed = await book.editDeal(deal.id, patch, context.today);
      await book.settle();
      return { isChanged: changed, dossier: await book.dossier(deal.id), silenced: book.silenced };
    },
    shown,
  );
  const { said } = context.words.screens;
  remark(context, isChanged ? said.edited(deal.id) : said.unchanged);
  remarkSilence(context, silenced);
  await remarkStranger(context, patch.owner);
  if (isChanged && deal.decisionOn && patch.decisionOn && deal.decisionOn !== patch.decisionOn) {
    remark(context, said.slipped(context.page.days.short(deal.decisionOn), context.page.days.short(patch.decisionOn)));
  }
  if (dossier) await sayDeal(context, dossier);
}

function cleared(names: readonly string[]): DealPatch {
  const patches = names
    .flatMap((value) => value.split(','))
    .map((value) => clearedField(value.trim().replace(/^--/, '')));
  return Object.assign({}, ...patches) as DealPatch;
}

function clearedField(name: string): DealPatch {
  const state = Object.hasOwn(CLEARED_STATES, name) ? CLEARED_STATES[name] : undefined;
  if (state) return state;
  if (!isDealFlag(name) || KEPT.includes(name)) {
    const choices = [...Object.keys(DEAL_FLAGS).filter((it) => !KEPT.includes(it)), ...Object.keys(CLEARED_STATES)];
    throw new BadInput('unknown_field', { value: name, choices });
  }
  const { field } = DEAL_FLAGS[name];
  if (field === 'amount') return { amount: null, currency: null };
  // No appointment stands without its day.
  if (field === 'nextOn') return { nextOn: null, booked: false };
  if (field === 'next') return { next: null, nextOn: null, booked: false };
  return { [field]: BLANKS[field] ?? null };
}

const BLANKS: Partial<DealFields> = { title: '', slots: [], assumed: [], booked: false, doNotContact: false };
