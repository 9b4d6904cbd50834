import { addDays } from '../core/day.ts';
import type { Row, TopicFacts } from './topicwords.ts';

/** No country goes longer without a holiday. */
const LOOK_AHEAD_DAYS = 366;

/** Returns the next public holidays from today on, at most this many. */
export function nextHolidays({ page, calendar }: TopicFacts, count: number): Row[] {
  const rows: Row[] = [];
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS && rows.length < count; ahead += 1) {
    const day = addDays(page.today, ahead);
    const name = calendar.holidayName(day);
    if (name !== undefined) rows.push([page.days.full(day), name]);
  }
  return rows;
}
