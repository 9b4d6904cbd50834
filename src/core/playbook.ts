import type {
  AngleCode,
  AngleKind,
  DoubtCode,
  FactorCode,
  MaterialCode,
  Occasion,
  QuestionCode,
  ReasonCode,
  SlotCode,
} from './codes.ts';
import type { Day } from './day.ts';
import type { Language, State } from './deal.ts';

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
