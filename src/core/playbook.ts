import type { Day } from './day.ts';
import type { DealKind, Language, State } from './deal.ts';

/** What kind of contact an angle is: it gives the customer something, asks for something, or states a fact of theirs. */
export type AngleKind = 'give' | 'ask' | 'notice';

export const ANGLE_CODES = [
  'promise',
  'answer',
  'thanks',
  'material',
  'approval',
  'compare',
  'date',
  'workback',
  'withdraw',
  'recommend',
  'risk',
  'labour',
  'info',
  'idea',
  'goodwill',
  'othertopic',
  'stakeholder',
  'verdict',
  'closefile',
  'reopen',
  'lossreason',
  'revisit',
  'holdack',
] as const;
export type AngleCode = (typeof ANGLE_CODES)[number];

export const ANGLE_KINDS: Readonly<Record<AngleCode, AngleKind>> = {
  promise: 'give',
  answer: 'give',
  thanks: 'give',
  material: 'give',
  approval: 'give',
  compare: 'give',
  date: 'ask',
  workback: 'notice',
  withdraw: 'notice',
  recommend: 'give',
  risk: 'give',
  labour: 'give',
  info: 'give',
  idea: 'give',
  goodwill: 'give',
  othertopic: 'ask',
  stakeholder: 'ask',
  verdict: 'ask',
  closefile: 'notice',
  reopen: 'notice',
  lossreason: 'ask',
  revisit: 'notice',
  holdack: 'notice',
};

/** What a customer may need in hand before deciding. */
export const MATERIAL_CODES = [
  'quote',
  'proposal',
  'summary',
  'compare',
  'case',
  'reference',
  'roi',
  'tco',
  'req',
  'demo',
  'security',
  'privacy',
  'sla',
  'plan',
  'effort',
  'risk',
  'ringi',
  'qa',
  'contract',
  'nda',
  'company',
  'subsidy',
  'invoice',
] as const;
export type MaterialCode = (typeof MATERIAL_CODES)[number];

const SMALL_SET = ['quote', 'proposal', 'plan'] as const;
const MID_SET = [...SMALL_SET, 'compare', 'case', 'roi', 'ringi'] as const;

/** The short checklist a new deal starts with: what a deal of its kind cannot be decided without. */
export const STANDARD_SETS: Readonly<Record<DealKind, readonly MaterialCode[]>> = {
  small: SMALL_SET,
  mid: MID_SET,
  system: [...MID_SET, 'security', 'privacy', 'req', 'contract'],
};

export const DOUBT_CODES = [
  'cost-worth',
  'works-for-us',
  'effort',
  'adoption',
  'switching',
  'security',
  'lockin',
  'vendor',
  'timing',
  'approval',
  'choice',
  'past',
  'blame',
  'rival',
  'hidden',
  'support',
  'legal',
  'data',
] as const;
export type DoubtCode = (typeof DOUBT_CODES)[number];

/** Why the customer said no, by their own words. Silence is not among them, and never will be. */
export const REASON_CODES = [
  'price',
  'budget',
  'value',
  'function',
  'fit',
  'competitor',
  'incumbent',
  'statusquo',
  'inhouse',
  'indecision',
  'timing',
  'priority',
  'approval',
  'stakeholder',
  'security',
  'terms',
  'leadtime',
  'capacity',
  'trust',
  'service',
  'orgchange',
  'cancelled',
  'undisclosed',
  'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** What we may have done ourselves: the rep's own guess, kept beside the customer's reason, never in its place. */
export const FACTOR_CODES = [
  'no-date',
  'missing-material',
  'late-answer',
  'status-only',
  'decider-not-reached',
  'single-contact',
  'missed-issue',
  'price-late',
  'left-alone',
  'pushed',
] as const;
export type FactorCode = (typeof FACTOR_CODES)[number];

/** The guided questions: first how the customer decides, then what only `add` asks. */
export const QUESTION_CODES = [
  'goal',
  'goal-date',
  'slip',
  'decision-date',
  'scene',
  'decider',
  'route',
  'information',
  'criteria',
  'opposition',
  'past',
  'budget',
  'paperwork',
  'prepare',
  'contact-wish',
  'next',
  'proposed',
  'amount',
  'kind',
  'materials',
  'lead',
  'approval',
  'rival',
] as const;
export type QuestionCode = (typeof QUESTION_CODES)[number];

/** Facts the program fills in from its records. */
export const RECORDED_SLOTS = [
  'customer',
  'contact',
  'title',
  'promisedItem',
  'promisedOn',
  'question',
  'askedOn',
  'doubt',
  'material',
  'goal',
  'goalOn',
  'chain',
  'latestUsefulOn',
  'decisionOn',
  'scene',
  'decider',
  'route',
  'rival',
  'nextReason',
  'nextOn',
  'holdUntilOn',
  'meetingOn',
  'lastTopic',
  'lastSignalOn',
  'revisitMonth',
  'oldReason',
  'offerUntilOn',
] as const;

/** Facts only the rep can write; in a draft they stay marked blanks. */
export const WRITTEN_SLOTS = [
  'place',
  'point',
  'answer',
  'basis',
  'unknownPart',
  'unknownBy',
  'issue',
  'ourTask',
  'theirTask',
  'byDate',
  'option',
  'otherOption',
  'reason',
  'facts',
  'scope',
  'test',
  'terms',
  'task',
  'input',
  'source',
  'sourceOn',
  'effect',
  'observation',
  'approach',
  'event',
  'minutes',
  'team',
  'specialist',
  'newFact',
  'alternative',
  'nextPeriod',
  'change',
  'criteria',
  'role',
] as const;

export const SLOT_CODES = [...RECORDED_SLOTS, ...WRITTEN_SLOTS] as const;
export type SlotCode = (typeof SLOT_CODES)[number];

/**
 * The occasions that need words of their own: `late` we missed our date · `partial` part of the answer is still unknown ·
 * `requested` they asked for it · `sameDay` the meeting was today · `decisionLate` their decision date lies after the
 * latest useful day · `conflict` the quiet they ask for passes that day · `sympathy`, `gratitude` goodwill other than
 * congratulations.
 */
export const OCCASIONS = [
  'late',
  'partial',
  'requested',
  'sameDay',
  'decisionLate',
  'conflict',
  'sympathy',
  'gratitude',
] as const;
export type Occasion = (typeof OCCASIONS)[number];

/**
 * The first sentences of a mail, with `{slot}` where a fact goes, and `{#slot}…{/slot}` around words that stand only where
 * the fact is known. Without `for` it suits the angle in general.
 */
export interface Opening {
  readonly for?: Occasion | undefined;
  readonly text: string;
}

export interface AngleEntry {
  readonly name: string;
  readonly kind: AngleKind;
  /** The conditions, in words. */
  readonly when: string;
  /** The facts without which the message has no reason to exist; each stands in every opening of the angle. */
  readonly must: readonly SlotCode[];
  readonly bad: readonly string[];
  /** The subject line; it names nothing but `{title}`, and that only where there is one: it is never left blank. */
  readonly subject: string;
  readonly openings: readonly Opening[];
  /** What the mail says after its opening, paragraph by paragraph; one that comes out empty is left out. */
  readonly body: readonly string[];
  /** How the mail ends, where the usual closing does not suit. */
  readonly closing?: string | undefined;
  /** The same thing said on the phone or at the door. */
  readonly spoken: string;
}

export interface SlotEntry {
  /** What stands in the blank: `[FILL: label]`, `［要記入：label］`. */
  readonly label: string;
  /** How the fact gets there. */
  readonly hint: string;
}

export interface MaterialEntry {
  readonly name: string;
  readonly reader: string;
  readonly step: string;
  readonly aliases: readonly string[];
}

export interface DoubtEntry {
  readonly name: string;
  readonly angle: AngleCode;
  readonly material?: MaterialCode | undefined;
}

export interface QuestionEntry {
  /** To the rep. */
  readonly ask: string;
  readonly toCustomer: string;
  readonly example: string;
}

/** How long things take in a trade, as canonical durations, and the days on which it delivers. */
export interface Leads {
  readonly lead?: string | undefined;
  readonly prep?: string | undefined;
  readonly approval?: string | undefined;
  readonly slots?: readonly Day[] | undefined;
}

/** The knowledge file of one language; both languages have the same codes. */
export interface Playbook {
  readonly language: Language;
  readonly angles: Readonly<Record<AngleCode, AngleEntry>>;
  readonly slots: Readonly<Record<SlotCode, SlotEntry>>;
  readonly materials: Readonly<Record<MaterialCode, MaterialEntry>>;
  readonly doubts: Readonly<Record<DoubtCode, DoubtEntry>>;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly factors: Readonly<Record<FactorCode, string>>;
  readonly questions: Readonly<Record<QuestionCode, QuestionEntry>>;
  readonly outcomes: Readonly<Record<State, string>>;
}
