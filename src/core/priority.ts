import { type AngleChoice, chooseAngle } from './angle.ts';
import { brakeTerms } from './brakes.ts';
import type { Milestone } from './chain.ts';
import type { Day } from './day.ts';
import { endedTerms } from './ended.ts';
import { gapTerms } from './gaps.ts';
import { type Gate, gateOf } from './gate.ts';
import type { ListName } from './lists.ts';
import { owedTerms } from './owed.ts';
import { type Ground, type Situation, situate, type TrackedDeal } from './situation.ts';
import { sum, type Term } from './term.ts';
import { timingTerms } from './timing.ts';

/** Where a deal stands today and why: everything `today` and `why` show. */
export interface Placement {
  readonly deal: TrackedDeal;
  readonly situation: Situation;
  readonly score: number;
  readonly owed: boolean;
  readonly terms: readonly Term[];
  /** Points the brakes took away; they never cut into what is owed. */
  readonly removed: number;
  readonly gate: Gate | null;
  /** The list it is on; null for a deal that is out of the book's day altogether. */
  readonly list: ListName | null;
  readonly angle: AngleChoice | null;
  readonly milestone: Milestone | null;
  /** For a deal left alone: the next day on which something recorded falls. */
  readonly until: Day | null;
  /** Whether the customer's own days exclude each other: a hold past their milestone, or a not-before past the latest day. */
  readonly conflict: boolean;
}

/** Returns the deal's place: `score = W + max(0, T + K + S + V + R + B)`, then gates, bands and the angle. */
export function place(deal: TrackedDeal, ground: Ground): Placement {
  const situation = situate(deal, ground);
  const owedItems = owedTerms(situation);
  const raising = [...timingTerms(situation), ...gapTerms(situation), ...endedTerms(situation)];
  const brakes = brakeTerms(situation);
  const raised = sum(raising);
  const rest = Math.max(0, raised + sum(brakes));
  const score = sum(owedItems) + rest;
  const owed = owedItems.length > 0;
  const removed = raised - rest;
  const gate = gateOf(situation, owed);
  const list = listOf(gate, owed, score, removed, ground);
  return {
    deal,
    situation,
    score,
    owed,
    terms: [...owedItems, ...raising, ...brakes],
    removed,
    gate,
    list,
    angle: list ? chooseAngle(situation, owedItems, list) : null,
    milestone: situation.milestone,
    until: gate ? gate.until : list === 'leaveAlone' ? nextDay(situation) : null,
    conflict: isConflict(situation),
  };
}

const GATE_LISTS = {
  closed: null,
  do_not_contact: null,
  hold: 'onHold',
  snooze: 'snoozed',
  booked: 'prepare',
  waiting: 'waiting',
  rest: 'leaveAlone',
} as const;

function listOf(gate: Gate | null, owed: boolean, score: number, removed: number, { rule }: Ground): ListName | null {
  if (gate) return GATE_LISTS[gate.code];
  if (owed || score >= rule.today_from) return 'contact';
  if (removed >= rule.find_reason_from) return 'findReason';
  return score >= rule.this_week_from ? 'thisWeek' : 'leaveAlone';
}

/** Orders by owed first, then score, next milestone, the longest silence, number. Total: no two deals share a number. */
export function comparePlacements(a: Placement, b: Placement): number {
  return (
    Number(b.owed) - Number(a.owed) ||
    b.score - a.score ||
    compareDays(a.milestone?.on, b.milestone?.on) ||
    compareDays(a.deal.figures.lastSignalOn, b.deal.figures.lastSignalOn) ||
    a.deal.id - b.deal.id
  );
}

/** Unknown days come last. */
function compareDays(a: Day | null | undefined, b: Day | null | undefined): number {
  if (a === b || (!a && !b)) return 0;
  if (!a) return 1;
  if (!b) return -1;
  return a < b ? -1 : 1;
}

function isConflict({ deal, milestone, chain, today }: Situation): boolean {
  if (chain.contradiction) return true;
  const { holdUntilOn } = deal;
  return holdUntilOn !== null && holdUntilOn > today && milestone !== null && milestone.on < holdUntilOn;
}

/** The next day on which something falls that the rep or the customer has named. */
function nextDay({ deal, figures, milestone, today }: Situation): Day | null {
  const days = [deal.decisionOn, deal.nextOn, milestone?.on, ...figures.promises.map(({ dueOn }) => dueOn)];
  return days.filter((day): day is Day => !!day && day > today).sort()[0] ?? null;
}
