/** A date with a time of day behind it, taken apart. */
export interface DateTime {
  /** What stands before the time: the date, still to be read. */
  readonly date: string;
  /** Minutes and seconds since midnight, in seconds; null where there is no time. */
  readonly seconds: number | null;
  /** How far the time's zone is ahead of Greenwich; null where the text names none. */
  readonly offsetMinutes: number | null;
}

/** Minutes ahead of Greenwich. Letters that stand for several zones (CST, IST, BST) are left out: nobody can know which. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  sgt: 480,
  hkt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  edt: -240,
  est: -300,
  cdt: -300,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
  hst: -600,
};

const HALF = '午前|午後|[ap]\\.?m\\.?';
const CLOCK =
  `(?:(?<before>${HALF}) ?)?(?<hour>\\d{1,2})` +
  '(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?|時(?:(?<minuteJa>\\d{1,2})分(?:(?<secondJa>\\d{1,2})秒)?)?|(?= ?[ap]\\.?m))' +
  `(?: ?(?<after>${HALF}))?`;
const ZONE = ' ?\\(?(?<zone>[a-z]{1,5}|(?:utc|gmt)?[+-]\\d{1,2}(?::?\\d{2})?)\\)?(?: ?\\([^)]*\\)|\\[[^\\]]*\\])?';
const DATE_TIME = new RegExp(`^(?<date>.+?)(?:t|,? at |, ?| |(?<=[日)](?=[\\d午])|\\d(?=午)))${CLOCK}(?:${ZONE})?$`);
const ZONED_DATE = /^(?<date>\d{4}-\d\d-\d\d)(?:z|[+-]\d\d:\d\d)$/;

/** As Unix and Java print it, the year stands behind the time: `wed sep 30 00:00:00 jst 2026`. */
const YEAR_LAST = /^(.+) (\d\d:\d\d:\d\d)( [a-z]{3,4})? (\d{4})$/;

/**
 * Takes a text (narrow, in lower case) apart into date, time and zone. Returns `bad_zone` for a zone that is not known, and
 * undefined for a time that does not exist.
 */
export function splitDateTime(text: string): DateTime | 'bad_zone' | undefined {
  const parts = (DATE_TIME.exec(text.replace(YEAR_LAST, '$1 $4 $2$3')) ?? ZONED_DATE.exec(text))?.groups;
  if (parts?.hour === undefined) return { date: parts?.date ?? text, seconds: null, offsetMinutes: null };
  const seconds = secondsOf(parts);
  const offsetMinutes = parts.zone === undefined ? null : offsetOf(parts.zone);
  if (seconds === undefined) return undefined;
  if (offsetMinutes === undefined) return 'bad_zone';
  return { date: parts.date ?? '', seconds, offsetMinutes };
}

function secondsOf(parts: Readonly<Record<string, string | undefined>>): number | undefined {
  const [hour, minute, second] = [
    Number(parts.hour),
    Number(parts.minute ?? parts.minuteJa ?? 0),
    Number(parts.second ?? parts.secondJa ?? 0),
  ];
  const half = parts.before ?? parts.after;
  if (parts.before !== undefined && parts.after !== undefined) return undefined;
  // Midnight at the end of a day.
  if (half === undefined && hour === 24 && minute + second === 0) return 24 * 3600;
  if (hour > (half === undefined ? 23 : 12) || minute > 59 || second > 59) return undefined;
  const isAfternoon = half !== undefined && /^(?:午後|p)/.test(half);
  const hours = half === undefined ? hour : (hour % 12) + (isAfternoon ? 12 : 0);
  return hours * 3600 + minute * 60 + second;
}

function offsetOf(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return ZONES[zone];
  const offset = Number(hours) * 60 + Number(minutes);
  // No zone is further than 14 hours from Greenwich.
  if (offset > 14 * 60 || Number(minutes) > 59) return undefined;
  return sign === '+' ? offset : -offset;
}
