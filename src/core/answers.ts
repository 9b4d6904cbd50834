import { addBusinessDays, businessDaysBetween } from './calendar.ts';
import { type Day, daysBetween } from './day.ts';
import type { State } from './deal.ts';
import { isWithin } from './period.ts';
import type { DealName, PracticeGround, PracticeRecord, ReviewedDeal } from './practicerecord.ts';

/** A deal ended with the customer's own answer, whatever it was. */
const HEARD: readonly State[] = ['won', 'lost', 'declined'];

/** An answer within so many business days of the customer's own date was given by that date: days off and reporting. */
const KEPT_WITHIN_BUSINESS_DAYS = 2;

/** Ages of outstanding answers in days, both ends included. */
const AGES: readonly (readonly [from: number, to: number | null])[] = [
  [1, 30],
  [31, 60],
  [61, 90],
  [91, null],
];
const OLD_ABOVE_DAYS = 30;

/** Answers heard in the period, and those outstanding today. */
export interface Answers {
  /** Deals that ended in the period, by how. */
  readonly ended: Readonly<Record<Exclude<State, 'open'>, number>>;
  /** Those of them that ended with the customer's answer: won, lost, declined. */
  readonly collected: number;
  readonly outstanding: {
    readonly count: number;
    readonly over30: number;
    readonly byAge: readonly { readonly fromDays: number; readonly toDays: number | null; readonly count: number }[];
    readonly deals: readonly (DealName & { readonly state: State; readonly sinceOn: Day; readonly days: number })[];
  };
}

export function answersOf(deals: readonly ReviewedDeal[], { period, today }: PracticeGround): Answers {
  const ended = { won: 0, lost: 0, declined: 0, withdrawn: 0, dormant: 0, void: 0 };
  for (const { state, closedOn } of deals) if (state !== 'open' && isWithin(closedOn, period)) ended[state] += 1;
  const waiting = deals
    .flatMap((deal) => {
      const sinceOn = outstandingSince(deal, today);
      return sinceOn ? [{ ...nameOf(deal), state: deal.state, sinceOn, days: daysBetween(sinceOn, today) }] : [];
    })
    .sort((a, b) => b.days - a.days || a.id - b.id);
  return {
    ended,
    collected: HEARD.reduce((total, state) => total + (state === 'open' ? 0 : ended[state]), 0),
    outstanding: {
      count: waiting.length,
      over30: waiting.filter(({ days }) => days > OLD_ABOVE_DAYS).length,
      byAge: AGES.map(([fromDays, toDays]) => ({
        fromDays,
        toDays,
        count: waiting.filter(({ days }) => days >= fromDays && (toDays === null || days <= toDays)).length,
      })),
      deals: waiting,
    },
  };
}

/** An open deal whose decision day has passed, or a dormant one: since that day, else since we stopped. */
function outstandingSince({ state, decisionOn, closedOn }: ReviewedDeal, today: Day): Day | null {
  const since = state === 'dormant' ? (decisionOn ?? closedOn) : state === 'open' ? decisionOn : null;
  return since && since < today ? since : null;
}

export interface Count {
  readonly code: string;
  readonly count: number;
}

/** Why customers said no in the period, in their words' code, and beside it what the rep thinks we did. */
export interface Reasons {
  readonly theirs: readonly Count[];
  readonly ours: readonly Count[];
  /** Both of one deal, where both are recorded. */
  readonly pairs: readonly { readonly theirs: string; readonly ours: string; readonly count: number }[];
  /** A "no" whose reason was not heard yet. */
  readonly unknown: number;
}

export function reasonsOf(deals: readonly ReviewedDeal[], { period }: PracticeGround): Reasons {
  const refused = deals.filter(
    ({ state, closedOn }) => (state === 'lost' || state === 'declined') && isWithin(closedOn, period),
  );
  const both = refused.flatMap(({ reason, factor }) => (reason && factor ? [`${reason} ${factor}`] : []));
  return {
    theirs: tally(refused.map(({ reason }) => reason)),
    ours: tally(refused.map(({ factor }) => factor)),
    pairs: tally(both).map(({ code, count }) => {
      const [theirs = '', ours = ''] = code.split(' ');
      return { theirs, ours, count };
    }),
    unknown: refused.filter(({ reason }) => reason === null).length,
  };
}

/** The most frequent first, equal ones by their code. */
function tally(codes: readonly (string | null)[]): Count[] {
  const counts = new Map<string, number>();
  for (const code of codes) if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

export interface Answered {
  readonly answered: number;
  readonly of: number;
}

/** What became of the customers' own decision dates. */
export interface DecisionDates {
  /** Answered in the period by their date. */
  readonly kept: number;
  /** Answered in the period after it. */
  readonly late: number;
  /** Dates that moved later in the period. */
  readonly slipped: number;
  /** Open deals, today, that were proposed some days ago and have none. */
  readonly missing: number;
  readonly slippedDeals: readonly DealName[];
  readonly missingDeals: readonly DealName[];
  /** Of the deals whose date had come, and of those without one: how many were answered in the period. */
  readonly withDate: Answered;
  readonly withoutDate: Answered;
}

export function decisionDatesOf({ deals, slips }: PracticeRecord, ground: PracticeGround): DecisionDates {
  const { period, today, calendar, rule } = ground;
  const answered = deals.filter(({ state, closedOn }) => HEARD.includes(state) && isWithin(closedOn, period));
  const dated = answered.filter(({ decisionOn }) => decisionOn !== null);
  const kept = dated.filter(({ decisionOn, closedOn }) => {
    return (
      closedOn !== null &&
      decisionOn !== null &&
      closedOn <= addBusinessDays(calendar, decisionOn, KEPT_WITHIN_BUSINESS_DAYS)
    );
  });
  const open = deals.filter(({ state }) => state === 'open' || state === 'dormant');
  const missing = open.filter(({ state, decisionOn, proposedOn }) => {
    if (state !== 'open' || decisionOn || !proposedOn) return false;
    return businessDaysBetween(calendar, proposedOn, today) >= rule.no_decision_date_from;
  });
  const moved = slips.filter(({ from, to, on }) => to > from && isWithin(on, period));
  const due = open.filter(({ decisionOn }) => decisionOn !== null && decisionOn < today).length;
  const undated = answered.length - dated.length;
  return {
    kept: kept.length,
    late: dated.length - kept.length,
    slipped: moved.length,
    missing: missing.length,
    slippedDeals: [...new Map(moved.map(({ deal }) => [deal.id, deal])).values()],
    missingDeals: missing.map(nameOf),
    withDate: { answered: dated.length, of: dated.length + due },
    withoutDate: { answered: undated, of: undated + missing.length },
  };
}

function nameOf({ id, customer, title }: DealName): DealName {
  return { id, customer, title };
}
