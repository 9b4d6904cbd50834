import type { Command } from 'commander';
import { businessDaysBetween } from '../core/calendar.ts';
import { afterContact, judgeContact } from '../core/contact.ts';
import { type Deal, type DealPatch, LANGUAGES, TALKS } from '../core/deal.ts';
import { delivers, type Entry, type NoteFlags, readEntry } from '../core/entry.ts';
import { BadInput, Cancelled } from '../core/failure.ts';
import { isSignal } from '../core/figures.ts';
import { type GuidedCode, unknownSince } from '../core/guide.ts';
import { lackOf, STANDARD_SETS } from '../core/material.ts';
import { beside, isSame } from '../core/meanwhile.ts';
import { materialFinder } from '../exchange/materialnames.ts';
import type { Dossier } from '../store/dossier.ts';
import type { Ask } from '../terminal/terminal.ts';
import { changedView } from '../views/changed.ts';
import { meanwhileView, noteHeadView, recordedView, understoodView, writtenView } from '../views/recorded.ts';
import { editLines, noteLine } from '../views/typed.ts';
import { type Context, calendarOf, remark } from './context.ts';
import { askGuided, type Dialogue, gathered, openDialogue } from './dialogue.ts';
import { findDeal } from './find.ts';
import { askMaterials } from './materials.ts';
import { declare, withOptions } from './option.ts';
import { recordEntry } from './record.ts';
import { sayDeal } from './say.ts';
import { refuseTaken } from './taken.ts';

const FLAGS = [
  '--on <day>',
  '--from <us|them>',
  '--channel <channel>',
  '--angle <code>',
  '--status-only',
  '--no-answer',
  '--needs <material,…>',
  '--supplied <material,…>',
  '--not-needed <material,…>',
  '--promise <text>',
  '--by <day>',
  '--kept <n>',
  '--asked <text>',
  '--doubt <code>',
  '--answered <n>',
  '--answer <text>',
  '--decision-date <day>',
  '--scene <text>',
  '--decider <text>',
  '--next <text>',
  '--next-on <day>',
  '--booked',
];

/** Whether leaving at a later question cancels the note, or records it as far as it was given. */
type Leaving = 'cancels' | 'records';

/** A note with what was answered so far. */
interface Noted {
  readonly entry: Entry;
  readonly unknowns: Deal['unknowns'];
}

export function addNote(program: Command, context: Context): void {
  withOptions(declare(program, context, 'note <deal> [text]'), context, ...FLAGS).action(
    (query: string | undefined, text: string | undefined, options: Record<string, unknown>) =>
      note(context, query, text, noteFlags(options)),
  );
}

/** Commander reads `--no-answer` as "answer: false" and keeps the text of `--answer` under the same name. */
function noteFlags(options: Record<string, unknown>): NoteFlags {
  const { answer, ...flags } = options;
  return {
    ...flags,
    ...(typeof answer === 'string' ? { answer } : {}),
    ...(answer === false ? { noAnswer: true } : {}),
  } as NoteFlags;
}

export async function note(
  context: Context,
  query: string | undefined,
  given: string | undefined,
  flags: NoteFlags,
  leaving: Leaving = 'cancels',
): Promise<void> {
  const { terminal } = context;
  const text = given?.trim() || undefined;
  if (text === undefined && Object.keys(flags).length === 0 && !terminal.ask) {
    throw new BadInput('missing', { flag: '[text]', command: 'note' });
  }
  const dossier = await findDeal(context, query);
  const reading = {
    today: context.today,
    materialOf: materialFinder(() => LANGUAGES.map(context.page.playbookOf)),
    usualChannel: dossier.deal.channel,
  };
  // A mistyped flag is said before anything is asked.
  readEntry(text ?? '', flags, reading);
  const words =
    text ?? (terminal.ask && Object.keys(flags).length === 0 ? await askWhat(context, terminal.ask, dossier) : '');
  const entry = readEntry(words, flags, reading);
  const noted: Noted = { entry, unknowns: dossier.deal.unknowns };
  if (!terminal.ask || dossier.deal.state !== 'open') return record(context, dossier, noted);
  const dialogue = await openDialogue(context, terminal.ask);
  let said = noted;
  try {
    for await (const more of askAfter(dialogue, dossier, noted)) said = more;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    const { sure, unsure } = dialogue.begun;
    said = withLearnt(said, { ...said.entry.learnt, ...sure });
    const { id } = dossier.deal;
    if (leaving === 'cancels') {
      const { entry: typed } = withLearnt(said, { ...said.entry.learnt, ...unsure });
      throw new Cancelled('typed_cancelled', { commands: [noteLine(id, words, flags, typed)] });
    }
    for (const line of editLines(id, unsure)) terminal.note(`${context.words.go.notAgreed}\n  ${line}`);
    // Nothing was said: a key that was pressed by mistake.
    if (words === '' && isSame(said, noted)) throw error;
  }
  context.skipped.add(dossier.deal.id, dialogue.skipped);
  await record(context, dossier, said);
}

function withLearnt({ entry, unknowns }: Noted, { unknowns: nowUnknown, ...learnt }: DealPatch): Noted {
  return { entry: { ...entry, learnt }, unknowns: nowUnknown ?? unknowns };
}

async function askWhat(context: Context, ask: Ask, { deal, contacts }: Dossier): Promise<string> {
  const { screens } = context.words;
  context.terminal.note(noteHeadView(deal, contacts.at(-1), context.page));
  return ask.text({
    message: screens.ask.whatHappened,
    hint: screens.ask.example(screens.ask.noteExample),
    check: (typed) => (typed === '' ? screens.ask.whatHappened : null),
  });
}

/**
 * At most three questions: the decision date, what was handed over, the next reason to meet. Each only where it is open. Gives the
 * note after each of them as far as it has come.
 */
async function* askAfter(dialogue: Dialogue, dossier: Dossier, noted: Noted): AsyncGenerator<Noted> {
  const { context } = dialogue;
  const { deal } = dossier;
  const { entry } = noted;
  const judged = judgeContact({ ...entry.contact, delivers: delivers(entry) });
  const used = entry.isContact ? afterContact(deal, judged.contact) : {};
  const after: Partial<Deal> = { ...deal, ...used, ...entry.learnt };
  context.terminal.note(understoodView({ ...judged, entry }, context.page));
  const isOpen = (code: GuidedCode): boolean => !isAnswered(context, dossier, entry, code);
  let said = noted;
  const ask = async (code: 'decision-date' | 'next'): Promise<Noted> => {
    const answer = await askGuided(dialogue, code, after);
    said = withLearnt(said, gathered({ ...said.entry.learnt, unknowns: said.unknowns }, code, answer, context.today));
    return said;
  };
  const isDecisionOpen =
    !after.decisionOn || (after.decisionOn < context.today && isOld(context, dialogue.calendar, after.decisionOn));
  if (isDecisionOpen && isOpen('decision-date')) yield ask('decision-date');
  const supplied = await askSupplied(dialogue, dossier, entry);
  if (supplied.length > 0) {
    said = { ...said, entry: { ...said.entry, supplied: [...entry.supplied, ...supplied] } };
    yield said;
  }
  if (!after.next && !after.nextOn && isOpen('next')) yield ask('next');
}

/**
 * "Unknown" is an answer, and so is no answer today, unless the customer has spoken since: that may be what is being noted. What
 * nobody knew today they have said on another day, if they have.
 */
function isAnswered({ skipped, today }: Context, { deal }: Dossier, { isContact, contact }: Entry, code: GuidedCode) {
  const isSpoken = isContact && isSignal(contact);
  const since = unknownSince(deal, code);
  if (since !== null) return !(isSpoken && contact.on > since);
  return skipped.has(deal.id, code) && !(isSpoken && contact.on >= today);
}

function isOld(
  context: Context,
  calendar: Parameters<typeof businessDaysBetween>[0],
  on: NonNullable<Deal['decisionOn']>,
): boolean {
  return businessDaysBetween(calendar, on, context.today) >= 1;
}

/** Asked only after a contact of ours, and only of what is still lacking and was not spoken of. */
async function askSupplied(dialogue: Dialogue, { deal }: Dossier, entry: Entry): Promise<Entry['supplied']> {
  const isOurs = entry.isContact && (entry.contact.from === 'us' || TALKS.includes(entry.contact.channel));
  const spokenOf = [...entry.supplied, ...entry.needs, ...entry.notNeeded, entry.promise?.material];
  const lacking = lackOf(deal, STANDARD_SETS).all.filter((code) => !spokenOf.includes(code));
  if (!isOurs || entry.contact.noAnswer || entry.supplied.length > 0 || lacking.length === 0) return [];
  return askMaterials(dialogue, lacking);
}

async function record(context: Context, dossier: Dossier, { entry, unknowns }: Noted): Promise<void> {
  const { id, decisionOn } = dossier.deal;
  const store = await context.store();
  const calendar = await calendarOf(context);
  const { recorded, after, meanwhile } = await store.changeBeside(
    'note',
    async (book, { now, meanwhile }) => {
      const done = await recordEntry(book, now, entry, calendar, dossier);
      const { free } = beside(dossier.deal, now.deal, { unknowns });
      if (unknowns !== dossier.deal.unknowns) await book.editDeal(id, free, context.today);
      await book.settle();
      return { recorded: done, after: await book.dossier(id), meanwhile };
    },
    dossier,
  );
  remark(context, context.terminal.ask ? writtenView(recorded, context.page) : recordedView(recorded, context.page));
  const changes = meanwhile?.changes.filter(({ what }) => what !== 'contacts') ?? [];
  if (meanwhile && changes.length > 0) remark(context, changedView({ ...meanwhile, changes }, context.page));
  const others = addedBeside(dossier, after, entry);
  if (others.length > 0) remark(context, meanwhileView(others, context.page));
  const slipped = entry.learnt.decisionOn;
  if (decisionOn && slipped && slipped !== decisionOn && after?.deal.decisionOn === slipped) {
    const { short } = context.page.days;
    remark(context, context.words.screens.said.slipped(short(decisionOn), short(slipped)));
  }
  if (after) await sayDeal(context, after);
  refuseTaken(meanwhile, recorded.taken);
}

/** Returns the contacts that came to a deal since it was shown, this one's own aside, which has the highest number. */
function addedBeside(shown: Dossier, after: Dossier | undefined, { isContact }: Entry): Dossier['contacts'] {
  const known = new Set(shown.contacts.map(({ n }) => n));
  const added = (after?.contacts ?? []).filter(({ n }) => !known.has(n)).sort((a, b) => a.n - b.n);
  return isContact ? added.slice(0, -1) : added;
}
