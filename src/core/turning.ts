import { addBusinessDays, type Calendar, onOrBefore } from './calendar.ts';
import { addDays, type Day, daysBetween } from './day.ts';
import { SILENCE_FROM_DAYS } from './gaps.ts';
import { FRESH_PROPOSAL_BUSINESS_DAYS } from './priority.ts';
import type { Situation } from './situation.ts';
import { MILESTONE_WITHIN_DAYS } from './timing.ts';

/**
 * Returns the first day after the situation's on which the rule may see the deal otherwise, though nothing new is recorded; null
 * where time alone changes nothing any more. It may be too early and is never too late: until then the deal stands as it does.
 */
export function turnsOn(situation: Situation): Day | null {
  const { today } = situation;
  if (isGrowing(situation)) return addDays(today, 1);
  let first: Day | null = null;
  for (const day of turningDays(situation)) if (day > today && (first === null || day < first)) first = day;
  return first;
}

/** What is overdue weighs more every day, up to a most. */
function isGrowing({ deal: { nextOn }, figures, today, rule, isOpen }: Situation): boolean {
  const grows = (dueOn: Day | null, points: number, growth: number, most: number): boolean => {
    const late = dueOn === null ? -1 : daysBetween(dueOn, today);
    return late >= 0 && growth > 0 && points + growth * late < most;
  };
  return (
    (isOpen && grows(nextOn, rule.next_overdue, rule.next_overdue_growth, rule.next_overdue_most)) ||
    figures.promises.some(({ dueOn }) =>
      grows(dueOn, rule.promise_overdue, rule.promise_overdue_growth, rule.promise_overdue_most),
    )
  );
}

/** Every day on which a term, a gate or a list looks at the deal otherwise than the day before, and some on which none does. */
function turningDays({ deal, figures, chain, calendar, rule }: Situation): Day[] {
  const turning: Day[] = [];
  const add = (on: Day | null, ...afterDays: readonly number[]): void => {
    if (on) for (const days of afterDays) turning.push(addDays(on, days));
  };
  const addBusiness = (on: Day | null, ...afterBusinessDays: readonly number[]): void => {
    if (on) for (const count of afterBusinessDays) turning.push(businessDayAfter(calendar, on, count));
  };
  for (const on of [chain.approvalStartOn, chain.latestUsefulOn]) {
    add(on, 0, 1, ...MILESTONE_WITHIN_DAYS.map((days) => -days));
    add(
      on,
      -rule.workback_within,
      -rule.workback_slack_after_date,
      -rule.workback_last_notice,
      -rule.snooze_ends_within,
    );
  }
  add(deal.decisionOn, 0, 1);
  addBusiness(
    deal.decisionOn,
    -rule.decision_near_within,
    1,
    rule.decision_passed_from,
    rule.decision_passed_old_above + 1,
  );
  add(deal.nextOn, -rule.booked_within, 0, 1);
  addBusiness(deal.nextOn, -rule.next_soon_within, 0);
  for (const { dueOn } of figures.promises) add(dueOn, -rule.promise_soon_within, -1, 0, 1);
  for (const { askedOn } of figures.questions) addBusiness(askedOn, rule.question_new_below);
  for (const { on } of figures.wanted) addBusiness(on, rule.material_new_below);
  addBusiness(figures.thanksOwedSinceOn, 0, 1, 2, rule.thanks_until + 1);
  addBusiness(deal.proposedOn, rule.no_decision_date_from, rule.give_gap_from, FRESH_PROPOSAL_BUSINESS_DAYS + 1);
  addBusiness(figures.lastGiveOn, rule.give_gap_from);
  add(figures.lastContactOn, 0, 1);
  addBusiness(
    figures.lastContactOn,
    0,
    rule.give_gap_quiet_for,
    rule.recent_contact_within + 1,
    rule.minimum_gap,
    rule.closefile_gap,
  );
  addBusiness(figures.otherChannelOn, rule.second_channel_within + 1);
  add(figures.lastSignalOn, 0, ...SILENCE_FROM_DAYS);
  add(deal.holdUntilOn, 0);
  add(deal.snoozeUntilOn, 0);
  add(deal.revisitOn, 0, rule.revisit_later_above + 1);
  add(figures.closefileOn, rule.rest_after_closefile);
  addBusiness(deal.closedOn, rule.declined_later_above + 1, rule.declined_until + 1);
  return turning;
}

/** The deals of a book share their days and the rule its numbers: each is counted once. */
const counted = new WeakMap<Calendar, Map<number, Map<Day, Day>>>();

/** Returns the day this many business days after a day; before it, counted from the last business day on or before it. */
function businessDayAfter(calendar: Calendar, on: Day, count: number): Day {
  const byCount = counted.get(calendar) ?? new Map<number, Map<Day, Day>>();
  counted.set(calendar, byCount);
  const known = byCount.get(count) ?? new Map<Day, Day>();
  byCount.set(count, known);
  let day = known.get(on);
  if (day === undefined) {
    day = addBusinessDays(calendar, count > 0 ? on : onOrBefore(calendar, on), count);
    known.set(on, day);
  }
  return day;
}
