import type { Day } from './day.ts';

/** What the rule orders deals by. */
export interface Rank {
  readonly id: number;
  readonly owed: boolean;
  readonly score: number;
  readonly milestoneOn: Day | null;
  readonly lastSignalOn: Day | null;
}

/** Orders by owed first, then score, next milestone, the longest silence, number. Total: no two deals share a number. */
export function compareRanks(a: Rank, b: Rank): number {
  return (
    Number(b.owed) - Number(a.owed) ||
    b.score - a.score ||
    compareDays(a.milestoneOn, b.milestoneOn) ||
    compareDays(a.lastSignalOn, b.lastSignalOn) ||
    a.id - b.id
  );
}

/** No score of the rule comes near it. */
const HIGHEST_SCORE = 99_999_999;
/** Sorts after every day. */
const NO_DAY = '~';

/** Returns the rank as a text: texts sort as `compareRanks` does, in a program and in a database alike. */
export function rankToText({ id, owed, score, milestoneOn, lastSignalOn }: Rank): string {
  const place = String(HIGHEST_SCORE - score).padStart(8, '0');
  return [owed ? 0 : 1, place, milestoneOn ?? NO_DAY, lastSignalOn ?? NO_DAY, String(id).padStart(10, '0')].join(' ');
}

/** Orders texts by their bytes. */
export function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Orders what has a day by it; unknown days come last. */
export function compareDays(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (!a) return 1;
  if (!b) return -1;
  return a < b ? -1 : 1;
}

/** Those left alone are read by when they come back: the soonest first, the open-ended last. */
export function compareQuiet(a: { until: Day | null; rank: Rank }, b: { until: Day | null; rank: Rank }): number {
  return compareDays(a.until, b.until) || compareRanks(a.rank, b.rank);
}
