import { businessDaysBetween, type Calendar } from '../core/calendar.ts';
import { workBack } from '../core/chain.ts';
import { type Day, daysBetween } from '../core/day.ts';
import { DEAL_KINDS, type Deal, type DealPatch } from '../core/deal.ts';
import { type DealFlag, readDealFlag } from '../core/dealfield.ts';
import { readNextReason } from '../core/entry.ts';
import { Failure } from '../core/failure.ts';
import type { GuidedCode } from '../core/guide.ts';
import { readDay } from '../core/spokenday.ts';
import { narrow } from '../core/text.ts';
import type { Ask, Choice } from '../terminal/terminal.ts';
import { failureView } from '../views/failure.ts';
import { wrap } from '../views/layout.ts';
import { type Context, calendarOf, readingOf } from './context.ts';

/** What an answer says: fields it fills, nothing (skipped), or that nobody knows. */
export type Answer = { readonly kind: 'known'; readonly patch: DealPatch } | { readonly kind: 'skipped' | 'unknown' };

const SKIPPED: Answer = { kind: 'skipped' };
const UNKNOWN: Answer = { kind: 'unknown' };

/** A dialogue with the rep about one deal. Nothing is recorded here: the command does that once all is gathered. */
export interface Dialogue {
  readonly context: Context;
  readonly ask: Ask;
  readonly calendar: Calendar;
  /** The questions that were left open. */
  readonly skipped: GuidedCode[];
  /** What was said to a question that asks on: leaving there does not take it back. Unsure is what was not yet agreed to. */
  readonly begun: { sure: DealPatch; unsure: DealPatch };
}

export async function openDialogue(context: Context, ask: Ask): Promise<Dialogue> {
  return { context, ask, calendar: await calendarOf(context), skipped: [], begun: { sure: {}, unsure: {} } };
}

const DAY_QUESTIONS: Partial<Record<GuidedCode, { field: keyof Deal; lean: 'ahead' | 'behind' }>> = {
  'goal-date': { field: 'goalOn', lean: 'ahead' },
  'decision-date': { field: 'decisionOn', lean: 'ahead' },
  proposed: { field: 'proposedOn', lean: 'behind' },
};

/** Asks one guided question; Enter skips it, and "unknown" is an answer. */
export async function askGuided(dialogue: Dialogue, code: GuidedCode, deal: Partial<Deal>): Promise<Answer> {
  const answer = await askOf(dialogue, code, deal);
  if (answer.kind === 'skipped') dialogue.skipped.push(code);
  return answer;
}

function askOf(dialogue: Dialogue, code: GuidedCode, deal: Partial<Deal>): Promise<Answer> {
  const day = DAY_QUESTIONS[code];
  if (day) return askDay(dialogue, code, day.field, day.lean, deal);
  if (code === 'next') return askNext(dialogue);
  if (code === 'kind') return askKind(dialogue);
  return askText(dialogue, code);
}

/** Keeps what was answered: fields to set, and which questions were answered with "unknown". */
export function gathered(deal: DealPatch, code: GuidedCode, answer: Answer, today: Day): DealPatch {
  if (answer.kind === 'known') return { ...deal, ...answer.patch };
  if (answer.kind === 'unknown') return { ...deal, unknowns: { ...deal.unknowns, [code]: today } };
  return deal;
}

function promptOf({ context }: Dialogue, code: GuidedCode): { message: string; hint: string } {
  const { ask, example } = context.page.playbook.questions[code];
  return { message: ask, hint: context.words.screens.ask.example(example) };
}

async function askText(dialogue: Dialogue, code: GuidedCode): Promise<Answer> {
  const { context, ask } = dialogue;
  const flag = code as DealFlag;
  const text = await ask.text({
    ...promptOf(dialogue, code),
    check: (typed) =>
      complaint(context, () => isUnknown(context, typed) || readDealFlag(flag, typed, readingOf(context)), typed),
  });
  if (text === '') return SKIPPED;
  return isUnknown(context, text) ? UNKNOWN : { kind: 'known', patch: readDealFlag(flag, text, readingOf(context)) };
}

/** Asks for a day, says what was understood, and keeps it only when the rep agrees. */
async function askDay(
  dialogue: Dialogue,
  code: GuidedCode,
  field: keyof Deal,
  lean: 'ahead' | 'behind',
  deal: Partial<Deal>,
): Promise<Answer> {
  const { context, ask } = dialogue;
  const { screens } = context.words;
  const { message, hint } = promptOf(dialogue, code);
  for (;;) {
    const text = await ask.text({
      message,
      hint: `${screens.ask.skipHint}  ${hint}`,
      check: (typed) =>
        complaint(context, () => isUnknown(context, typed) || readDay(typed, context.today, lean), typed),
    });
    if (text === '') return SKIPPED;
    if (isUnknown(context, text)) return UNKNOWN;
    const day = readDay(text, context.today, lean);
    const usefulness = code === 'decision-date' ? usefulnessOf(dialogue, deal, day) : '';
    const question = [understood(dialogue, day), usefulness, screens.ask.keep]
      .filter((part) => part !== '')
      .join(' — ');
    const patch = { [field]: day };
    dialogue.begun.unsure = patch;
    const isAgreed = await ask.confirm(question, true);
    dialogue.begun.unsure = {};
    if (isAgreed) return { kind: 'known', patch };
  }
}

/** "Wed 30 Sep 2026, in 12 business days" */
function understood({ context, calendar }: Dialogue, day: Day): string {
  const { screens } = context.words;
  const { today, page } = context;
  const distance = screens.ask.distance(daysBetween(today, day), businessDaysBetween(calendar, today, day));
  return screens.ask.understood(page.days.full(day), distance);
}

/** Says whether deciding on that day still serves the customer's goal, where that is known. */
function usefulnessOf({ context, calendar }: Dialogue, deal: Partial<Deal>, day: Day): string {
  if (!deal.goalOn) return '';
  const { latestUsefulOn } = workBack({ ...NO_CHAIN_FACTS, ...deal }, calendar);
  if (!latestUsefulOn) return '';
  const { said } = context.words.screens;
  const latest = context.page.days.short(latestUsefulOn);
  return day > latestUsefulOn ? said.decisionTooLate(context.page.days.short(day), latest) : said.stillUseful(latest);
}

const NO_CHAIN_FACTS = {
  goalOn: null,
  lead: null,
  slots: [],
  prep: null,
  approval: null,
  offerUntilOn: null,
  notBeforeOn: null,
  assumed: [],
} as const;

/** Asks for the next reason to meet, which may end in its day: "staff hours at two companies, 28 Jul". */
async function askNext(dialogue: Dialogue): Promise<Answer> {
  const { context, ask } = dialogue;
  const { message, hint } = promptOf(dialogue, 'next');
  const text = await ask.text({
    message,
    hint,
    check: (typed) =>
      complaint(
        context,
        () => isUnknown(context, typed) || readNextReason(splitDay(typed, context.today).reason),
        typed,
      ),
  });
  if (text === '') return SKIPPED;
  if (isUnknown(context, text)) return UNKNOWN;
  const { reason, on } = splitDay(text, context.today);
  dialogue.begun.sure = { next: reason, nextOn: on, booked: false };
  const nextOn = on ?? (await askNextDay(dialogue));
  dialogue.begun.sure = {};
  return { kind: 'known', patch: { next: reason, nextOn, booked: false } };
}

async function askNextDay({ context, ask }: Dialogue): Promise<Day | null> {
  const { screens } = context.words;
  const text = await ask.text({
    message: screens.ask.nextDay,
    hint: screens.ask.skipHint,
    check: (typed) => complaint(context, () => isUnknown(context, typed) || readDay(typed, context.today), typed),
  });
  return text === '' || isUnknown(context, text) ? null : readDay(text, context.today);
}

/** Returns the reason and the day behind its last comma, where there is one. */
export function splitDay(text: string, today: Day): { reason: string; on: Day | null } {
  const [, reason, tail] = /^(.*\S)\s*[,、，]\s*([^,、，]+)$/s.exec(text.trim()) ?? [];
  if (reason && tail) {
    try {
      return { reason, on: readDay(tail, today) };
    } catch {
      // The last part belongs to the reason.
    }
  }
  return { reason: text.trim(), on: null };
}

async function askKind({ context, ask }: Dialogue): Promise<Answer> {
  const { screens } = context.words;
  const choices: readonly Choice<Answer>[] = [
    { value: SKIPPED, name: screens.ask.kinds.skip },
    ...DEAL_KINDS.map((kind) => ({
      value: { kind: 'known', patch: { kind } } as const,
      name: screens.ask.kinds[kind],
    })),
    { value: UNKNOWN, name: screens.unknown },
  ];
  return ask.choose(context.page.playbook.questions.kind.ask, choices);
}

function isUnknown({ words }: Context, text: string): boolean {
  return words.screens.ask.unknownWords.includes(narrow(text).toLowerCase());
}

/** Returns what is wrong with an answer, or null. An empty one skips the question. */
export function complaint({ words, page }: Context, read: () => unknown, typed: string): string | null {
  if (typed === '') return null;
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof Failure) {
      // Behind the mark of the prompt.
      const width = page.width && page.width - 2;
      return wrap(failureView(error, words, null).replaceAll('\n', ' '), width).join('\n');
    }
    throw error;
  }
}
