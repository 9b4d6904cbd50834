import { addBusinessDays } from './calendar.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import { isAwaiting } from './ended.ts';
import type { Situation } from './situation.ts';
import { isTheirDayDue } from './theirday.ts';

export const GATES = ['closed', 'do_not_contact', 'hold', 'snooze', 'booked', 'waiting', 'rest'] as const;
export type GateCode = (typeof GATES)[number];

/** What keeps a deal out of the ranking, and until when; null where no day is known. */
export interface Gate {
  readonly code: GateCode;
  readonly until: Day | null;
}

/** Returns the first gate that holds, in the order of the rule, or null. */
export function gateOf(situation: Situation, isOwed: boolean): Gate | null {
  const { deal, today, isOpen } = situation;
  if (!isOpen && !isAwaiting(situation)) return { code: 'closed', until: null };
  if (deal.doNotContact) return { code: 'do_not_contact', until: null };
  if (deal.holdUntilOn && deal.holdUntilOn > today) return { code: 'hold', until: deal.holdUntilOn };
  if (isOwed) return null;
  return snoozeGate(situation) ?? bookedGate(situation) ?? restGate(situation) ?? waitingGate(situation);
}

/** Ours, and weaker than the customer's hold: it gives way when something is owed or their day is near. */
function snoozeGate({ deal, milestone, today, rule, isTold }: Situation): Gate | null {
  if (!deal.snoozeUntilOn || deal.snoozeUntilOn <= today) return null;
  const isNear = milestone !== null && milestone.daysLeft <= rule.snooze_ends_within;
  const isSettled = milestone !== null && milestone.daysLeft < 0 && isTold;
  return isNear && !isSettled ? null : { code: 'snooze', until: deal.snoozeUntilOn };
}

function bookedGate({ deal, today, rule, isOpen }: Situation): Gate | null {
  if (!isOpen || !deal.booked || !deal.nextOn || deal.nextOn < today) return null;
  return daysBetween(today, deal.nextOn) <= rule.booked_within ? { code: 'booked', until: deal.nextOn } : null;
}

/** We said that we would stop: after `closefile` for a while or until the agreed revisit, after `withdraw` until they speak. */
function restGate({ deal, figures, today, rule, isOpen }: Situation): Gate | null {
  const { closefileOn, withdrawOn, lastSignalOn } = figures;
  if (figures.unanswered === 0) return null;
  const isWithdrawn = withdrawOn !== null && (lastSignalOn === null || lastSignalOn <= withdrawOn);
  if (isOpen && isWithdrawn) return { code: 'rest', until: null };
  if (!closefileOn) return null;
  const until = deal.revisitOn ?? addDays(closefileOn, rule.rest_after_closefile);
  return until > today ? { code: 'rest', until } : null;
}

/**
 * Our last contact is fresh, or so many stand unanswered that only a closing note is left, and that not yet. A notice of
 * the customer's own day waits no longer than any other message.
 */
function waitingGate(situation: Situation): Gate | null {
  const { figures, calendar, today, rule } = situation;
  if (!figures.lastContactOn || figures.unanswered === 0) return null;
  const isMany = figures.unanswered >= rule.closefile_from && !isTheirDayDue(situation);
  const gap = isMany ? rule.closefile_gap : rule.minimum_gap;
  const until = addBusinessDays(calendar, figures.lastContactOn, gap);
  return until > today ? { code: 'waiting', until } : null;
}
