import { addBusinessDays, onOrBefore } from './calendar.ts';
import { addDays, type Day } from './day.ts';
import type { Situation } from './situation.ts';
import { MILESTONE_WITHIN_DAYS } from './timing.ts';

/** A time in which a deal cannot wait: somebody waits for us, or a day of theirs is upon us. `to` is null while it lasts. */
export interface Pressing {
  readonly from: Day;
  readonly to: Day | null;
}

/** Returns the times in which the deal cannot wait. They follow from what is recorded, whatever day it is. */
export function pressingTimes(situation: Situation): Pressing[] {
  const { figures, rule, calendar, isOpen } = situation;
  const times: Pressing[] = [
    ...figures.promises.flatMap(({ dueOn }) => (dueOn ? [since(addDays(dueOn, -rule.promise_soon_within))] : [])),
    ...figures.questions.map(({ askedOn }) => since(askedOn)),
    ...figures.wanted.map(({ on }) => since(on)),
  ];
  if (!isOpen) return times;
  const talkOn = figures.thanksOwedSinceOn;
  if (talkOn) times.push({ from: talkOn, to: addBusinessDays(calendar, talkOn, rule.thanks_until) });
  return [...times, ...nextMeeting(situation), ...decision(situation), ...milestones(situation)];
}

export function isPressing(times: readonly Pressing[], day: Day): boolean {
  return times.some(({ from, to }) => from <= day && (to === null || day <= to));
}

function since(from: Day): Pressing {
  return { from, to: null };
}

/** One that is not arranged yet presses some days before; one that is booked, once its day is over unrecorded. */
function nextMeeting({ deal, calendar, rule }: Situation): Pressing[] {
  if (!deal.nextOn) return [];
  if (deal.booked) return [since(addDays(deal.nextOn, 1))];
  return [since(addBusinessDays(calendar, onOrBefore(calendar, deal.nextOn), -rule.next_soon_within))];
}

function decision({ deal: { decisionOn }, calendar, rule }: Situation): Pressing[] {
  if (!decisionOn) return [];
  const from = addBusinessDays(calendar, onOrBefore(calendar, decisionOn), -rule.decision_near_within);
  return [{ from, to: decisionOn }];
}

/** One so near that the rule weighs it most cannot wait. */
function milestones({ chain }: Situation): Pressing[] {
  const [week] = MILESTONE_WITHIN_DAYS;
  const days = [chain.approvalStartOn, chain.latestUsefulOn];
  return days.flatMap((on) => (on ? [{ from: addDays(on, -week), to: on }] : []));
}
