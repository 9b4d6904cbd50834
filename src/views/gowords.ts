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
  gone(deal: string): string;
  readonly whichFile: string;
  whichFileHint(usual: string): string;
  summary(counts: { readonly worked: number; readonly left: number }): string;
}
