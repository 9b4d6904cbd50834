import type { ImportedDeal, Notice, Problem } from '../core/importrow.ts';
import type { ImportReport, Sample } from '../views/import.ts';
import type { Did } from './writedeal.ts';

type Written = Exclude<Did, { did: 'refused' }>;

/** More problems than these are counted only; the file of refused rows has them all. */
const MOST_REJECTS = 10_000;
const MOST_SAMPLES = 10;
const MOST_KINDS = 200;
const MOST_VALUES = 3;
const MOST_DEALS = 1_000;

/** What an import counts while it runs. */
export interface Tally {
  readonly counts: Record<
    'read' | 'created' | 'updated' | 'unchanged' | 'rejected' | 'declined' | 'moreRejects' | 'withoutCurrency',
    number
  >;
  readonly kept: {
    readonly rejects: ImportReport['rejects'][number][];
    readonly keptOpen: number[];
    readonly keptEnded: number[];
    readonly samples: Sample[];
    readonly leftOut: number[];
  };
  read(): void;
  did(did: Written, notices: readonly Notice[], deal: ImportedDeal): void;
  /** A row whose stage the rep said to leave out. */
  leftOut(line: number): void;
  refused(line: number, problems: readonly Problem[]): void;
  /** Keeps the first few rows as they would be stored. */
  sample(make: () => Sample): void;
  notices(): ImportReport['notices'];
}

/** Returns a tally of nothing yet. It grows with what is worth saying, not with the file. */
export function createTally(): Tally {
  const counts = {
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    declined: 0,
    moreRejects: 0,
    withoutCurrency: 0,
  };
  const kept: Tally['kept'] = { rejects: [], keptOpen: [], keptEnded: [], samples: [], leftOut: [] };
  const noticed = new Map<string, { code: string; column: string; values: string[]; count: number }>();
  const notice = ({ code, column, value }: Notice): void => {
    const key = `${code}\n${column}`;
    const found = noticed.get(key);
    if (!found && noticed.size >= MOST_KINDS) return;
    const entry = found ?? { code, column, values: [], count: 0 };
    noticed.set(key, entry);
    entry.count += 1;
    const text = value.trim();
    if (entry.values.length < MOST_VALUES && !entry.values.includes(text)) entry.values.push(text);
  };
  return {
    counts,
    kept,
    read: () => {
      counts.read += 1;
    },
    did: ({ did, dealId, kept: stays }, notices, { state, lacksCurrency }) => {
      counts[did] += 1;
      if (lacksCurrency && did === 'created') counts.withoutCurrency += 1;
      for (const it of notices) notice(it);
      if (state === 'declined' && did !== 'unchanged') counts.declined += 1;
      if (stays === 'open' && kept.keptOpen.length < MOST_DEALS) kept.keptOpen.push(dealId);
      if (stays === 'ended' && kept.keptEnded.length < MOST_DEALS) kept.keptEnded.push(dealId);
    },
    leftOut: (line) => {
      if (kept.leftOut.length < MOST_DEALS) kept.leftOut.push(line);
    },
    refused: (line, problems) => {
      counts.rejected += 1;
      for (const problem of problems) {
        if (kept.rejects.length < MOST_REJECTS) kept.rejects.push({ line, ...problem, value: problem.value.trim() });
        else counts.moreRejects += 1;
      }
    },
    sample: (make) => {
      if (kept.samples.length < MOST_SAMPLES) kept.samples.push(make());
    },
    notices: () => [...noticed.values()],
  };
}
