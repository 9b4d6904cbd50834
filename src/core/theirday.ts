import { daysBetween } from './day.ts';
import type { Situation } from './situation.ts';

/** Returns whether the customer's own days call for a notice, however many of our messages stand unanswered. */
export function isTheirDayDue(situation: Situation): boolean {
  return isUsefulDayOver(situation) || isWorkbackDue(situation);
}

/** Returns whether the latest useful day is over and the withdrawal not said. */
export function isUsefulDayOver({ chain, figures, today }: Situation): boolean {
  return chain.latestUsefulOn !== null && chain.latestUsefulOn < today && figures.withdrawOn === null;
}

/** Returns whether their calendar is to be told: once, and once more as a last notice when the milestone is a week away. */
export function isWorkbackDue({ deal, chain, milestone, figures, today, rule, isTold }: Situation): boolean {
  if (!chain.latestUsefulOn || !milestone || milestone.daysLeft < 0) return false;
  const { decisionOn } = deal;
  const isDue =
    milestone.daysLeft <= rule.workback_within ||
    (decisionOn !== null && decisionOn > chain.latestUsefulOn) ||
    (decisionOn !== null && decisionOn < today && milestone.daysLeft <= rule.workback_slack_after_date);
  if (!isDue || !isTold || figures.toldOn === null) return isDue;
  const leftWhenTold = daysBetween(figures.toldOn, milestone.on);
  return milestone.daysLeft <= rule.workback_last_notice && leftWhenTold > rule.workback_last_notice;
}
