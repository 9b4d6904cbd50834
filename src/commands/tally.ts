import type { Notice, Problem } from '../core/import/row.ts';
import { ownText } from '../core/text.ts';
import type { ImportReport, LeftKind } from '../views/import.ts';
import type { Sample } from '../views/importsample.ts';

/** More problems than these are counted only; the file of refused rows has them all. */
const MOST_REJECTS = 10_000;
const MOST_SAMPLES = 10;
const MOST_KINDS = 200;
const MOST_VALUES = 3;
const MOST_DEALS = 1_000;
const MOST_LEFT = 10_000;

/** What became of one row. */
export type RowDone =
  | {
      readonly did: 'created' | 'updated' | 'unchanged';
      readonly notices: readonly Notice[];
      readonly marks?: Marks;
      readonly sample: () => Sample;
    }
  | { readonly did: 'left'; readonly why: LeftKind }
  | { readonly did: 'refused'; readonly problems: readonly Problem[] };

/** What is counted of a row beside what was done with it. */
export interface Marks {
  readonly isDeclined?: boolean;
  readonly isStatusOnly?: boolean;
  /** A new deal with an amount for which the file names no currency. */
  readonly lacksCurrency?: boolean;
  /** A deal that stays open although the file ends it, or ended although the file has it open. */
  readonly stays?: { readonly as: 'open' | 'ended'; readonly dealId: number } | null;
}

/** What an import counts while it runs. */
export interface Tally {
  readonly counts: Record<
    | 'read'
    | 'created'
    | 'updated'
    | 'unchanged'
    | 'rejected'
    | 'declined'
    | 'statusOnly'
    | 'moreRejects'
    | 'withoutCurrency',
    number
  >;
  readonly kept: {
    readonly rejects: ImportReport['rejects'][number][];
    readonly keptOpen: number[];
    readonly keptEnded: number[];
    /** The first few rows as they would be stored. */
    readonly samples: Sample[];
  };
  /** The lines of rows that were left out, by why. */
  readonly left: Readonly<Partial<Record<LeftKind, number[]>>>;
  /** Counts what became of the row on this line. */
  add(line: number, done: RowDone): void;
  notices(): ImportReport['notices'];
}

/** Returns a tally of nothing yet. It grows with what is worth saying, not with the file. */
export function createTally(leftKinds: readonly LeftKind[]): Tally {
  const none = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, moreRejects: 0 };
  const counts: Tally['counts'] = { ...none, declined: 0, statusOnly: 0, withoutCurrency: 0 };
  const kept: Tally['kept'] = { rejects: [], keptOpen: [], keptEnded: [], samples: [] };
  const left: Tally['left'] = Object.fromEntries(leftKinds.map((kind) => [kind, []]));
  const noticed = new Map<string, { code: string; column: string; values: string[]; count: number }>();
  const notice = ({ code, column, value }: Notice): void => {
    const key = `${code}\n${column}`;
    const found = noticed.get(key);
    if (!found && noticed.size >= MOST_KINDS) return;
    const entry = found ?? { code, column, values: [], count: 0 };
    noticed.set(key, entry);
    entry.count += 1;
    const text = ownText(value.trim());
    if (entry.values.length < MOST_VALUES && !entry.values.includes(text)) entry.values.push(text);
  };
  const mark = ({ isDeclined, isStatusOnly, lacksCurrency, stays }: Marks): void => {
    if (isDeclined) counts.declined += 1;
    if (isStatusOnly) counts.statusOnly += 1;
    if (lacksCurrency) counts.withoutCurrency += 1;
    if (!stays) return;
    const list = stays.as === 'open' ? kept.keptOpen : kept.keptEnded;
    if (list.length < MOST_DEALS) list.push(stays.dealId);
  };
  const refuse = (line: number, problem: Problem): void => {
    if (kept.rejects.length < MOST_REJECTS)
      kept.rejects.push({ line, ...problem, value: ownText(problem.value.trim()) });
    else counts.moreRejects += 1;
  };
  return {
    counts,
    kept,
    left,
    add: (line, done) => {
      counts.read += 1;
      if (done.did === 'left') {
        const lines = left[done.why] ?? [];
        if (lines.length < MOST_LEFT) lines.push(line);
        return;
      }
      if (done.did === 'refused') {
        counts.rejected += 1;
        for (const problem of done.problems) refuse(line, problem);
        return;
      }
      counts[done.did] += 1;
      for (const it of done.notices) notice(it);
      mark(done.marks ?? {});
      if (kept.samples.length < MOST_SAMPLES) kept.samples.push(done.sample());
    },
    notices: () => [...noticed.values()],
  };
}
