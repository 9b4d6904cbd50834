/**
 * The words of the trade, one per idea, in code, schema, JSON and help:
 *
 * deal       one proposal to one customer          contact    one touch, ours or theirs (a mail, a call, a meeting)
 * signal     any contact from the customer         give       a contact of ours that gave them something
 * ask        a contact of ours that wants an answer status-only a contact of ours that only asked how it is going
 * promise    what we said we would do, by a day    question   what they asked, or a doubt they voiced
 * material   what they need in order to decide     angle      what a message is for
 * goal day   when the customer wants to be done    decision day  when they said they will decide
 * latest useful day  the last day on which deciding still serves their goal     milestone  the next day of that chain
 * owed       what we must deliver before anything  hold / snooze  the customer's wish / ours, to wait until a day
 */

import type { AngleCode, DoubtCode, MaterialCode } from './codes.ts';
import type { Day } from './day.ts';

export const STATES = ['open', 'won', 'lost', 'declined', 'withdrawn', 'dormant', 'void'] as const;
export type State = (typeof STATES)[number];

export const CHANNELS = ['email', 'phone', 'visit', 'meeting', 'online', 'chat', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A contact on one of these is a talk: it counts for both sides. */
export const TALKS: readonly (Channel | null)[] = ['visit', 'meeting', 'online'] satisfies Channel[];

export const DEAL_KINDS = ['small', 'mid', 'system'] as const;
export type DealKind = (typeof DEAL_KINDS)[number];

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Links of the working-back chain whose source a rep may mark as assumed. */
export const CHAIN_LINKS = ['goal', 'lead', 'slot', 'prep', 'approval', 'offer', 'not-before'] as const;
export type ChainLink = (typeof CHAIN_LINKS)[number];

/** What the rep can state about a deal; every field may be unknown. Durations are canonical text (`1mo`, `5bd`). */
export interface DealFields {
  externalId: string | null;
  customer: string;
  title: string;
  contact: string | null;
  email: string | null;
  phone: string | null;
  channel: Channel | null;
  language: Language | null;
  amount: number | null;
  currency: string | null;
  kind: DealKind | null;
  owner: string | null;
  proposedOn: Day | null;
  goal: string | null;
  goalOn: Day | null;
  lead: string | null;
  slots: readonly Day[];
  prep: string | null;
  approval: string | null;
  offerUntilOn: Day | null;
  notBeforeOn: Day | null;
  assumed: readonly ChainLink[];
  decisionOn: Day | null;
  scene: string | null;
  decider: string | null;
  route: string | null;
  rival: string | null;
  next: string | null;
  nextOn: Day | null;
  booked: boolean;
  /** The last contact of ours and signal of theirs from before this book was kept. */
  earlierContactOn: Day | null;
  earlierSignalOn: Day | null;
  /** The seller's own guess; never the customer's decision day. */
  expectedCloseOn: Day | null;
  note: string | null;
  doNotContact: boolean;
}

/** A deal as it stands. */
export interface Deal extends DealFields {
  readonly id: number;
  state: State;
  closedOn: Day | null;
  /** The customer's reason, as a reason code. */
  reason: string | null;
  revisitOn: Day | null;
  holdUntilOn: Day | null;
  holdSinceOn: Day | null;
  holdWords: string | null;
  snoozeUntilOn: Day | null;
  /** Questions the rep answered with "unknown", and when: they open again after the customer's next signal. */
  unknowns: Readonly<Record<string, Day>>;
}

/** What only an outcome sets, and only reopening takes back: no edit reaches these fields. */
export const ENDING_FIELDS = ['state', 'closedOn', 'reason', 'revisitOn'] as const;
export type EndingField = (typeof ENDING_FIELDS)[number];

/** What may be changed of a deal while it stays as open, or as ended, as it is. */
export type DealPatch = Partial<Omit<Deal, 'id' | EndingField>> & { [Field in EndingField]?: never };

export interface Contact {
  readonly n: number;
  readonly on: Day;
  readonly from: 'us' | 'them';
  /** Null where nobody said by what means a word of theirs came. */
  readonly channel: Channel | null;
  readonly angle: AngleCode | null;
  readonly statusOnly: boolean;
  /** Whether it gave the customer something: by its angle, by what it supplied or answered, or by its wording. */
  readonly gives: boolean;
  readonly noAnswer: boolean;
  /** The latest useful day that it told them; null where it told none. Not given, the day is not known. */
  readonly toldLatestOn?: Day | null;
  readonly text: string;
}

export interface Promised {
  readonly n: number;
  readonly text: string;
  readonly material: MaterialCode | null;
  readonly dueOn: Day | null;
  readonly keptOn: Day | null;
}

export interface Question {
  readonly n: number;
  readonly text: string;
  readonly doubt: DoubtCode | null;
  readonly askedOn: Day;
  readonly answeredOn: Day | null;
  readonly answer: string | null;
}

export const MATERIAL_STATUSES = ['not-needed', 'wanted', 'promised', 'supplied', 'useful'] as const;
export type MaterialStatus = (typeof MATERIAL_STATUSES)[number];

export interface Material {
  readonly code: MaterialCode;
  readonly status: MaterialStatus;
  readonly on: Day;
}

/** A change of the customer's decision day, kept because a slip is a fact about the deal. */
export interface Slip {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly on: Day;
}

export type EndedState = Exclude<State, 'open'>;
export const ENDED_STATES = STATES.filter((state): state is EndedState => state !== 'open');

/** How a deal ended, with what the customer said. */
export interface Outcome {
  readonly state: EndedState;
  readonly on: Day;
  readonly words: string | null;
  readonly who: string | null;
  readonly channel: Channel | null;
  readonly reason: string | null;
  readonly factor: string | null;
  readonly fact: string | null;
  readonly revisitOn: Day | null;
}

/** Everything recorded about a deal. */
export interface History {
  readonly contacts: readonly Contact[];
  readonly promises: readonly Promised[];
  readonly questions: readonly Question[];
  readonly materials: readonly Material[];
}

/** Returns the fields of a deal of which nothing but the customer is known. */
export function blankDeal(customer: string): DealFields {
  return {
    externalId: null,
    customer,
    title: '',
    contact: null,
    email: null,
    phone: null,
    channel: null,
    language: null,
    amount: null,
    currency: null,
    kind: null,
    owner: null,
    proposedOn: null,
    goal: null,
    goalOn: null,
    lead: null,
    slots: [],
    prep: null,
    approval: null,
    offerUntilOn: null,
    notBeforeOn: null,
    assumed: [],
    decisionOn: null,
    scene: null,
    decider: null,
    route: null,
    rival: null,
    next: null,
    nextOn: null,
    booked: false,
    earlierContactOn: null,
    earlierSignalOn: null,
    expectedCloseOn: null,
    note: null,
    doNotContact: false,
  };
}
