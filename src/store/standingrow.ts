import type { Day } from '../core/day.ts';
import type { ListName } from '../core/lists.ts';
import type { Joined, Standing } from '../core/standing.ts';
import type { StandingTable } from './schema.ts';

/** Returns the row that keeps where a deal stands. */
export function toRow({ id, rank, list, until, turnsOn, joined, pressing, ...standing }: Standing, owner: string) {
  return {
    deal_id: id,
    owner,
    list,
    rank,
    until_on: until,
    barely_known: Number(standing.isBarelyKnown),
    undated: Number(standing.isUndated),
    turns_on: turnsOn,
    joined_on: joined?.on ?? null,
    joined_rank: joined?.rank ?? null,
    pressing: pressing.length > 0 ? timesToText(pressing) : null,
    cannot_wait: Number(standing.cannotWait),
  } satisfies StandingTable;
}

/** Returns where a deal stands from the row that keeps it. */
export function toStanding(row: StandingTable): Standing {
  return {
    id: row.deal_id,
    rank: row.rank ?? '',
    list: row.list as ListName,
    until: row.until_on as Day | null,
    isBarelyKnown: row.barely_known === 1,
    isUndated: row.undated === 1,
    turnsOn: row.turns_on as Day | null,
    joined: toJoined(row),
    pressing: row.pressing === null ? [] : textToTimes(row.pressing),
    cannotWait: row.cannot_wait === 1,
  };
}

export function toJoined({ joined_on, joined_rank }: Pick<StandingTable, 'joined_on' | 'joined_rank'>): Joined {
  return joined_on === null ? null : { on: joined_on as Day, rank: joined_rank ?? '' };
}

/** Each time as `from/to`, `from/` while it lasts. */
function timesToText(times: Standing['pressing']): string {
  return times.map(({ from, to }) => `${from}/${to ?? ''}`).join(' ');
}

function textToTimes(text: string): Standing['pressing'] {
  return text.split(' ').map((time) => {
    const [from = '', to = ''] = time.split('/');
    return { from: from as Day, to: to === '' ? null : (to as Day) };
  });
}
