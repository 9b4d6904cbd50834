import type { ArchivedDeal } from './archive.ts';
import type { Calendar } from './calendar.ts';
import { workBack } from './chain.ts';
import type { Day } from './day.ts';

export type AgendaKind = 'decision' | 'latest-useful' | 'promise' | 'next';

/** A day of a deal that belongs in a calendar. */
export interface AgendaItem {
  readonly kind: AgendaKind;
  /** Which promise it is; null where a deal has only one of the kind. */
  readonly n: number | null;
  readonly on: Day;
  /** What was promised, or what the meeting is about. */
  readonly text: string | null;
  /** Whether a meeting is booked. */
  readonly isBooked: boolean;
  /** Whether the day rests on something nobody has said. */
  readonly isAssumed: boolean;
}

/**
 * Returns the days of a deal: when the customer decides, the latest useful day, promises to keep, the agreed next meeting. A deal
 * that has ended has none. A customer who wishes no contact is not reminded of by a day that only calls for one.
 */
export function agendaOf(deal: ArchivedDeal, calendar: Calendar): readonly AgendaItem[] {
  if (deal.state !== 'open') return [];
  const { links, latestUsefulOn } = workBack(deal, calendar);
  const isAssumed = links.some(({ source }) => source === 'assumed');
  return [
    item('decision', deal.decisionOn),
    item('latest-useful', deal.doNotContact ? null : latestUsefulOn, { isAssumed }),
    ...deal.promises
      .filter(({ keptOn }) => keptOn === null)
      .map(({ n, text, dueOn }) => item('promise', dueOn, { n, text })),
    item('next', deal.nextOn, { text: deal.next, isBooked: deal.booked }),
  ].filter((it) => it !== null);
}

function item(kind: AgendaKind, on: Day | null, more: Partial<AgendaItem> = {}): AgendaItem | null {
  return on && { kind, on, n: null, text: null, isBooked: false, isAssumed: false, ...more };
}
