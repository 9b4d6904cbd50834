import type { Day } from '../core/day.ts';
import type { MaterialStatus } from '../core/deal.ts';

/** A row of the material table, as far as it tells how long the customer waited. */
interface Standing {
  readonly status: string;
  readonly since_on: string;
  readonly wanted_on: string | null;
  readonly supplied_on: string | null;
}

/** Returns since when the customer has wanted a material, and since when they have it, once its status is this. */
export function waitOf(
  before: Standing | undefined,
  status: MaterialStatus,
  on: Day,
): Pick<Standing, 'wanted_on' | 'supplied_on'> {
  const isWaiting = before?.status === 'wanted' || before?.status === 'promised';
  // A row from before these days were kept knows at least since when it is wanted.
  const wantedOn = before?.wanted_on ?? (before?.status === 'wanted' ? before.since_on : null);
  if (status === 'wanted') {
    // Asked for a second time, they have waited since the first.
    return { wanted_on: isWaiting && wantedOn !== null && wantedOn < on ? wantedOn : on, supplied_on: null };
  }
  if (status === 'supplied' || status === 'useful') {
    // Sent anew, or confirmed useful, it had arrived before.
    return { wanted_on: wantedOn, supplied_on: (isWaiting ? null : before?.supplied_on) ?? on };
  }
  return { wanted_on: status === 'promised' && isWaiting ? wantedOn : null, supplied_on: null };
}
