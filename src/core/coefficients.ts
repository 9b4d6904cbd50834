/**
 * Every number of the rule, in one table that `config` can change and `why` shows. They are judgement, not estimates from
 * data; the cadences follow what is fairly well supported: contact helps up to a point and then repels, and more
 * channels make it worse (Journal of Marketing 75(4), 2011).
 */
export type Unit = 'points' | 'points/day' | 'days' | 'businessDays' | 'count' | 'ratio';

interface Entry {
  readonly value: number;
  readonly unit: Unit;
}

const points = (value: number): Entry => ({ value, unit: 'points' });
const pointsPerDay = (value: number): Entry => ({ value, unit: 'points/day' });
const days = (value: number): Entry => ({ value, unit: 'days' });
const businessDays = (value: number): Entry => ({ value, unit: 'businessDays' });
const count = (value: number): Entry => ({ value, unit: 'count' });
const ratio = (value: number): Entry => ({ value, unit: 'ratio' });

export const COEFFICIENTS = {
  // W: what we owe. The largest counts in full, every further item a little.
  promise_overdue: points(60),
  promise_overdue_growth: pointsPerDay(2),
  promise_overdue_most: points(80),
  promise_today: points(50),
  question_open: points(50),
  question_new: points(40),
  question_new_below: businessDays(2),
  material_requested: points(45),
  material_new: points(35),
  material_new_below: businessDays(3),
  thanks_same_day: points(30),
  thanks_next_day: points(40),
  thanks_later: points(25),
  thanks_until: businessDays(5),
  next_due: points(45),
  next_overdue: points(50),
  next_overdue_growth: pointsPerDay(2),
  next_overdue_most: points(70),
  owed_further: points(5),

  // T: the customer's own time.
  milestone_7_days: points(55),
  milestone_14_days: points(38),
  milestone_30_days: points(20),
  milestone_60_days: points(8),
  milestone_passed: points(30),
  decision_after_latest: points(25),
  decision_passed_fresh: points(10),
  decision_passed: points(30),
  decision_passed_from: businessDays(3),
  decision_passed_old: points(22),
  decision_passed_old_above: businessDays(10),
  decision_near_missing: points(32),
  decision_near: points(5),
  decision_near_within: businessDays(5),
  promise_tomorrow: points(25),
  promise_soon: points(10),
  promise_soon_within: days(3),
  next_soon: points(25),
  next_soon_within: businessDays(3),

  // K: gaps in what we know or have given.
  no_decision_date: points(18),
  no_decision_date_from: businessDays(3),
  no_next_step: points(10),
  route_unknown: points(8),
  essential_missing: points(6),
  essential_missing_most: points(18),
  no_goal_date: points(6),
  give_gap: points(12),
  give_gap_from: businessDays(15),
  give_gap_quiet_for: businessDays(10),
  give_gap_unanswered_below: count(3),

  // S: silence since the customer's last word; small, and falling again, on purpose.
  silence_10_days: points(6),
  silence_21_days: points(10),
  silence_46_days: points(6),
  silence_91_days: points(3),

  // V: value against the median open deal. It breaks ties; it never lifts a deal over an owed one.
  value_1x: points(2),
  value_2x: points(5),
  value_4x: points(8),

  // R: deals that have ended and ask for one more word.
  revisit_reached: points(25),
  revisit_later: points(15),
  revisit_later_above: days(14),
  declined_no_reason: points(30),
  declined_later: points(15),
  declined_later_above: businessDays(5),
  declined_until: businessDays(10),

  // B: brakes. They can never cancel what we owe.
  status_run: points(6),
  status_run_most: points(18),
  recent_contact: points(10),
  recent_contact_within: businessDays(5),
  unanswered: points(8),
  unanswered_from: count(3),
  second_channel: points(5),
  second_channel_within: businessDays(5),

  // Bands and gates.
  today_from: points(40),
  this_week_from: points(20),
  find_reason_from: points(10),
  snooze_ends_within: days(7),
  booked_within: days(7),
  minimum_gap: businessDays(3),

  // Cadences.
  ask_gap_1: businessDays(3),
  ask_gap_2: businessDays(5),
  ask_gap_3: businessDays(10),
  ask_gap_4: businessDays(20),
  status_run_stops_asks: count(2),
  closefile_from: count(5),
  closefile_gap: businessDays(10),
  rest_after_closefile: days(60),
  workback_within: days(30),
  workback_last_notice: days(7),
  workback_slack_after_date: days(60),
  verdict_from: businessDays(3),
  date_from: businessDays(3),
  materials_before_decision: businessDays(10),
  reopen_from: days(45),
  value_2x_from: ratio(2),
  value_4x_from: ratio(4),
} as const satisfies Record<string, Entry>;

export type CoefficientName = keyof typeof COEFFICIENTS;

/** The numbers in force: the defaults, with the rep's own where set. */
export type Rule = Readonly<Record<CoefficientName, number>>;

export const DEFAULT_RULE = Object.fromEntries(
  Object.entries(COEFFICIENTS).map(([name, { value }]) => [name, value]),
) as Rule;

export function isCoefficient(name: string): name is CoefficientName {
  return Object.hasOwn(COEFFICIENTS, name);
}
