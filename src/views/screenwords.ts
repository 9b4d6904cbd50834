import type { ChainLink, Channel, MaterialStatus } from '../core/deal.ts';
import type { GateCode } from '../core/gate.ts';
import type { ListName } from '../core/lists.ts';
import type { Verdict } from '../core/wording.ts';

/** The words around the facts on each screen, in one language. */
export interface ScreenWords extends NameWords {
  /** A customer as one speaks of them: "Aoki Kogyo", 「青木工業様」. */
  customer(name: string): string;
  quote(text: string): string;
  /** What stands where somebody was forgotten. */
  readonly erased: string;
  blank(label: string): string;
  readonly sentenceJoin: string;
  readonly fullStop: string;
  readonly listJoin: string;
  readonly labelEnd: string;
  readonly unknown: string;
  /** A heading of somebody else's page. */
  whose(name: string, title: string): string;
  readonly yes: string;
  readonly today: {
    summary(counts: Readonly<Record<'contact' | 'findReason' | 'leaveAlone' | 'thisWeek', number>>): string;
    readonly nobody: string;
    decides(day: string): string;
    readonly owed: string;
    readonly headings: Readonly<Record<Exclude<ListName, 'contact'>, string>>;
    more(count: number): string;
    moreQuiet(count: number): string;
    afterSending: string;
    readonly quietDay: string;
    nextDay(day: string, customer: string): string;
    missingDates(count: number): string;
    unknownBook(count: number): string;
    /** A label and the commands that do it. */
    readonly emptyBook: readonly (readonly [string, ...string[]])[];
    readonly emptyBookTitle: string;
    readonly mustFind: string;
    readonly noAngle: string;
    readonly oneNotice: string;
    readonly lowScore: string;
    until(day: string): string;
    readonly openEnded: string;
    readonly gates: Readonly<Record<GateCode, (facts: { readonly on: string; readonly words: string }) => string>>;
  };
  readonly why: {
    score(points: number): string;
    readonly sum: string;
    readonly brakesNone: string;
    readonly removedToZero: string;
    begins(threshold: number): string;
    list(name: ListName | null): string;
    /** A sentence of `list` with the day until which it holds. */
    until(sentence: string, day: string): string;
    readonly owedFirst: string;
    angle(name: string): string;
    readonly angleNone: string;
    stopped(name: string, rule: string, until: string): string;
    readonly brakes: Readonly<Record<string, string>>;
    unknown(facts: string): string;
    readonly zeroHeading: string;
    readonly calendarHeading: string;
    readonly latestUseful: string;
    readonly nextMilestone: string;
    changed(normal: number): string;
    readonly contradictions: Readonly<Record<'no-slot' | 'not-before' | 'hold', string>>;
    gate(name: string): string;
    readonly groups: Readonly<Record<'W' | 'T' | 'K' | 'S' | 'V' | 'R' | 'B', string>>;
  };
  readonly show: Readonly<
    Record<
      | 'history'
      | 'promises'
      | 'questions'
      | 'materials'
      | 'slips'
      | 'chain'
      | 'noHistory'
      | 'statusOnly'
      | 'noAnswer'
      | 'kept'
      | 'open'
      | 'booked'
      | 'outcome'
      | 'facts',
      string
    >
  > & { slip(from: string, to: string, on: string): string; due(day: string): string; answered(day: string): string };
  readonly list: { count(shown: number, all: number): string; readonly nothing: string };
  readonly said: {
    added(id: number): string;
    edited(id: number): string;
    readonly unchanged: string;
    understood(what: string): string;
    recorded(what: string): string;
    aPromise(day: string): string;
    readonly aKeptPromise: string;
    /** What was recorded without anybody having been in touch. */
    factsAlone(facts: string): string;
    statusOnly(findings: string): string;
    readonly statusOnlyFlag: string;
    readonly manipulative: string;
    settled(items: string): string;
    promised(item: string, due: string): string;
    asked(item: string): string;
    readonly told: string;
    slipped(from: string, to: string): string;
    snoozed(day: string): string;
    held(day: string): string;
    holdConflict(link: string, day: string): string;
    readonly decisionTooLate: (decision: string, latest: string) => string;
    readonly stillUseful: (latest: string) => string;
  };
  readonly ask: {
    readonly skipHint: string;
    readonly unknownWords: readonly string[];
    example(text: string): string;
    understood(day: string, distance: string): string;
    distance(days: number, businessDays: number): string;
    keep: string;
    readonly customer: string;
    readonly title: string;
    readonly titleExample: string;
    readonly whatHappened: string;
    readonly noteExample: string;
    readonly whatSupplied: string;
    readonly noQuestions: string;
    readonly noQuestionsBook: string;
    readonly couldMove: (points: number) => string;
    readonly kinds: Readonly<Record<'small' | 'mid' | 'system' | 'skip', string>>;
    readonly nextDay: string;
    readonly holdWords: string;
  };
  readonly import: {
    summary(counts: { read: number; created: number; updated: number; unchanged: number; rejected: number }): string;
    readonly dryRun: string;
    reject(line: number, column: string, value: string, problem: string): string;
    moreRejects(count: number): string;
    readonly problems: Readonly<Record<string, string>>;
    ignored(columns: string): string;
    readonly declinedNote: (count: number) => string;
  };
  readonly config: {
    readonly unset: string;
    normal(value: string): string;
    readonly isSet: string;
    overruled(value: string, from: string): string;
  };
  readonly demo: { made(deals: number, file: string): string; readonly goOn: string; readonly own: string };
}

/** What the codes of the trade are called. */
export interface NameWords {
  readonly links: Readonly<Record<ChainLink, string>>;
  readonly sources: Readonly<Record<'customer' | 'standard' | 'assumed' | 'ours', string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly sides: Readonly<Record<'us' | 'them' | 'both', string>>;
  readonly materialStatus: Readonly<Record<MaterialStatus | 'missing', string>>;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly gateNames: Readonly<Record<GateCode, string>>;
  readonly fields: Readonly<Record<string, string>>;
}
