import { FACTOR_CODES, REASON_CODES } from './codes.ts';
import { composed } from './composed.ts';
import type { Day } from './day.ts';
import { CHANNELS, ENDED_STATES, type EndedState, type Outcome } from './deal.ts';
import { readChoice, readText } from './dealfield.ts';
import { readPastDay } from './entry.ts';
import { BadInput, Refusal } from './failure.ts';
import type { Playbook } from './playbook.ts';
import { isSilence } from './silence.ts';
import { readDay } from './spokenday.ts';
import { isPlaceholder } from './testimony.ts';
import { searchKey } from './text.ts';

/** The flags of `close` as they were given. */
export interface ClaimFlags {
  readonly words?: string;
  readonly who?: string;
  readonly channel?: string;
  readonly on?: string;
  readonly reason?: string;
  readonly factor?: string;
  readonly fact?: string;
  readonly revisit?: string;
}

export interface ClaimReading {
  readonly today: Day;
  /** Codes go by their names too, in every one of these. */
  readonly playbooks: readonly Pick<Playbook, 'reasons' | 'factors' | 'outcomes'>[];
}

/** Returns the outcome as the rep tells it; whether it may stand is for its gate to say. */
export function readClaim(state: EndedState, flags: ClaimFlags, reading: ClaimReading): Outcome {
  const { words, who, channel, on, reason, factor, fact, revisit } = flags;
  return {
    state,
    on: readPastDay(on, reading.today),
    // The customer's words are kept as they are, empty ones for the gate to refuse.
    words: words === undefined ? null : composed(words.trim()),
    who: who === undefined ? null : readWho(who),
    channel: channel === undefined ? null : readChoice(channel, CHANNELS, '--channel'),
    reason: reason === undefined ? null : readReason(reason, reading),
    factor: factor === undefined ? null : readFactor(factor, reading),
    fact: fact === undefined ? null : composed(fact.trim()),
    revisitOn: revisit === undefined ? null : readDay(revisit, reading.today),
  };
}

/** Reads how a deal ended, by its code or its name: `lost`, 失注. */
export function readEndedState(text: string, { playbooks }: ClaimReading): EndedState {
  const names = playbooks.map(({ outcomes }) => outcomes);
  const state = codeNamed(text, ENDED_STATES, names);
  if (!state) throw new BadInput('bad_choice', { flag: '<outcome>', value: text, choices: ENDED_STATES });
  return state;
}

/** The rep, or the rep's own system, is no witness to what the customer said. */
const OURSELVES = /^(?:me|myself|i|us|we|our (?:crm|system|team)|crm|自分|私|弊社|当方|当社|社内)$/i;

function readWho(value: string): string {
  const who = readText(value, '--who');
  if (isPlaceholder(who) || OURSELVES.test(who)) throw new Refusal('who_placeholder', { value: who });
  return who;
}

export function readReason(value: string, { playbooks }: ClaimReading): string {
  const names = playbooks.map(({ reasons }) => reasons);
  const reason = codeNamed(value, REASON_CODES, names);
  if (reason) return reason;
  if (isSilence(value)) throw new Refusal('words_silence', { flag: '--reason', value, state: 'lost' });
  throw new BadInput('bad_reason', { value, choices: REASON_CODES });
}

function readFactor(value: string, { playbooks }: ClaimReading): string {
  const names = playbooks.map(({ factors }) => factors);
  const factor = codeNamed(value, FACTOR_CODES, names);
  if (!factor) throw new BadInput('bad_choice', { flag: '--factor', value, choices: FACTOR_CODES });
  return factor;
}

/** Returns the code that a text names: the code itself, a name of it, or one of the parts a name is made of. */
function codeNamed<Code extends string>(
  text: string,
  codes: readonly Code[],
  tables: readonly Readonly<{ [It in Code]: string }>[],
): Code | null {
  const key = searchKey(text).replace(/[。.]$/, '');
  const exact = codes.find((code) => code === key || tables.some((names) => searchKey(names[code]) === key));
  if (exact) return exact;
  const found = codes.filter((code) => tables.some((names) => partsOf(names[code]).includes(key)));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** 「予算がない、または付かなかった」 is named by either half, 「他社を採用（A社）」 without what stands in brackets. */
function partsOf(name: string): string[] {
  const plain = searchKey(name).replace(/\(.*?\)/g, '');
  return plain.split(/、(?:または)?|・|, (?:or )?| or /).map((part) => part.trim());
}
