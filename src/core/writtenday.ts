import { addMonths, type Day, dayOf, lastDateOf, monthOf, yearOf } from './day.ts';
import type { DayForm, DayParts, Speaker } from './dayform.ts';
import { ERA, eraYearToYear, isInEra } from './era.ts';

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Matches an English month's name in lower case, in full or shortened, as the group `name`. */
export const MONTH_EN =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATE_EN = '(?<date>\\d{1,2})(?:st|nd|rd|th)?';

/** 2096 and 2104 are the leap years on either side of 2100, so no date of the year is longer away than this. */
const LONGEST_WAIT_YEARS = 8;

const YEARS_JA = new Map([
  ['去年', -1],
  ['昨年', -1],
  ['今年', 0],
  ['来年', 1],
  ['再来年', 2],
]);
const MONTHS_JA = new Map([
  ['先々月', -2],
  ['先月', -1],
  ['今月', 0],
  ['来月', 1],
  ['再来月', 2],
]);

const SPOKEN_YEAR = [...YEARS_JA.keys()].join('|');
const SPOKEN_MONTH = [...MONTHS_JA.keys()].join('|');

/** Days said by their numbers. Without a year, a slash form is month and day, never day and month. */
export const WRITTEN_FORMS: readonly DayForm[] = [
  [/^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<date>\d{1,2})$/, dateOfYear],
  [/^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/, dateOfYear],
  [/^(?<month>\d{1,2})[-/](?<date>\d{1,2})$/, dateOfYear],
  [new RegExp(`^${DATE_EN}(?: of |[ -])?${MONTH_EN}(?:(?:, ?|[ -])?(?<year>\\d{4}))?$`), dateOfYear],
  [new RegExp(`^${MONTH_EN}[ -]?${DATE_EN}(?:(?:, ?| )(?<year>\\d{4}))?$`), dateOfYear],
  [new RegExp(`^(?:the )?end of ${MONTH_EN}(?:,? (?<year>\\d{4}))?$`), dateOfYear],
  [
    new RegExp(`^(?<era>${ERA})(?<eraYear>\\d{1,2}|元)(?<sign>[-/.]) ?(?<month>\\d{1,2})\\k<sign> ?(?<date>\\d{1,2})$`),
    dateOfYear,
  ],
  [
    new RegExp(
      `^(?:(?:(?<era>${ERA})(?<eraYear>\\d{1,2}|元)|(?<year>\\d{4}))年|(?<spoken>${SPOKEN_YEAR})の?)?` +
        '(?<month>\\d{1,2})月(?:(?<date>\\d{1,2})日|末日?)$',
    ),
    dateOfYear,
  ],
  [new RegExp(`^(?:(?<spoken>${SPOKEN_MONTH})の?)?(?<date>\\d{1,2})日$`), dateOfMonth],
  [new RegExp(`^(?<spoken>${SPOKEN_MONTH})末日?$`), dateOfMonth],
];

/** A month's date, or its end where no date is said. */
function dateOfYear(parts: DayParts, speaker: Speaker): Day | undefined {
  const month = parts.name ? nameToMonth(parts.name) : Number(parts.month);
  const on = (year: number) => dayOf(year, month, Number(parts.date ?? lastDateOf(year, month)));
  if (parts.year) return on(Number(parts.year));
  if (parts.era && parts.eraYear) {
    const day = on(eraYearToYear(parts.era, parts.eraYear));
    return day && isInEra(day, parts.era) ? day : undefined;
  }
  const thisYear = yearOf(speaker.today);
  if (parts.spoken) return on(thisYear + (YEARS_JA.get(parts.spoken) ?? 0));
  return nearest(speaker, (years) => on(thisYear + years));
}

function dateOfMonth(parts: DayParts, speaker: Speaker): Day | undefined {
  const on = (months: number) => {
    const there = addMonths(speaker.today, months);
    const [year, month] = [yearOf(there), monthOf(there)];
    return dayOf(year, month, Number(parts.date ?? lastDateOf(year, month)));
  };
  if (parts.spoken) return on(MONTHS_JA.get(parts.spoken) ?? 0);
  return nearest(speaker, on);
}

/** Returns 1 (January) to 12 for a name that `MONTH_EN` matches. */
export function nameToMonth(name: string): number {
  return MONTH_NAMES.indexOf(name.slice(0, 3)) + 1;
}

/** Returns the first of these days from today on or, leaning behind, the last up to today. */
export function nearest({ today, lean }: Speaker, dayAfter: (steps: number) => Day | undefined): Day | undefined {
  for (let steps = 0; steps <= LONGEST_WAIT_YEARS; steps += 1) {
    const day = dayAfter(lean === 'ahead' ? steps : -steps);
    if (day !== undefined && (lean === 'ahead' ? day >= today : day <= today)) return day;
  }
  return undefined;
}
