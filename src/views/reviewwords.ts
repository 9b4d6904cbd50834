import type { State } from '../core/deal.ts';
import type { Suggestion } from '../core/suggestion.ts';
import type { Waits } from '../core/waits.ts';

/** The names that a suggestion may need, as they are written in a sentence. */
export interface SuggestionNames {
  readonly customer: string;
  readonly item: string;
  readonly angle: string;
  /** Whose page it is, where it is not the reader's own. */
  readonly whose: string | null;
}

export interface WaitNames {
  readonly longest: string;
  readonly waitingLongest: string;
}

/** The words of `review`, in one language. Shares come as whole per cents. */
export interface ReviewWords {
  month(name: string, year: string): string;
  monthSoFar(month: string, day: string): string;
  days(from: string, to: string): string;
  deal(customer: string, id: number): string;
  readonly headings: Readonly<
    Record<'answers' | 'reasons' | 'decisions' | 'replies' | 'giveDue' | 'suggestion', string> & {
      /** Of the reader, or of somebody by name. */
      contacts(whose: string | null): string;
      waits(whose: string | null): string;
    }
  >;
  answers(collected: number, outstanding: number, over30: number): string;
  readonly ended: Readonly<Record<Exclude<State, 'open'>, string>>;
  readonly outstanding: string;
  age(fromDays: number, toDays: number | null): string;
  oldest(customer: string, day: string): string;
  ownView(whose: string | null): string;
  readonly reasonUnknown: string;
  readonly contactKinds: Readonly<Record<'gives' | 'asks' | 'notices' | 'statusOnly' | 'other', string>>;
  statusShare(share: number, previous: { readonly name: string; readonly share: number } | null): string;
  unreached(count: number): string;
  waits(kind: 'questions' | 'materials', waits: Waits, names: WaitNames): string;
  anAnswerTo(question: string): string;
  readonly decisions: Readonly<Record<'kept' | 'late' | 'slipped' | 'missing', string>>;
  missing(customers: readonly string[], more: number): string;
  readonly statusOnly: string;
  reply(replied: number, sent: number, low: number, high: number): string;
  tooFew(angles: readonly (readonly [name: string, replied: number, sent: number])[]): string;
  readonly noProof: string;
  giveDue(angle: string, deals: number, customer: string, day: string, businessDays: number): string;
  readonly previousPeriod: string;
  readonly none: string;
  suggestion(suggestion: Suggestion, names: SuggestionNames): string;
  readonly hint: string;
}
