import { businessDaysBetween } from './calendar.ts';
import type { MaterialCode } from './codes.ts';
import { isWithin } from './period.ts';
import type { DealName, PracticeGround, Wait } from './practicerecord.ts';

/** One thing a customer waited for. */
export interface Waited {
  readonly deal: DealName;
  readonly material: MaterialCode | null;
  readonly text: string;
  readonly businessDays: number;
}

/** How long what customers asked for had to wait: what was settled in the period, and what waits today. */
export interface Waits {
  readonly settled: number;
  /** Business days, one decimal; null where nothing was settled. */
  readonly mean: number | null;
  readonly longest: Waited | null;
  readonly waiting: number;
  readonly waitingLongest: Waited | null;
}

export function waitsOf(waits: readonly Wait[], { period, calendar, today }: PracticeGround): Waits {
  const waited = ({ deal, material, text, since, until }: Wait): Waited => ({
    deal,
    material,
    text,
    businessDays: Math.max(0, businessDaysBetween(calendar, since, until ?? today)),
  });
  const settled = waits.filter(({ until }) => isWithin(until, period)).map(waited);
  const waiting = waits.filter(({ until }) => until === null).map(waited);
  const total = settled.reduce((days, { businessDays }) => days + businessDays, 0);
  return {
    settled: settled.length,
    mean: settled.length === 0 ? null : Math.round((10 * total) / settled.length) / 10,
    longest: longestOf(settled),
    waiting: waiting.length,
    waitingLongest: longestOf(waiting),
  };
}

function longestOf(waited: readonly Waited[]): Waited | null {
  return waited.toSorted((a, b) => b.businessDays - a.businessDays || a.deal.id - b.deal.id)[0] ?? null;
}
