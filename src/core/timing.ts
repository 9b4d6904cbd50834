import { businessDaysBetween } from './calendar.ts';
import { isApprovalLate } from './chain.ts';
import { daysBetween } from './day.ts';
import type { Situation } from './situation.ts';
import { type Term, term } from './term.ts';

/** The next milestone weighs more from so many days before it on. */
export const MILESTONE_WITHIN_DAYS = [7, 14, 30, 60] as const;

/** Returns the T terms: how near the customer's own days are. */
export function timingTerms(situation: Situation): Term[] {
  return [
    ...milestoneTerms(situation),
    ...decisionAfterLatestTerms(situation),
    ...decisionTerms(situation),
    ...promiseSoonTerms(situation),
    ...nextSoonTerms(situation),
  ];
}

function milestoneTerms({ chain, milestone, today, rule, isTold }: Situation): Term[] {
  if (!milestone) return [];
  const { on, daysLeft } = milestone;
  const measured = { on, value: daysLeft, unit: 'days' } as const;
  if (daysLeft < 0) {
    return isTold ? [] : [term('milestone_passed', rule.milestone_passed, 'milestone_passed', measured)];
  }
  // Where approval should have begun, the latest useful day is as pressing as it can be, however far ahead it lies:
  // otherwise a nearer latest day could score lower.
  const within = isApprovalLate(chain, today)
    ? MILESTONE_WITHIN_DAYS[0]
    : MILESTONE_WITHIN_DAYS.find((days) => daysLeft <= days);
  if (within === undefined) return [];
  const name = `milestone_${within}_days` as const;
  return [term('milestone_near', rule[name], name, measured)];
}

function decisionAfterLatestTerms({ deal, chain, rule, isTold }: Situation): Term[] {
  const { decisionOn } = deal;
  const { latestUsefulOn } = chain;
  if (isTold || !decisionOn || !latestUsefulOn || decisionOn <= latestUsefulOn) return [];
  const value = daysBetween(latestUsefulOn, decisionOn);
  const name = 'decision_after_latest';
  return [term(name, rule[name], name, { on: decisionOn, value, unit: 'days' })];
}

function decisionTerms({ deal, calendar, today, rule, lack, isOpen }: Situation): Term[] {
  const { decisionOn } = deal;
  if (!isOpen || !decisionOn) return [];
  const passed = businessDaysBetween(calendar, decisionOn, today);
  if (decisionOn < today) {
    if (passed < 1) return [];
    const name =
      passed < rule.decision_passed_from
        ? 'decision_passed_fresh'
        : passed <= rule.decision_passed_old_above
          ? 'decision_passed'
          : 'decision_passed_old';
    return [term('decision_passed', rule[name], name, { on: decisionOn, value: passed, unit: 'businessDays' })];
  }
  const ahead = passed === 0 ? 0 : -passed;
  if (ahead > rule.decision_near_within) return [];
  const name = lack.all.length > 0 ? 'decision_near_missing' : 'decision_near';
  const measured = { on: decisionOn, value: ahead, unit: 'businessDays', materials: lack.all } as const;
  return [term('decision_near', rule[name], name, measured)];
}

function promiseSoonTerms({ figures, today, rule }: Situation): Term[] {
  return figures.promises.flatMap(({ n, dueOn }): Term[] => {
    const left = dueOn ? daysBetween(today, dueOn) : -1;
    if (left < 1 || left > rule.promise_soon_within) return [];
    const name = left === 1 ? 'promise_tomorrow' : 'promise_soon';
    return [term('promise_soon', rule[name], name, { on: dueOn, n, value: left, unit: 'days' })];
  });
}

function nextSoonTerms({ deal, calendar, today, rule, isOpen }: Situation): Term[] {
  const { nextOn, booked } = deal;
  if (!isOpen || !nextOn || booked || nextOn <= today) return [];
  const left = businessDaysBetween(calendar, today, nextOn);
  if (left < 1 || left > rule.next_soon_within) return [];
  return [term('next_soon', rule.next_soon, 'next_soon', { on: nextOn, value: left, unit: 'businessDays' })];
}
