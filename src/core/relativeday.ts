import { addDays, addMonths, type Day, endOfMonth } from './day.ts';
import type { DayForm } from './dayform.ts';
import { addUnits, findDuration } from './duration.ts';
import { lastWeekday, nameToWeekday, nextWeekday, WEEKDAY_EN, weekdayInWeek } from './weekday.ts';

const DAYS = new Map([
  ['一昨日', -2],
  ['おととい', -2],
  ['yesterday', -1],
  ['昨日', -1],
  ['きのう', -1],
  ['today', 0],
  ['今日', 0],
  ['きょう', 0],
  ['本日', 0],
  ['tomorrow', 1],
  ['明日', 1],
  ['あした', 1],
  ['あす', 1],
  ['明後日', 2],
  ['あさって', 2],
]);
const WEEKS = new Map([
  ['先々週', -2],
  ['先週', -1],
  ['last', -1],
  ['今週', 0],
  ['this', 0],
  ['来週', 1],
  ['next', 1],
  ['再来週', 2],
]);

/** Days said from today: words, distances, weekdays and the ends of the months around. */
export const RELATIVE_FORMS: readonly DayForm[] = [
  [
    new RegExp(`^(?<word>${[...DAYS.keys()].join('|')})$`),
    ({ word }, { today }) => addDays(today, DAYS.get(word ?? '') ?? 0),
  ],
  [/^\+ ?(?<span>.+)$/, ({ span }, { today }) => away(today, span, 1)],
  [/^in (?<span>.+)$/, ({ span }, { today }) => away(today, span, 1)],
  [/^(?<span>.+)後$/, ({ span }, { today }) => away(today, span, 1)],
  [/^- ?(?<span>.+)$/, ({ span }, { today }) => away(today, span, -1)],
  [/^(?<span>.+) ago$/, ({ span }, { today }) => away(today, span, -1)],
  [/^(?<span>.+)前$/, ({ span }, { today }) => away(today, span, -1)],
  [
    new RegExp(`^(?<week>next|last|this) (?<name>${WEEKDAY_EN})\\.?$`),
    ({ week, name = '' }, { today }) => weekdayInWeek(today, WEEKS.get(week ?? '') ?? 0, nameToWeekday(name)),
  ],
  [
    /^(?<week>今週|来週|再来週|先週|先々週)の?(?<name>[日月火水木金土])曜日?$/,
    ({ week, name = '' }, { today }) => weekdayInWeek(today, WEEKS.get(week ?? '') ?? 0, nameToWeekday(name)),
  ],
  [/^次の(?<name>[日月火水木金土])曜日?$/, ({ name = '' }, { today }) => nextWeekday(today, nameToWeekday(name))],
  [
    new RegExp(`^(?<name>${WEEKDAY_EN}|[日月火水木金土](?=曜))(?:\\.|曜日?)?$`),
    ({ name = '' }, { today, lean }) => (lean === 'ahead' ? nextWeekday : lastWeekday)(today, nameToWeekday(name)),
  ],
  [/^(?:eom|(?:the )?end of (?:the |this )?month|月末)$/, (_, { today }) => endOfMonth(today)],
  [
    /^(?:the )?end of (?<month>next|last) month$/,
    ({ month }, { today }) => endOfMonth(addMonths(today, month === 'next' ? 1 : -1)),
  ],
];

/** Business days are left out: without the calendar of closed days they cannot be counted. */
function away(today: Day, span: string | undefined, direction: 1 | -1): Day | undefined {
  const duration = findDuration(span ?? '');
  if (duration === undefined || duration.unit === 'businessDay') return undefined;
  return addUnits(today, direction * duration.count, duration.unit);
}
