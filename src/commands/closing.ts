import { FACTOR_CODES, REASON_CODES } from '../core/codes.ts';
import { CHANNELS, type EndedState, type Outcome } from '../core/deal.ts';
import type { EndGround } from '../core/dealrecord.ts';
import { readPastDay } from '../core/entry.ts';
import { Refusal } from '../core/failure.ts';
import { checkOutcome, refuseFlaws } from '../core/outcome.ts';
import type { Dossier } from '../store/dossier.ts';
import type { Ask } from '../terminal/terminal.ts';
import { failureText } from '../views/failure.ts';
import { printable } from '../views/printable.ts';
import type { Context } from './context.ts';
import { complaint } from './dialogue.ts';
import { readComingDay } from './snooze.ts';

/** A conversation about how one deal ended. Words are never filled in for the rep: they are the customer's. */
export interface Closing {
  readonly context: Context;
  readonly ask: Ask;
  readonly dossier: Dossier;
  readonly ground: EndGround;
  /** What was asked already: an empty answer is one too. */
  readonly asked: Set<string>;
}

/** What a refusal without a list of flags still lets the rep say. */
const ASKED_FOR: Readonly<Record<string, readonly string[]>> = {
  other_needs_fact: ['--fact'],
  withdrawn_no_day: ['--fact'],
  withdrawn_early: ['--fact'],
  withdrawn_untold: ['--fact'],
};

/** Asks for what the outcome's gate still needs; returns null where the rep would rather keep the deal open. */
export async function completed(closing: Closing, told: Outcome, isDayGiven: boolean): Promise<Outcome | null> {
  let claim = told;
  let isGuided = false;
  for (;;) {
    const missing = missingFrom(closing, claim);
    if (missing.length === 0) return isGuided ? askOptional(closing, claim, isDayGiven) : claim;
    isGuided = true;
    for (const flag of missing) {
      closing.asked.add(flag);
      const answered = await askFor(closing, flag, claim);
      if (answered === null) return null;
      const isOtherEnd = answered.state !== claim.state;
      claim = answered;
      if (isOtherEnd) break;
    }
  }
}

function missingFrom({ dossier, ground }: Closing, claim: Outcome): readonly string[] {
  try {
    checkOutcome(claim, dossier, ground);
    return [];
  } catch (error) {
    const missing = error instanceof Refusal ? (ASKED_FOR[error.code] ?? error.facts.missing) : undefined;
    if (!Array.isArray(missing)) throw error;
    return missing as readonly string[];
  }
}

function askFor(closing: Closing, flag: string, claim: Outcome): Promise<Outcome | null> {
  switch (flag) {
    case '--words':
      return claim.state === 'void' ? askText(closing, 'words', claim) : askWords(closing, claim);
    case '--fact':
      return askText(closing, 'fact', claim);
    case '--who':
      return askWho(closing, claim);
    case '--channel':
      return askChannel(closing, claim);
    case '--reason':
      return askReason(closing, claim);
    default:
      return askRevisit(closing, claim, true);
  }
}

async function askWords(closing: Closing, claim: Outcome): Promise<Outcome | null> {
  const { ask, context } = closing;
  const words = context.words.close.ask;
  const said = await ask.text({
    message: words.words,
    hint: words.wordsHint,
    check: flawCheck(closing, 'words', claim),
  });
  if (said !== '') return { ...claim, words: said };
  const exits = ['declined', 'dormant', 'withdrawn', 'open'] as const;
  const exit = await ask.choose(
    words.noWords,
    exits.map((value) => ({ value, name: words.exits[value] })),
  );
  return exit === 'open' ? null : { ...claim, state: exit, reason: null };
}

async function askText(closing: Closing, field: 'words' | 'fact', claim: Outcome): Promise<Outcome | null> {
  const { ask, context } = closing;
  const words = context.words.close.ask;
  const mayStayOpen = claim.state === 'withdrawn';
  const message =
    field === 'words'
      ? words.source
      : mayStayOpen
        ? words.ourReason
        : claim.state === 'void'
          ? words.voidFact
          : words.other;
  const flaw = flawCheck(closing, field, claim);
  const text = await ask.text({ message, check: (typed) => (typed === '' && !mayStayOpen ? message : flaw(typed)) });
  return text === '' ? null : { ...claim, [field]: text };
}

/** The ways on are offered by the next question, so here only what is wrong is said. */
function flawCheck({ context, dossier }: Closing, field: 'words' | 'fact', claim: Outcome) {
  return (typed: string): string | null => {
    if (typed === '') return null;
    try {
      refuseFlaws({ ...claim, [field]: typed }, dossier);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return failureText(error, context.words).message;
      throw error;
    }
  };
}

async function askWho({ ask, context, dossier }: Closing, claim: Outcome): Promise<Outcome> {
  const { close } = context.words;
  const { contact } = dossier.deal;
  const who = await ask.text({
    message: close.ask.who,
    hint: contact ? close.ask.whoHint(printable(contact)) : undefined,
    check: (typed) => (typed === '' && !contact ? close.ask.who : null),
  });
  return { ...claim, who: who === '' ? contact : who };
}

/** The customer's usual channel comes first. */
async function askChannel({ ask, context, dossier }: Closing, claim: Outcome): Promise<Outcome> {
  const { close, screens } = context.words;
  const usual = dossier.deal.channel ?? 'email';
  const choices = [usual, ...CHANNELS.filter((it) => it !== usual)];
  const channel = await ask.choose(
    close.ask.channel,
    choices.map((value) => ({ value, name: screens.channels[value] })),
  );
  return { ...claim, channel };
}

async function askReason({ ask, context }: Closing, claim: Outcome): Promise<Outcome> {
  const { reasons } = context.page.playbook;
  const choices = REASON_CODES.map((value) => ({ value, name: reasons[value] }));
  return { ...claim, reason: await ask.choose(context.words.close.ask.reason, choices) };
}

/** What no gate needs is asked only of those who are being asked anyway. */
async function askOptional(closing: Closing, complete: Outcome, isDayGiven: boolean): Promise<Outcome> {
  const { ask, context, dossier } = closing;
  const { close } = context.words;
  let claim = complete;
  if (claim.state === 'declined' && claim.words === null && !closing.asked.has('--words')) {
    const { words, skipWords } = close.ask;
    const said = await ask.text({ message: words, hint: skipWords, check: flawCheck(closing, 'words', claim) });
    if (said !== '') claim = { ...claim, words: said };
  }
  if (!isDayGiven && (claim.state === 'lost' || claim.state === 'declined')) claim = await askDay(closing, claim);
  if (claim.state !== 'lost') return claim;
  if (claim.factor === null) {
    const { factors } = context.page.playbook;
    const none = { value: null, name: close.ask.noFactor };
    const choices = [none, ...FACTOR_CODES.map((value) => ({ value, name: factors[value] }))];
    claim = { ...claim, factor: await ask.choose<string | null>(close.ask.factor, choices) };
  }
  return claim.revisitOn === null && !dossier.deal.doNotContact ? askRevisit(closing, claim, false) : claim;
}

async function askDay({ ask, context }: Closing, claim: Outcome): Promise<Outcome> {
  const { close } = context.words;
  const check = (typed: string): string | null => complaint(context, () => readPastDay(typed, context.today), typed);
  const typed = await ask.text({ message: close.ask.on, hint: close.ask.onHint, check });
  return typed === '' ? claim : { ...claim, on: readPastDay(typed, context.today) };
}

async function askRevisit({ ask, context }: Closing, claim: Outcome, isNeeded: boolean): Promise<Outcome> {
  const { revisit, skip } = context.words.close.ask;
  const typed = await ask.text({
    message: revisit,
    hint: isNeeded ? undefined : skip,
    check: (it) => (it === '' && isNeeded ? revisit : complaint(context, () => readComingDay(it, context.today), it)),
  });
  return typed === '' ? claim : { ...claim, revisitOn: readComingDay(typed, context.today) };
}

/** Asks how the deal ended, where the command line does not say. */
export function askState(context: Context, ask: Ask, states: readonly EndedState[]): Promise<EndedState> {
  const { outcomes } = context.page.playbook;
  const choices = states.map((value) => ({ value, name: `${value}: ${outcomes[value]}` }));
  return ask.choose(context.words.close.ask.outcome, choices);
}
