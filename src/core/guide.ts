import { addBusinessDays } from './calendar.ts';
import type { QuestionCode } from './codes.ts';
import { addDays, type Day } from './day.ts';
import type { Deal, DealFields } from './deal.ts';
import { place } from './priority.ts';
import type { Ground, TrackedDeal } from './situation.ts';

/** A question about a deal whose answer is not known, and how far an answer could move the deal. */
export interface OpenQuestion {
  readonly code: GuidedCode;
  /** The most points by which one of the likely answers would change the score. */
  readonly couldMove: number;
}

/** The questions whose answers the rule uses, and the field each fills. */
export const GUIDED = {
  'goal-date': 'goalOn',
  'decision-date': 'decisionOn',
  next: 'next',
  kind: 'kind',
  decider: 'decider',
  route: 'route',
  proposed: 'proposedOn',
  approval: 'approval',
  lead: 'lead',
  goal: 'goal',
  scene: 'scene',
  rival: 'rival',
  amount: 'amount',
} as const satisfies Partial<Record<QuestionCode, keyof DealFields>>;

export type GuidedCode = keyof typeof GUIDED;

/** Returns the open questions of a deal, the one whose answer could change its place most first. The order is total. */
export function openQuestions(deal: TrackedDeal, ground: Ground): OpenQuestion[] {
  if (deal.state !== 'open' || deal.doNotContact) return [];
  const codes = (Object.keys(GUIDED) as GuidedCode[]).filter((code) => isOpen(deal, code));
  const score = place(deal, ground).score;
  return codes
    .map((code, order) => ({ code, order, couldMove: couldMove(deal, code, score, ground) }))
    .sort((a, b) => b.couldMove - a.couldMove || a.order - b.order)
    .map(({ code, couldMove }) => ({ code, couldMove }));
}

/** Returns the deal whose answers would change the list most, those to `isSkipped` aside, or undefined where nothing is open. */
export function mostAskable(
  deals: readonly TrackedDeal[],
  ground: Ground,
  isSkipped: (dealId: number, code: GuidedCode) => boolean = () => false,
): TrackedDeal | undefined {
  let best: { deal: TrackedDeal; reach: number } | undefined;
  for (const deal of deals) {
    const open = openQuestions(deal, ground).filter(({ code }) => !isSkipped(deal.id, code));
    const reach = open.reduce((total, { couldMove }) => total + couldMove, 0);
    if (reach > 0 && (!best || reach > best.reach)) best = { deal, reach };
  }
  return best?.deal;
}

/** Returns since when the rep has not known the answer, which is an answer until the customer has spoken since; else null. */
export function unknownSince({ unknowns, figures }: TrackedDeal, code: GuidedCode): Day | null {
  const since = unknowns[code] ?? null;
  return since !== null && (figures.lastSignalOn === null || figures.lastSignalOn <= since) ? since : null;
}

function isOpen(deal: TrackedDeal, code: GuidedCode): boolean {
  if (deal[GUIDED[code]] !== null) return false;
  // How long approval or delivery takes matters only once there is a goal to count back from.
  if ((code === 'approval' || code === 'lead' || code === 'goal') && deal.goalOn === null) return false;
  if (code === 'next' && deal.nextOn !== null) return false;
  return unknownSince(deal, code) === null;
}

function couldMove(deal: TrackedDeal, code: GuidedCode, score: number, ground: Ground): number {
  const moves = likelyAnswers(code, ground).map((answer) =>
    Math.abs(place({ ...deal, ...answer }, ground).score - score),
  );
  return Math.max(0, ...moves);
}

/** Answers that span what the customer may say; they are only weighed, never recorded. */
function likelyAnswers(code: GuidedCode, { today, calendar }: Ground): readonly Partial<Deal>[] {
  switch (code) {
    case 'goal-date':
      return [10, 25, 45, 120].map((days) => ({ goalOn: addDays(today, days) }));
    case 'decision-date':
      return [-4, 4, 30].map((days) => ({ decisionOn: addBusinessDays(calendar, today, days) }));
    case 'next':
      return [2, 15].map((days) => ({ next: '?', nextOn: addBusinessDays(calendar, today, days) }));
    case 'kind':
      return [{ kind: 'small' }, { kind: 'mid' }];
    case 'proposed':
      return [{ proposedOn: addBusinessDays(calendar, today, -20) }];
    case 'approval':
      return [{ approval: '5bd' }, { approval: '10bd' }];
    case 'lead':
      return [{ lead: '1mo' }, { lead: '3mo' }];
    case 'decider':
    case 'route':
      return [{ [code]: '?' }];
    default:
      return [];
  }
}
