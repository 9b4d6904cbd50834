import type { RowKind } from './undowords.ts';

/** What of a book is counted: the tables of a deal's history, and those of the journal. */
export type MovedKind = RowKind | 'step' | 'change' | 'silence';

/** What `move` says. */
export interface MoveWords {
  /** How far it has come. */
  readonly progress: Readonly<Record<'reading' | 'writing' | 'checking', (rows: number) => string>>;
  moved(to: string): string;
  wouldMove(to: string): string;
  wasThere(to: string): string;
  /** Whose deals these are. */
  ofOwner(owner: string): string;
  readonly heads: { readonly from: string; readonly to: string };
  readonly kinds: Readonly<Record<MovedKind, string>>;
  readonly digest: string;
  leftOut(steps: number): string;
  readonly dryRun: string;
  /** Put before the command that makes the target the rep's book. */
  readonly use: string;
  /** Where a password goes, which the setting does not keep. */
  readonly password: string;
  /** Put before the place of the present book. */
  readonly stays: string;
}
