import { ANGLE_CODES, DOUBT_CODES, type DoubtCode, MATERIAL_CODES, type MaterialCode } from './codes.ts';
import { composed } from './composed.ts';
import { type ContactFacts, channelNamed } from './contact.ts';
import type { Day } from './day.ts';
import { CHANNELS, type Channel, type DealPatch } from './deal.ts';
import { readChoice, readText } from './dealfield.ts';
import { BadInput, Refusal } from './failure.ts';
import { readDay } from './spokenday.ts';
import { isStatusReason } from './wording.ts';

/** A note's flags as they were given: text by flag name, `true` for a flag of its own. */
export interface NoteFlags {
  readonly on?: string;
  readonly from?: string;
  readonly channel?: string;
  readonly angle?: string;
  readonly statusOnly?: true;
  readonly noAnswer?: true;
  readonly needs?: string;
  readonly supplied?: string;
  readonly notNeeded?: string;
  readonly promise?: string;
  readonly by?: string;
  readonly kept?: string;
  readonly asked?: string;
  readonly doubt?: string;
  readonly answered?: string;
  readonly answer?: string;
  readonly decisionDate?: string;
  readonly scene?: string;
  readonly decider?: string;
  readonly next?: string;
  readonly nextOn?: string;
  readonly booked?: true;
}

/** One note, read and checked: the contact, and what came of it. */
export interface Entry {
  /** Whether anybody was in touch: facts alone (a promise, a decision date) are recorded without inventing a contact. */
  readonly isContact: boolean;
  readonly contact: Omit<ContactFacts, 'delivers'>;
  readonly needs: readonly MaterialCode[];
  readonly supplied: readonly MaterialCode[];
  readonly notNeeded: readonly MaterialCode[];
  readonly promise: { readonly text: string; readonly material: MaterialCode | null; readonly dueOn: Day } | null;
  readonly kept: number | null;
  readonly question: { readonly text: string; readonly doubt: DoubtCode | null } | null;
  readonly answered: number | null;
  readonly answer: string | null;
  /** What was learnt about the deal. */
  readonly learnt: DealPatch;
}

/** Finds the material a text names by code or by name, in either language; null where it names none. */
export type MaterialFinder = (text: string) => MaterialCode | null;

export interface EntryReading {
  readonly today: Day;
  readonly materialOf: MaterialFinder;
  readonly usualChannel: Channel | null;
}

/** Returns the note as it will be recorded; throws BadInput for a value that cannot be read, Refusal for a status reason. */
export function readEntry(text: string, flags: NoteFlags, reading: EntryReading): Entry {
  const { today } = reading;
  const from =
    flags.from === undefined ? usualSide(text, flags) : readChoice(flags.from, ['us', 'them'] as const, '--from');
  if (from === 'them' && flags.noAnswer)
    throw new BadInput('flags_apart', { flag: '--no-answer', other: '--from them' });
  const channel =
    flags.channel === undefined
      ? (channelNamed(text) ?? reading.usualChannel ?? 'email')
      : readChoice(flags.channel, CHANNELS, '--channel');
  return {
    isContact: isContact(text, flags),
    contact: {
      on: readPastDay(flags.on, today),
      from,
      channel,
      angle: flags.angle === undefined ? null : readChoice(flags.angle, ANGLE_CODES, '--angle'),
      text: composed(text.trim()),
      isStatusOnly: flags.statusOnly === true,
      noAnswer: flags.noAnswer === true,
    },
    needs: readMaterials(flags.needs, '--needs', reading),
    supplied: readMaterials(flags.supplied, '--supplied', reading),
    notNeeded: readMaterials(flags.notNeeded, '--not-needed', reading),
    promise: readPromise(flags, reading),
    kept: readNumber(flags.kept),
    question: readQuestion(flags),
    answered: readNumber(flags.answered),
    answer: flags.answer === undefined ? null : readText(flags.answer, '--answer'),
    learnt: readLearnt(flags, today),
  };
}

/** What they asked or need, told without a word of ours, came from them. */
function usualSide(text: string, flags: NoteFlags): 'us' | 'them' {
  const isTheirs = flags.asked !== undefined || flags.doubt !== undefined || flags.needs !== undefined;
  const ours = [flags.angle, flags.statusOnly, flags.noAnswer, flags.supplied, flags.answered, flags.answer];
  return text.trim() === '' && isTheirs && ours.every((flag) => flag === undefined) ? 'them' : 'us';
}

/** What tells of a touch without words. A promise or a date may have been given at any other time: it tells of none. */
const TELLING = [
  'on',
  'from',
  'channel',
  'angle',
  'statusOnly',
  'noAnswer',
  'needs',
  'supplied',
  'asked',
  'doubt',
  'answered',
  'answer',
] as const satisfies readonly (keyof NoteFlags)[];

function isContact(text: string, flags: NoteFlags): boolean {
  return text.trim() !== '' || TELLING.some((flag) => flags[flag] !== undefined);
}

/** Returns the day of something that happened; today where none is given. */
export function readPastDay(value: string | undefined, today: Day): Day {
  if (value === undefined) return today;
  const on = readDay(value, today, 'behind');
  if (on > today) throw new BadInput('day_ahead', { value });
  return on;
}

/** Returns a next reason to meet; a status check is none. */
export function readNextReason(value: string): string {
  const reason = readText(value, '--next');
  if (isStatusReason(reason)) throw new Refusal('status_next', { value: reason });
  return reason;
}

/** Returns whether the contact delivered something by what it carried, whatever its words. */
export function delivers({ supplied, kept, answered, answer, contact }: Entry): boolean {
  return contact.from === 'us' && (supplied.length > 0 || kept !== null || answered !== null || answer !== null);
}

function readMaterials(value: string | undefined, flag: string, { materialOf }: EntryReading): MaterialCode[] {
  if (value === undefined) return [];
  const names = value.split(/[,、，;；]/).filter((name) => name.trim() !== '');
  if (names.length === 0) throw new BadInput('empty_value', { flag });
  return names.map((name) => {
    const code = materialOf(name);
    if (!code) throw new BadInput('bad_material', { flag, value: name.trim(), choices: MATERIAL_CODES });
    return code;
  });
}

function readPromise({ promise, by }: NoteFlags, { today, materialOf }: EntryReading): Entry['promise'] {
  if (promise === undefined) {
    if (by !== undefined) throw new BadInput('flag_needs', { flag: '--by', needs: '--promise' });
    return null;
  }
  const text = readText(promise, '--promise');
  if (by === undefined) throw new BadInput('promise_needs_day');
  return { text, material: materialOf(text), dueOn: readDay(by, today) };
}

function readQuestion({ asked, doubt }: NoteFlags): Entry['question'] {
  if (asked === undefined && doubt === undefined) return null;
  return {
    text: asked === undefined ? '' : readText(asked, '--asked'),
    doubt: doubt === undefined ? null : readChoice(doubt, DOUBT_CODES, '--doubt'),
  };
}

function readNumber(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^[1-9]\d{0,6}$/.test(value.trim())) throw new BadInput('bad_count', { value });
  return Number(value);
}

function readLearnt(flags: NoteFlags, today: Day): DealPatch {
  const { decisionDate, scene, decider, next, nextOn, booked } = flags;
  return {
    ...(decisionDate === undefined ? {} : { decisionOn: readDay(decisionDate, today) }),
    ...(scene === undefined ? {} : { scene: readText(scene, '--scene') }),
    ...(decider === undefined ? {} : { decider: readText(decider, '--decider') }),
    // A new reason brings its own day and appointment, or none: the old ones were about something else.
    ...(next === undefined ? {} : { next: readNextReason(next), nextOn: null, booked: false }),
    ...(nextOn === undefined ? {} : { nextOn: readDay(nextOn, today) }),
    ...(booked === undefined ? {} : { booked: true }),
  };
}
