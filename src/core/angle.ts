import { type Brake, brakeOn } from './cadence.ts';
import { businessDaysBetween } from './calendar.ts';
import { ANGLE_KINDS, type AngleCode, type AngleKind, type DoubtCode } from './codes.ts';
import { daysBetween } from './day.ts';
import { isReasonDue, isRevisitDue } from './ended.ts';
import type { ListName } from './lists.ts';
import type { Situation } from './situation.ts';
import type { Term, TermCode } from './term.ts';
import { isUsefulDayOver, isWorkbackDue } from './theirday.ts';

export interface AngleChoice {
  readonly code: AngleCode;
  readonly kind: AngleKind;
}

/** What an angle's condition may look at. */
interface Evidence {
  readonly situation: Situation;
  readonly owes: (code: TermCode) => boolean;
  /** Business days until the decision, or null when it is unknown or past. */
  readonly decisionIn: number | null;
}

interface Condition {
  readonly code: AngleCode;
  readonly holds: (evidence: Evidence) => boolean;
  /** We owe this message, or both sides agreed on it: the brakes on asking and repeating do not touch it. */
  readonly isOwed?: true;
}

/** Doubts that are about risk rather than about facts. */
const RISK_DOUBTS: readonly DoubtCode[] = ['lockin', 'past', 'blame'];

/** The precedence of the method, top to bottom; the first angle that holds and that no brake stops is the advice. */
const PRECEDENCE: readonly Condition[] = [
  { code: 'promise', isOwed: true, holds: ({ situation }) => isPromiseDue(situation) },
  { code: 'answer', isOwed: true, holds: ({ situation }) => situation.figures.questions.length > 0 },
  { code: 'thanks', isOwed: true, holds: ({ owes }) => owes('thanks_owed') },
  { code: 'material', isOwed: true, holds: ({ situation }) => situation.figures.wanted.length > 0 },
  { code: 'othertopic', isOwed: true, holds: ({ owes }) => owes('next_due') },
  { code: 'holdack', holds: ({ situation }) => isHoldFresh(situation) },
  { code: 'withdraw', holds: ({ situation }) => isUsefulDayOver(situation) },
  { code: 'workback', holds: ({ situation }) => isWorkbackDue(situation) },
  // Their "no" answered whatever we had asked; thanking for it and asking why, once, is no second ask.
  { code: 'lossreason', isOwed: true, holds: ({ situation }) => isReasonDue(situation) },
  { code: 'revisit', holds: ({ situation }) => isRevisitDue(situation) },
  { code: 'othertopic', isOwed: true, holds: ({ situation }) => isNextSoon(situation) },
  { code: 'approval', holds: (evidence) => isDecisionNear(evidence) && lacksApprovalDraft(evidence.situation) },
  { code: 'compare', holds: (evidence) => isDecisionNear(evidence) && lacksComparison(evidence.situation) },
  { code: 'material', holds: (evidence) => isDecisionNear(evidence) && evidence.situation.lack.all.length > 0 },
  { code: 'closefile', holds: ({ situation }) => isCloseFileDue(situation) },
  { code: 'verdict', holds: ({ situation }) => isVerdictDue(situation) },
  { code: 'date', holds: ({ situation }) => isDateUnasked(situation) },
  { code: 'risk', holds: ({ situation: { figures } }) => figures.doubts.some((it) => RISK_DOUBTS.includes(it)) },
  { code: 'recommend', holds: ({ situation: { figures } }) => figures.doubts.includes('choice') },
  { code: 'material', holds: ({ situation }) => situation.lack.essentials.length > 0 },
  { code: 'reopen', holds: ({ situation }) => silentDays(situation) >= situation.rule.reopen_from },
  { code: 'stakeholder', holds: ({ situation: { deal } }) => !deal.route && !deal.decider },
  // What is left needs a fact that only the rep can bring; the recently used ones step aside.
  { code: 'labour', holds: () => true },
  { code: 'info', holds: () => true },
  { code: 'idea', holds: () => true },
  { code: 'othertopic', isOwed: true, holds: ({ situation: { deal } }) => deal.next !== null && !deal.booked },
  { code: 'goodwill', holds: ({ situation: { figures } }) => figures.lastGiveOn !== null },
];

/** What is still to be said once a deal has ended. */
const AFTER_THE_END: readonly AngleCode[] = ['promise', 'answer', 'material', 'lossreason', 'revisit'];

/** Lists on which the advice is to write; elsewhere an angle is given only where one honest word is still due. */
const WRITING_LISTS: readonly ListName[] = ['contact', 'thisWeek', 'findReason'];

/** Returns the angle of the deal's next message, or null where the advice is not to write. */
export function chooseAngle(situation: Situation, owedItems: readonly Term[], list: ListName): AngleChoice | null {
  if (list === 'onHold') return isHoldFresh(situation) ? choice('holdack') : null;
  if (list === 'leaveAlone') return choiceAtRest(situation);
  if (!WRITING_LISTS.includes(list)) return null;
  for (const { code, brake } of anglesOf(situation, owedItems)) if (brake === null) return choice(code);
  return null;
}

/** Yields the angles whose conditions hold, in order of precedence, with the brake on each, if any. */
export function* anglesOf(
  situation: Situation,
  owedItems: readonly Term[],
): Generator<{ readonly code: AngleCode; readonly brake: Brake | null }> {
  const evidence: Evidence = {
    situation,
    owes: (code) => owedItems.some((item) => item.code === code),
    decisionIn: decisionIn(situation),
  };
  for (const { code, holds, isOwed } of PRECEDENCE) {
    if (!situation.isOpen && !AFTER_THE_END.includes(code)) continue;
    if (holds(evidence)) yield { code, brake: isOwed ? null : brakeOn(code, situation) };
  }
}

/** What is worth saying once, however little presses: the closing note, or the one question after a "no" that is ten days old. */
function choiceAtRest(situation: Situation): AngleChoice | null {
  if (isCloseFileDue(situation)) return choice('closefile');
  return isReasonDue(situation) ? choice('lossreason') : null;
}

function choice(code: AngleCode): AngleChoice {
  return { code, kind: ANGLE_KINDS[code] };
}

function decisionIn({ deal, calendar, today }: Situation): number | null {
  if (!deal.decisionOn || deal.decisionOn < today) return null;
  return businessDaysBetween(calendar, today, deal.decisionOn);
}

function isPromiseDue({ figures, today }: Situation): boolean {
  return figures.promises.some(({ dueOn }) => dueOn !== null && daysBetween(today, dueOn) <= 1);
}

/** A hold is acknowledged once: on the day it is told, or later if it passes a day of theirs and nobody said so. */
function isHoldFresh({ deal, figures, milestone, today }: Situation): boolean {
  const { holdUntilOn, holdSinceOn } = deal;
  if (!holdUntilOn || !holdSinceOn || holdUntilOn <= today) return false;
  if (figures.holdackOn && figures.holdackOn >= holdSinceOn) return false;
  return holdSinceOn === today || (milestone !== null && milestone.on < holdUntilOn);
}

function isNextSoon({ deal, calendar, today, rule }: Situation): boolean {
  if (!deal.nextOn || deal.booked || deal.nextOn <= today) return false;
  return businessDaysBetween(calendar, today, deal.nextOn) <= rule.next_soon_within;
}

function isDecisionNear({ decisionIn, situation }: Evidence): boolean {
  return decisionIn !== null && decisionIn <= situation.rule.materials_before_decision;
}

function lacksApprovalDraft({ deal, figures }: Situation): boolean {
  return (deal.route !== null || deal.approval !== null) && !figures.settled.includes('ringi');
}

function lacksComparison({ deal, figures }: Situation): boolean {
  return deal.rival !== null && !figures.settled.includes('compare');
}

/** Once in a silence: many contacts unanswered, or the question for the answer itself unanswered for long. */
export function isCloseFileDue({ figures, since, rule, isOpen }: Situation): boolean {
  if (!isOpen || figures.unanswered === 0 || figures.closefileOn) return false;
  const quiet = since(figures.lastContactOn) ?? 0;
  const isVerdictUnanswered =
    figures.verdictOn !== null && (figures.lastSignalOn === null || figures.lastSignalOn < figures.verdictOn);
  const isMany = figures.unanswered >= rule.closefile_from;
  return quiet >= rule.closefile_gap && (isMany || isVerdictUnanswered);
}

function isVerdictDue({ deal, figures, lack, since, today, rule }: Situation): boolean {
  if (!deal.decisionOn || deal.decisionOn >= today) return false;
  const passed = since(deal.decisionOn) ?? 0;
  return passed >= rule.verdict_from && lack.all.length === 0 && figures.questions.length === 0;
}

function isDateUnasked({ deal, since, rule, isOpen }: Situation): boolean {
  const age = since(deal.proposedOn);
  return isOpen && !deal.decisionOn && age !== null && age >= rule.date_from;
}

function silentDays({ figures, today }: Situation): number {
  return figures.lastSignalOn ? daysBetween(figures.lastSignalOn, today) : 0;
}
