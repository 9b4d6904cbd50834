import { BadInput } from '../failure.ts';
import { joinJapanese, narrow } from '../text.ts';
import { nameToWeekday, WEEKDAY_EN } from '../weekday.ts';
import { splitDateTime } from './clocktime.ts';

/** The parts of a date in a file, before its day is known. */
export interface DateText {
  readonly date: string;
  readonly seconds: number | null;
  readonly offsetMinutes: number | null;
  /** 0 (Sunday) to 6, where the text names one. */
  readonly weekday: number | null;
}

const BEHIND = new RegExp(
  `(?:,? ?\\((?:${WEEKDAY_EN}\\.?|[日月火水木金土](?:曜日?)?)\\)|,? (?:${WEEKDAY_EN})| ?[日月火水木金土]曜日?)`,
);
const AHEAD = new RegExp(`^(?:${WEEKDAY_EN})(?:\\.,?|,)? (?=\\S)`);
const NAME = new RegExp(`${WEEKDAY_EN}|[日月火水木金土](?=曜|\\))`);

/**
 * Takes a text apart: `Wed, 30 Sep 2026 14:00 GMT`, `2026年9月30日(水) 午後2時`. Throws BadInput where its time or zone is none.
 */
export function dateTextOf(text: string): DateText {
  const plain = joinJapanese(narrow(text).toLowerCase());
  const weekdayText = AHEAD.exec(plain)?.[0] ?? BEHIND.exec(plain)?.[0];
  const weekday = weekdayText === undefined ? null : nameToWeekday(NAME.exec(weekdayText)?.[0] ?? '');
  const parts = splitDateTime(weekdayText === undefined ? plain : plain.replace(weekdayText, ''));
  if (parts === 'bad_zone') throw new BadInput('bad_zone', { value: text });
  if (parts === undefined) throw new BadInput('bad_day', { value: text });
  // "30. 9. 2026": a space after the sign only pads.
  return { ...parts, date: parts.date.replace(/([-/.]) (?=\d)/g, '$1'), weekday };
}
