export const DEAL_ACTS = ['draft', 'copy', 'sent', 'note', 'snooze', 'show', 'why', 'next', 'quit'] as const;
export type DealAct = (typeof DEAL_ACTS)[number];

export const LETTER_ACTS = ['copy', 'edit', 'mail', 'back'] as const;
export type LetterAct = (typeof LETTER_ACTS)[number];

/** What `today --go` says around the deals. */
export interface GoWords {
  progress(at: number, all: number): string;
  readonly acts: Readonly<Record<DealAct, string>>;
  readonly letter: string;
  readonly letterActs: Readonly<Record<LetterAct, string>>;
  readonly nothingDone: string;
  /** Before the command that records an answer which was understood and not agreed to. */
  readonly notAgreed: string;
  gone(deal: string): string;
  /** The same, where something was to be done with it. */
  goneUndone(deal: string): string;
  readonly whichFile: string;
  whichFileHint(usual: string): string;
  summary(counts: { readonly worked: number; readonly left: number }): string;
}
