import { addDays, type Day, weekdayOf } from './day.ts';

const ENGLISH = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const JAPANESE = '日月火水木金土';

/** Matches an English weekday's name in lower case, in full or shortened. */
export const WEEKDAY_EN =
  '(?:sun(?:day)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?)';

/** Returns 0 (Sunday) to 6 for a name that `WEEKDAY_EN` matches or that begins with a Japanese weekday. */
export function nameToWeekday(name: string): number {
  const english = ENGLISH.indexOf(name.slice(0, 3));
  return english >= 0 ? english : JAPANESE.indexOf(name.slice(0, 1));
}

/** Returns that weekday in the week this many weeks from a day's own; weeks start on Monday. */
export function weekdayInWeek(day: Day, weeks: number, weekday: number): Day {
  const monday = addDays(day, -fromMonday(weekdayOf(day)));
  return addDays(monday, weeks * 7 + fromMonday(weekday));
}

/** Returns the first such weekday after a day; the day itself does not count. */
export function nextWeekday(day: Day, weekday: number): Day {
  return addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);
}

/** Returns the last such weekday before a day; the day itself does not count. */
export function lastWeekday(day: Day, weekday: number): Day {
  return addDays(nextWeekday(addDays(day, -1), weekday), -7);
}

function fromMonday(weekday: number): number {
  return (weekday + 6) % 7;
}
