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
