import { ANGLE_CODES, type AngleCode } from './codes.ts';
import type { Day } from './day.ts';
import type { Plan } from './plan.ts';
import type { DealName } from './practicerecord.ts';
import type { Placement } from './priority.ts';

/** The kind of give that today's plan advises and that some customer has missed for longest. */
export interface GiveDue {
  readonly angle: AngleCode;
  /** How many deals it is advised for. */
  readonly deals: number;
  readonly longest: { readonly deal: DealName; readonly sinceOn: Day; readonly businessDays: number };
}

type Missed = { readonly angle: AngleCode } & GiveDue['longest'];

/** Returns it, or null where the plan of the day advises nothing to give. */
export function giveDueOf({ lists }: Plan): GiveDue | null {
  const missed = [...lists.contact, ...lists.thisWeek, ...lists.findReason].flatMap(missedGive);
  const [first] = missed.sort(
    (a, b) =>
      b.businessDays - a.businessDays ||
      ANGLE_CODES.indexOf(a.angle) - ANGLE_CODES.indexOf(b.angle) ||
      a.deal.id - b.deal.id,
  );
  if (!first) return null;
  const { angle, ...longest } = first;
  return { angle, deals: missed.filter((it) => it.angle === angle).length, longest };
}

/** Since the last give, else since the proposal. */
function missedGive({ angle, deal, situation }: Placement): Missed[] {
  const sinceOn = deal.figures.lastGiveOn ?? deal.proposedOn;
  const businessDays = situation.since(sinceOn);
  if (angle?.kind !== 'give' || !sinceOn || businessDays === null || businessDays < 0) return [];
  const { id, customer, title } = deal;
  return [{ angle: angle.code, deal: { id, customer, title }, sinceOn, businessDays }];
}
