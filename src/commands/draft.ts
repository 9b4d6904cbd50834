import type { Command } from 'commander';
import type { AngleChoice } from '../core/angle.ts';
import { ANGLE_CODES, type AngleCode, OCCASIONS, type SlotCode, WRITTEN_SLOTS } from '../core/codes.ts';
import type { Channel, Language } from '../core/deal.ts';
import { LANGUAGES } from '../core/deal.ts';
import { readChoice } from '../core/dealfield.ts';
import { decideDraft } from '../core/draftable.ts';
import { BadInput } from '../core/failure.ts';
import type { Placement } from '../core/priority.ts';
import { draftJson, draftRemarks, draftView } from '../views/draft.ts';
import { type Letter, letterOf } from '../views/letter.ts';
import { answer, type Context, placementOf, remark, scopeOf } from './context.ts';
import { copyDraft, editDraft, refuseUnfit, remarkBlanks, writeDraft } from './draftout.ts';
import { findDeal } from './find.ts';
import { declare, withOptions } from './option.ts';
import { refusalOf } from './refused.ts';
import { toldAbout } from './told.ts';

interface DraftOptions {
  readonly angle?: string;
  readonly language?: string;
  readonly occasion?: string;
  readonly fill?: readonly string[];
  readonly spoken?: boolean;
  readonly copy?: true;
  readonly eml?: string;
  readonly force?: true;
  readonly edit?: true;
}

const FLAGS = [
  '--angle <code>',
  '--language <en|ja>',
  '--fill <slot=text>...',
  '--occasion <code>',
  '--spoken',
  '--no-spoken',
  '--edit',
  '--copy',
  '--eml <file>',
  '--force',
];

/** Slots that the rep fills in by hand: what the book records is recorded, not typed into one letter. */
const BY_HAND: readonly SlotCode[] = [...WRITTEN_SLOTS, 'lastTopic'];
/** Where one speaks rather than writes. */
const SPOKEN: readonly Channel[] = ['phone', 'visit'];

export function addDraft(program: Command, context: Context): void {
  withOptions(declare(program, context, 'draft <deal>'), context, ...FLAGS).action(
    (query: string | undefined, options: DraftOptions) => draft(context, query, options),
  );
}

export async function draft(context: Context, query: string | undefined, options: DraftOptions): Promise<void> {
  const written = await draftFor(context, query, options);
  const drafted = options.edit ? { ...written, letter: await editDraft(context, written.letter) } : written;
  sayDraft(context, drafted);
  const { letter, placement } = drafted;
  if (options.edit) refuseUnfit(letter);
  if (options.copy) await copyDraft(context, letter);
  if (options.eml !== undefined) await writeDraft(context, letter, placement.deal, options.eml, options.force === true);
  if (options.copy || options.eml !== undefined) remarkBlanks(context, letter);
}

/** A message, and the place of its deal that it was written for. */
export interface Drafted {
  readonly placement: Placement;
  readonly letter: Letter;
}

/** Writes the message for a deal; throws Refusal where the method has none. */
export async function draftFor(context: Context, query: string | undefined, options: DraftOptions): Promise<Drafted> {
  const wanted = options.angle === undefined ? null : readChoice(options.angle, ANGLE_CODES, '--angle');
  const asked = options.language === undefined ? null : readChoice(options.language, LANGUAGES, '--language');
  const { deal } = await findDeal(context, query);
  const placement = await placementOf(context, deal);
  const angle = decided(context, placement, wanted);
  return { placement, letter: await letterFor(context, placement, angle, asked, options) };
}

/** Says the message, what it is for and how to record it once it is sent. */
export function sayDraft(context: Context, { placement, letter }: Drafted): void {
  const { page, settings } = context;
  const { id } = placement.deal;
  answer(
    context,
    () => draftJson(letter, id, page),
    () => draftView(letter, id, page),
  );
  const isSigned = settings.name !== undefined || settings.signature !== undefined;
  remark(context, `\n${draftRemarks(placement, letter, isSigned, page)}`);
}

function decided(context: Context, placement: Placement, wanted: AngleCode | null): AngleChoice {
  const decision = decideDraft(placement, wanted);
  if ('refusal' in decision) throw refusalOf(context, placement, decision.refusal);
  return decision.angle;
}

async function letterFor(
  context: Context,
  placement: Placement,
  angle: AngleChoice,
  asked: Language | null,
  options: DraftOptions,
): Promise<Letter> {
  const { page, settings } = context;
  const { deal } = placement;
  const language = asked ?? deal.language ?? page.words.language;
  const isForMail = options.eml !== undefined;
  const isSpoken = options.spoken ?? (!isForMail && deal.channel !== null && SPOKEN.includes(deal.channel));
  const occasion =
    options.occasion === undefined ? null : readOccasion(context, options.occasion, angle.code, language);
  const scope = scopeOf(context, placement.situation);
  const told = (await toldAbout(await context.store(), scope, [deal]))(placement);
  // A shell hands over `\n` as two signs.
  const signature = settings.signature?.replaceAll('\\n', '\n') ?? null;
  const writer = { name: settings.name ?? null, signature };
  return letterOf(
    placement,
    { angle, language, isSpoken, occasion, fills: readFills(options.fill ?? []), writer, told },
    page,
  );
}

function readOccasion({ page }: Context, value: string, code: AngleCode, language: Language) {
  const known = page.playbookOf(language).angles[code].openings.flatMap((it) => (it.for ? [it.for] : []));
  return readChoice(
    value,
    OCCASIONS.filter((it) => known.includes(it)),
    '--occasion',
  );
}

function readFills(fills: readonly string[]): Partial<Record<SlotCode, string>> {
  return Object.fromEntries(
    fills.map((fill) => {
      const [, name = '', text = ''] = /^([^=]*)=([\s\S]*)$/.exec(fill) ?? [];
      const slot = BY_HAND.find((it) => it === name.trim());
      if (!slot || text.trim() === '') throw new BadInput('bad_fill', { value: fill, choices: BY_HAND });
      return [slot, text];
    }),
  );
}
