import type { Day } from '../core/day.ts';
import type { ListName } from '../core/lists.ts';
import type { Standing } from '../core/standing.ts';
import type { StandingTable } from './schema.ts';

/** Returns the row that keeps where a deal stands. */
export function toRow({ rank, list, until, joined, pressing, ...standing }: Standing, owner: string): StandingTable {
  return {
    deal_id: rank.id,
    owner,
    list,
    owed: Number(rank.owed),
    score: rank.score,
    milestone_on: rank.milestoneOn,
    last_signal_on: rank.lastSignalOn,
    until_on: until,
    barely_known: Number(standing.isBarelyKnown),
    undated: Number(standing.isUndated),
    joined_on: joined?.on ?? null,
    joined_owed: joined && Number(joined.rank.owed),
    joined_score: joined?.rank.score ?? null,
    joined_milestone_on: joined?.rank.milestoneOn ?? null,
    pressing: pressing.length > 0 ? JSON.stringify(pressing) : null,
  };
}

/** Returns where a deal stands from the row that keeps it. */
export function toStanding(row: StandingTable): Standing {
  const known = { id: row.deal_id, lastSignalOn: row.last_signal_on as Day | null };
  const rank = (owed: number | null, score: number | null, milestoneOn: string | null) => ({
    ...known,
    owed: owed === 1,
    score: score ?? 0,
    milestoneOn: milestoneOn as Day | null,
  });
  return {
    rank: rank(row.owed, row.score, row.milestone_on),
    list: row.list as ListName,
    until: row.until_on as Day | null,
    isBarelyKnown: row.barely_known === 1,
    isUndated: row.undated === 1,
    joined: row.joined_on === null ? null : joinedOf(row),
    pressing: row.pressing === null ? NEVER : JSON.parse(row.pressing),
  };
  function joinedOf({ joined_on, joined_owed, joined_score, joined_milestone_on }: StandingTable) {
    return { on: joined_on as Day, rank: rank(joined_owed, joined_score, joined_milestone_on) };
  }
}

const NEVER: Standing['pressing'] = [];
