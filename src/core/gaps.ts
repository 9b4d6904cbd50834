import { isApprovalLate } from './chain.ts';
import { daysBetween } from './day.ts';
import type { Situation } from './situation.ts';
import { type Term, term } from './term.ts';

/** Their silence weighs otherwise from so many days on. */
export const SILENCE_FROM_DAYS = [91, 46, 21, 10] as const;

/** Returns the K, S and V terms: what we do not know or have not given, their silence, and a little for value. */
export function gapTerms(situation: Situation): Term[] {
  if (!situation.isOpen) return valueTerms(situation);
  return [
    ...unknownTerms(situation),
    ...missingTerms(situation),
    ...giveGapTerms(situation),
    ...silenceTerms(situation),
    ...valueTerms(situation),
  ];
}

function unknownTerms({ deal, figures, today, since, rule }: Situation): Term[] {
  const terms: Term[] = [];
  const quiet = since(deal.proposedOn);
  if (!deal.decisionOn && quiet !== null && quiet >= rule.no_decision_date_from) {
    const measured = { on: deal.proposedOn, value: quiet, unit: 'businessDays' } as const;
    terms.push(term('no_decision_date', rule.no_decision_date, 'no_decision_date', measured));
  }
  // A message about the agreed reason uses it up, and what we write today never lifts a deal today.
  const isWrittenToday = figures.lastContactOn === today && figures.unanswered > 0;
  if (!deal.next && !deal.nextOn && !isWrittenToday)
    terms.push(term('no_next_step', rule.no_next_step, 'no_next_step'));
  if (!deal.route && !deal.decider) {
    terms.push(term('route_unknown', rule.route_unknown, 'route_unknown'));
  }
  if (!deal.goalOn) terms.push(term('no_goal_date', rule.no_goal_date, 'no_goal_date'));
  return terms;
}

function missingTerms({ lack, rule }: Situation): Term[] {
  const { essentials } = lack;
  if (essentials.length === 0) return [];
  const points = Math.min(rule.essential_missing * essentials.length, rule.essential_missing_most);
  const measured = { value: essentials.length, unit: 'count', materials: essentials } as const;
  return [term('essential_missing', points, 'essential_missing', measured)];
}

/**
 * Nothing given for a while (コツ③, keep giving). A status check must never raise a deal's place, so the gap does not
 * count where one stands in the place of a give; and once their day is a week away, past, or too near for their approval,
 * the next word is about that day.
 */
function giveGapTerms({ deal, figures, chain, milestone, today, since, rule }: Situation): Term[] {
  const from = figures.lastGiveOn ?? deal.proposedOn;
  const gap = since(from);
  const quiet = since(figures.lastContactOn);
  if (gap === null || gap < rule.give_gap_from) return [];
  if (quiet === null || quiet < rule.give_gap_quiet_for) return [];
  if (figures.unanswered >= rule.give_gap_unanswered_below || figures.statusSinceGive > 0) return [];
  if (milestone && milestone.daysLeft <= rule.workback_last_notice) return [];
  if (isApprovalLate(chain, today)) return [];
  return [term('give_gap', rule.give_gap, 'give_gap', { on: from, value: gap, unit: 'businessDays' })];
}

/** Silence runs from the customer's last signal; our own contacts never reset it. */
function silenceTerms({ figures, today, rule }: Situation): Term[] {
  const on = figures.lastSignalOn;
  if (!on) return [];
  const quietDays = daysBetween(on, today);
  const from = SILENCE_FROM_DAYS.find((days) => quietDays >= days);
  if (from === undefined) return [];
  const name = `silence_${from}_days` as const;
  return [term('silence', rule[name], name, { on, value: quietDays, unit: 'days' })];
}

function valueTerms({ deal, medians, rule }: Situation): Term[] {
  const median = medians.get(deal.currency ?? '');
  if (deal.amount === null || !median) return [];
  const value = deal.amount / median;
  const name =
    value >= rule.value_4x_from
      ? 'value_4x'
      : value >= rule.value_2x_from
        ? 'value_2x'
        : value >= 1
          ? 'value_1x'
          : null;
  return name ? [term('value', rule[name], name, { value, unit: 'ratio' })] : [];
}
