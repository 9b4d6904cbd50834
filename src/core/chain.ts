import { type Calendar, onOrBefore } from './calendar.ts';
import { type Day, daysBetween } from './day.ts';
import type { ChainLink, Deal } from './deal.ts';
import { before, type Duration, readDuration } from './duration.ts';

/** Whose fact a link rests on: the customer said it, it is our standard, or it is an assumption to be corrected. */
export type LinkSource = 'customer' | 'standard' | 'assumed';

/** Returns how the source is spoken of: a slot or an offer is not a standard of ours but a date of ours. */
export function spokenSource({ link, source }: Link): LinkSource | 'ours' {
  return source === 'standard' && (link === 'slot' || link === 'offer') ? 'ours' : source;
}

export interface Link {
  readonly link: ChainLink;
  readonly on: Day;
  readonly source: LinkSource;
}

/** The days worked back from the customer's own goal. Without a goal day there is no chain: no deadline is ever ours. */
export interface Chain {
  readonly links: readonly Link[];
  readonly latestUsefulOn: Day | null;
  readonly approvalStartOn: Day | null;
  /** Why no useful day can be named, or why the days exclude each other. */
  readonly contradiction: 'no-slot' | 'not-before' | null;
}

export interface Milestone {
  readonly code: 'approval_start' | 'latest_useful';
  readonly on: Day;
  readonly daysLeft: number;
}

type ChainFacts = Pick<
  Deal,
  'goalOn' | 'lead' | 'slots' | 'prep' | 'approval' | 'offerUntilOn' | 'notBeforeOn' | 'assumed'
>;

export const NO_CHAIN: Chain = { links: [], latestUsefulOn: null, approvalStartOn: null, contradiction: null };

/**
 * Returns the chain: goal − lead → the last slot in time − preparation → (not after our offer's end) the latest useful
 * day − approval → the day approval must start. Results on closed days move earlier; a slot is a fixed day of ours and stays.
 */
export function workBack(facts: ChainFacts, calendar: Calendar): Chain {
  if (!facts.goalOn) return NO_CHAIN;
  const links: Link[] = [];
  const add = (link: ChainLink, on: Day, source: LinkSource): Day => {
    links.push({ link, on, source: facts.assumed.includes(link) ? 'assumed' : source });
    return on;
  };

  let on = add('goal', facts.goalOn, 'customer');
  const hasSlots = facts.slots.length > 0;
  if (facts.lead) {
    const bound = before(on, durationOf(facts.lead), calendar);
    on = add('lead', hasSlots ? bound : onOrBefore(calendar, bound), 'standard');
  }
  if (hasSlots) {
    const slot = facts.slots
      .filter((day) => day <= on)
      .sort()
      .at(-1);
    if (!slot) return { links, latestUsefulOn: null, approvalStartOn: null, contradiction: 'no-slot' };
    on = add('slot', slot, 'standard');
  }
  if (facts.prep) {
    on = add('prep', onOrBefore(calendar, before(on, durationOf(facts.prep), calendar)), 'standard');
  }
  if (facts.offerUntilOn && facts.offerUntilOn < on) on = add('offer', facts.offerUntilOn, 'standard');

  const latestUsefulOn = onOrBefore(calendar, on);
  let approvalStartOn: Day | null = null;
  if (facts.approval) {
    approvalStartOn = onOrBefore(calendar, before(latestUsefulOn, durationOf(facts.approval), calendar));
    add('approval', approvalStartOn, 'customer');
  }
  if (facts.notBeforeOn) add('not-before', facts.notBeforeOn, 'customer');
  const isTooEarly = facts.notBeforeOn !== null && facts.notBeforeOn > latestUsefulOn;
  return { links, latestUsefulOn, approvalStartOn, contradiction: isTooEarly ? 'not-before' : null };
}

/** The same few durations stand on every deal of a book: each is read once. */
const durations = new Map<string, Duration>();

function durationOf(text: string): Duration {
  const known = durations.get(text) ?? readDuration(text);
  durations.set(text, known);
  return known;
}

/** Returns the next day of the chain that is still ahead, or the latest useful day once everything has passed. */
export function nextMilestone({ approvalStartOn, latestUsefulOn }: Chain, today: Day): Milestone | null {
  if (!latestUsefulOn) return null;
  const isApprovalAhead = approvalStartOn !== null && approvalStartOn >= today;
  const on = isApprovalAhead ? approvalStartOn : latestUsefulOn;
  return { code: isApprovalAhead ? 'approval_start' : 'latest_useful', on, daysLeft: daysBetween(today, on) };
}

/** Returns whether approval should have begun by now while deciding would still be useful. */
export function isApprovalLate({ approvalStartOn, latestUsefulOn }: Chain, today: Day): boolean {
  return approvalStartOn !== null && latestUsefulOn !== null && approvalStartOn < today && today <= latestUsefulOn;
}
