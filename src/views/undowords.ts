/** The tables that a step touches, in the rep's words. */
export type RowKind = 'deal' | 'contact' | 'promise' | 'question' | 'material' | 'slip' | 'outcome';

/** What `undo` and `redo` say. */
export interface UndoWords {
  /** A step on one deal: "note on #3 Aoki Kogyo". A command that has no words of its own stands as it is typed. */
  onDeal(command: string, deal: string): string;
  /** A step on many deals: "import: 120 deals added, 3 changed". */
  onMany(command: string, added: number, changed: number): string;
  readonly rows: Readonly<Record<RowKind, (count: number) => string>>;
  undone(id: number, step: string, at: string): string;
  wouldUndo(id: number, step: string, at: string): string;
  redone(id: number, step: string, at: string): string;
  wouldRedo(id: number, step: string, at: string): string;
  /** What it consists of. */
  parts(list: string): string;
  readonly redoHint: string;
  readonly dryRun: string;
  readonly isUndone: string;
  readonly noSteps: string;
  more(count: number): string;
}
