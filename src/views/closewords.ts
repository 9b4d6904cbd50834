import type { EndedState } from '../core/deal.ts';

/** The words of `close` and `reopen`, in one language. */
export interface CloseWords {
  readonly ask: {
    readonly outcome: string;
    readonly words: string;
    readonly wordsHint: string;
    /** What Enter means where their words may be missing. */
    readonly skipWords: string;
    readonly decidedBy: string;
    readonly source: string;
    /** Offered to a rep who has no words of the customer's. */
    readonly noWords: string;
    readonly exits: Readonly<Record<'declined' | 'dormant' | 'withdrawn' | 'open', string>>;
    readonly who: string;
    readonly whoHint: (contact: string) => string;
    readonly channel: string;
    readonly on: string;
    readonly onHint: string;
    readonly reason: string;
    readonly other: string;
    readonly factor: string;
    readonly noFactor: string;
    readonly revisit: string;
    readonly skip: string;
    readonly ourReason: string;
    readonly voidFact: string;
  };
  readonly ended: (id: number, state: string) => string;
  readonly staysOpen: (id: number) => string;
  readonly next: Readonly<Record<EndedState, string>>;
  /** We stepped back and named no day to return. */
  readonly theirTurn: string;
  readonly quietOver: string;
  readonly askWhy: (id: number, day: string) => string;
  readonly comesBack: (day: string) => string;
  readonly reopened: (id: number) => string;
  readonly stillResting: string;
  readonly keptOpen: (ids: readonly number[]) => string;
  /** Before a hypothesis of the rep's, in `show`. */
  readonly factor: string;
  /** Over the ends a reopened deal had before, in `show`. */
  readonly earlier: string;
}
