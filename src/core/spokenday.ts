import { type Day, isDay, weekdayOf } from './day.ts';
import type { Speaker } from './dayform.ts';
import { BadInput } from './failure.ts';
import { RELATIVE_FORMS } from './relativeday.ts';
import { joinJapanese, narrow } from './text.ts';
import { nameToWeekday, WEEKDAY_EN } from './weekday.ts';
import { WRITTEN_FORMS } from './writtenday.ts';

/**
 * Reads a day as people write it: `2026-09-30`, `9/30`, `next fri`, `+2w`, `令和8年9月30日`, `来週金曜`. What has two
 * readings (`next week`, `9月上旬`) is bad input, and so is a weekday in brackets that is not the day's own.
 */
export function readDay(text: string, today: Day, lean: Speaker['lean'] = 'ahead'): Day {
  const [, words = '', weekday] = WITH_WEEKDAY.exec(joinJapanese(narrow(text).toLowerCase())) ?? [];
  const day = findDay(words, { today, lean });
  if (day === undefined) throw new BadInput('bad_day', { value: text });
  if (weekday !== undefined && weekdayOf(day) !== nameToWeekday(weekday)) {
    throw new BadInput('weekday_mismatch', { value: text, day });
  }
  return day;
}

function findDay(words: string, speaker: Speaker): Day | undefined {
  for (const [pattern, dayFor] of FORMS) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const day = dayFor(match.groups ?? {}, speaker);
    return day !== undefined && isDay(day) ? day : undefined;
  }
  return undefined;
}

const FORMS = [...WRITTEN_FORMS, ...RELATIVE_FORMS];

/** `9/30(水)`, `9/30 (Wed)`: a weekday in brackets may end any form. */
const WITH_WEEKDAY = new RegExp(`^(.*?)(?: ?\\((${WEEKDAY_EN}\\.?|[日月火水木金土](?:曜日?)?)\\))?$`);
