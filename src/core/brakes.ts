import type { Situation } from './situation.ts';
import { type Term, term } from './term.ts';

/**
 * Returns the B terms, all negative. Brakes look at our contacts only, and never loosen on the day of a contact: what we
 * write today cannot lift a deal today.
 */
export function brakeTerms(situation: Situation): Term[] {
  return [
    ...statusRunTerms(situation),
    ...recentTerms(situation),
    ...unansweredTerms(situation),
    ...channelTerms(situation),
  ];
}

function statusRunTerms({ figures, today, rule }: Situation): Term[] {
  const run = figures.lastContactOn === today ? figures.statusRunPeak : figures.statusRun;
  if (run === 0) return [];
  const points = -Math.min(rule.status_run * run, rule.status_run_most);
  return [term('status_run', points, 'status_run', { on: figures.lastContactOn, value: run, unit: 'count' })];
}

function recentTerms({ figures, since, rule }: Situation): Term[] {
  const age = since(figures.lastContactOn);
  if (figures.unanswered === 0 || age === null || age < 0 || age > rule.recent_contact_within) return [];
  const measured = { on: figures.lastContactOn, value: age, unit: 'businessDays' } as const;
  return [term('recent_contact', -rule.recent_contact, 'recent_contact', measured)];
}

function unansweredTerms({ figures, rule }: Situation): Term[] {
  if (figures.unanswered < rule.unanswered_from) return [];
  return [term('unanswered', -rule.unanswered, 'unanswered', { value: figures.unanswered, unit: 'count' })];
}

function channelTerms({ figures, since, rule }: Situation): Term[] {
  const age = since(figures.otherChannelOn);
  if (figures.unanswered < 2 || age === null || age > rule.second_channel_within) return [];
  const measured = { on: figures.otherChannelOn, value: age, unit: 'businessDays' } as const;
  return [term('second_channel', -rule.second_channel, 'second_channel', measured)];
}
