import { type AngleChoice, chooseAngle } from './angle.ts';
import { brakeTerms } from './brakes.ts';
import type { Milestone } from './chain.ts';
import type { Day } from './day.ts';
import { endedTerms } from './ended.ts';
import { gapTerms } from './gaps.ts';
import { type Gate, gateOf } from './gate.ts';
import type { ListName } from './lists.ts';
import { owedTerms } from './owed.ts';
import type { Rank } from './rank.ts';
import { type Ground, type Situation, situate, type TrackedDeal } from './situation.ts';
import { sum, type Term } from './term.ts';
import { timingTerms } from './timing.ts';

/** Where a deal stands today and why. */
export interface Weighed {
  readonly deal: TrackedDeal;
  readonly situation: Situation;
  readonly rank: Rank;
  readonly score: number;
  readonly owed: boolean;
  readonly terms: readonly Term[];
  /** Points the brakes took away; they never cut into what is owed. */
  readonly removed: number;
  readonly gate: Gate | null;
  /** The list it is on; null for a deal that is out of the book's day altogether. */
  readonly list: ListName | null;
  readonly milestone: Milestone | null;
  /** For a deal left alone: the next day on which something recorded falls. */
  readonly until: Day | null;
  /** Whether the customer's own days exclude each other: a hold past their milestone, or a not-before past the latest day. */
  readonly conflict: boolean;
}

/** Where a deal stands, and what to say: everything `today` and `why` show. */
export interface Placement extends Weighed {
  readonly angle: AngleChoice | null;
}

/** Returns the deal's place and the angle that fits it. */
export function place(deal: TrackedDeal, ground: Ground): Placement {
  const weighed = weigh(deal, ground);
  const { situation, terms, list } = weighed;
  const owedItems = terms.filter(({ group }) => group === 'W');
  return { ...weighed, angle: list ? chooseAngle(situation, owedItems, list) : null };
}

/** Returns the deal's place: `score = W + max(0, T + K + S + V + R + B)`, then gates and bands. */
export function weigh(deal: TrackedDeal, ground: Ground): Weighed {
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
    rank: {
      id: deal.id,
      owed,
      score,
      milestoneOn: situation.milestone?.on ?? null,
      lastSignalOn: deal.figures.lastSignalOn,
    },
    score,
    owed,
    terms: [...owedItems, ...raising, ...brakes],
    removed,
    gate,
    list,
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

/** Beyond this a proposal of which nothing more was recorded is no longer fresh enough to follow up out of the blue. */
export const FRESH_PROPOSAL_BUSINESS_DAYS = 60;

/**
 * Returns whether almost nothing is recorded of a deal: no contact, no word of theirs, no date, no recent proposal, nothing
 * that keeps it off the list. It scores by what is missing alone, as most of an imported book does; the honest advice is to
 * answer questions, not to write.
 */
export function isBarelyKnown({ deal, owed, gate, terms, situation }: Weighed): boolean {
  const { lastContactOn, lastSignalOn } = deal.figures;
  if (owed || gate || lastContactOn || lastSignalOn || deal.state !== 'open') return false;
  if (deal.goalOn || deal.decisionOn || deal.nextOn) return false;
  const proposedAgo = situation.since(deal.proposedOn);
  const isFresh = proposedAgo !== null && proposedAgo <= FRESH_PROPOSAL_BUSINESS_DAYS;
  return !isFresh && terms.every(({ group }) => group === 'K' || group === 'V');
}
