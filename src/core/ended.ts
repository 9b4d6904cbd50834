import { addBusinessDays } from './calendar.ts';
import { type Day, daysBetween } from './day.ts';
import type { Ground, Situation } from './situation.ts';
import { type Term, term } from './term.ts';

/** Returns the R terms: an ended deal whose revisit day has come, or a "no" whose reason was not heard yet. */
export function endedTerms(situation: Situation): Term[] {
  return [...revisitTerms(situation), ...declinedTerms(situation)];
}

/** Returns whether an ended deal still asks for one more word; otherwise it is out of every list. */
export function isAwaiting(situation: Situation): boolean {
  return endedTerms(situation).length > 0;
}

/** Returns whether the customer said no and has not been asked why. */
export function isReasonDue(situation: Situation): boolean {
  return declinedTerms(situation).length > 0;
}

/** Returns whether the day on which an ended deal was to be taken up again has come. */
export function isRevisitDue(situation: Situation): boolean {
  return revisitTerms(situation).length > 0;
}

/** Returns the day before which a "no" is no longer asked about. */
export function declinedSince({ calendar, today, rule }: Pick<Ground, 'calendar' | 'today' | 'rule'>): Day {
  return addBusinessDays(calendar, today, -rule.declined_until);
}

function revisitTerms({ deal, figures, today, rule, isOpen }: Situation): Term[] {
  const { revisitOn } = deal;
  if (isOpen || deal.state === 'won' || deal.state === 'void' || !revisitOn || revisitOn > today) return [];
  if (figures.lastContactOn && figures.lastContactOn >= revisitOn) return [];
  const late = daysBetween(revisitOn, today);
  const name = late > rule.revisit_later_above ? 'revisit_later' : 'revisit_reached';
  return [term('revisit_reached', rule[name], name, { on: revisitOn, value: late, unit: 'days' })];
}

/** The reason is asked for once, gently, and only while the "no" is fresh. */
function declinedTerms({ deal, figures, since, rule }: Situation): Term[] {
  const { closedOn } = deal;
  const age = since(closedOn);
  if (deal.state !== 'declined' || deal.reason || age === null || age > rule.declined_until) return [];
  if (figures.lossreasonOn && closedOn && figures.lossreasonOn >= closedOn) return [];
  const name = age > rule.declined_later_above ? 'declined_later' : 'declined_no_reason';
  return [term('declined_no_reason', rule[name], name, { on: closedOn, value: age, unit: 'businessDays' })];
}
