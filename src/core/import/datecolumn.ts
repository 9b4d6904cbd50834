import { type Day, yearOf } from '../day.ts';
import {
  DATE_ORDERS,
  type DateOrder,
  dayInOrder,
  dayInReiwa,
  monthEndInNumbers,
  type NumberDate,
  numberDateOf,
  YEAR_BEFORE_REIWA,
} from './dateorder.ts';
import { type DateText, dateTextOf } from './datetext.ts';
import { type DateStyle, instantOf } from './importedday.ts';
import { remember } from './remember.ts';

/** A date of the column that reads differently in the orders that are left. */
export interface UnclearDate {
  readonly value: string;
  readonly readings: readonly { readonly order: DateOrder; readonly day: Day }[];
}

export interface DateVerdict {
  readonly style: DateStyle;
  /** The orders in which the column can be read. */
  readonly orders: readonly DateOrder[];
  /** Set where the order matters and the column does not tell it. */
  readonly unclear: UnclearDate | null;
}

export interface DateSurvey {
  readonly see: (text: string) => void;
  readonly verdict: () => DateVerdict;
}

/** Values that contradict each other are mistakes where this many times as many agree. */
const CLEAR_MAJORITY = 9;

/** What one cell shows. */
interface Sight {
  /** Seconds since midnight of a time with a zone, there and in UTC. */
  readonly zoned: { readonly own: number; readonly utc: number } | null;
  /** Set where the order of its numbers matters. */
  readonly date: (UnclearDate & { readonly numbers: NumberDate; readonly names: string }) | null;
}

/** Returns a survey of one column: it sees every cell, then says how the dates are written. It remembers counts, not cells. */
export function createDateSurvey(today: Day, takesMonth = false): DateSurvey {
  /** How many values can be read in which orders, by the orders' names. */
  const counts = new Map<string, number>();
  /** The first value that reads differently in two orders, by both names. */
  const examples = new Map<string, UnclearDate>();
  const years = createYearSurvey(yearOf(today));
  const sightOf = remember((text) => look(text, today));
  let first: UnclearDate | null = null;
  let zoned = 0;
  let midnights = 0;
  let utcMidnights = 0;
  /** Where a month may stand for a day, a column of `10/26`, `01/27` may be one of months and years. */
  let mayBeMonths = takesMonth;
  return {
    see: (text) => {
      const { zoned: time, date } = sightOf(text);
      if (time !== null) zoned += 1;
      if (time?.own === 0) midnights += 1;
      if (time?.utc === 0) utcMidnights += 1;
      if (date === null) return;
      first ??= date;
      counts.set(date.names, (counts.get(date.names) ?? 0) + 1);
      years.see(date.numbers);
      mayBeMonths &&= monthEndInNumbers(date.numbers, today) !== undefined;
      for (const one of date.readings) {
        for (const other of date.readings) {
          const pair = `${one.order},${other.order}`;
          if (one.day !== other.day && !examples.has(pair)) examples.set(pair, date);
        }
      }
    },
    verdict: () => {
      const areMidnights = zoned > 0 && (midnights === zoned || utcMidnights === zoned);
      const { orders, isCertain } = years.narrow(ordersOf(counts));
      const isSplit = orders.length === 0;
      const unclear =
        isSplit || !isCertain || mayBeMonths ? (firstAmong(examples) ?? first) : exampleAmong(orders, examples);
      const order = unclear === null && first !== null ? (orders[0] ?? null) : null;
      return { style: { order, areMidnights }, orders: isSplit ? DATE_ORDERS : orders, unclear };
    },
  };
}

function look(text: string, today: Day): Sight {
  const instant = instantOf(text);
  if (instant !== null) return { zoned: { own: instant % MS_PER_DAY, utc: instant % MS_PER_DAY }, date: null };
  const parts = tryDateText(text);
  const numbers = parts && numberDateOf(parts.date);
  const readings = DATE_ORDERS.flatMap((order) => {
    const day = numbers && dayInOrder(numbers, order, { today, lean: 'ahead' });
    return day ? [{ order, day }] : [];
  });
  const names = readings.map(({ order }) => order).join();
  const date = numbers && names !== '' ? { value: text.trim(), readings, numbers, names } : null;
  return { zoned: parts && zonedTimeOf(parts), date };
}

function zonedTimeOf({ seconds, offsetMinutes }: DateText): Sight['zoned'] {
  if (seconds === null || offsetMinutes === null) return null;
  return { own: seconds, utc: (seconds - offsetMinutes * 60) % SECONDS_PER_DAY };
}

const SECONDS_PER_DAY = 86_400;
const MS_PER_DAY = SECONDS_PER_DAY * 1000;

function tryDateText(text: string): DateText | null {
  try {
    return dateTextOf(text);
  } catch {
    // The reader says so of the cell itself.
    return null;
  }
}

function firstAmong(examples: ReadonlyMap<string, UnclearDate>): UnclearDate | null {
  return [...examples.values()][0] ?? null;
}

function exampleAmong(orders: readonly DateOrder[], examples: ReadonlyMap<string, UnclearDate>): UnclearDate | null {
  const pairs = orders.flatMap((one) => orders.map((other) => `${one},${other}`));
  const example = pairs.map((pair) => examples.get(pair)).find((it) => it !== undefined);
  if (!example) return null;
  return { value: example.value, readings: example.readings.filter(({ order }) => orders.includes(order)) };
}

/**
 * The orders in which every value can be read; where there is none, the one that all but a few mistakes agree on; none where
 * the values contradict each other.
 */
function ordersOf(counts: ReadonlyMap<string, number>): readonly DateOrder[] {
  const readable = DATE_ORDERS.filter((order) => [...counts.keys()].every((names) => names.includes(order)));
  if (readable.length > 0) return readable;
  const count = (has: DateOrder, lacks: DateOrder): number =>
    [...counts].reduce((sum, [names, n]) => sum + (names.includes(has) && !names.includes(lacks) ? n : 0), 0);
  const best = DATE_ORDERS.filter((order) =>
    DATE_ORDERS.every(
      (rival) => rival === order || count(order, rival) >= CLEAR_MAJORITY * Math.max(1, count(rival, order)),
    ),
  );
  return best.length === 1 ? best : [];
}

/** Two-digit numbers that are years of deals lie in this span around today, and vary little within a file. */
const YEARS_BACK = 10;
const YEARS_AHEAD = 5;
const MOST_YEARS_APART = 5;
/** Files that count in years of Reiwa are young. */
const REIWA_BACK = 5;
const REIWA_AHEAD = 2;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Looks at which end of `26/9/30` the column has its years. */
function createYearSurvey(thisYear: number) {
  let first: Span | null = null;
  let last: Span | null = null;
  let mayHaveEraYears = true;
  const widened = (span: Span | null, number: number): Span => ({
    from: Math.min(span?.from ?? number, number),
    to: Math.max(span?.to ?? number, number),
  });
  const isAround = (span: Span | null, year: number, back: number, ahead: number): boolean =>
    span !== null && span.to - span.from <= MOST_YEARS_APART && span.from >= year - back && span.to <= year + ahead;
  return {
    see: (date: NumberDate): void => {
      const [one = 0, , three] = date.numbers;
      mayHaveEraYears &&= dayInReiwa(date) !== undefined;
      if (three === undefined || date.digits[1] === 4) return;
      first = widened(first, one);
      last = widened(last, three);
    },
    /** Returns the orders that fit the years; nothing is certain where the first numbers may be years of Reiwa. */
    narrow: (orders: readonly DateOrder[]): { orders: readonly DateOrder[]; isCertain: boolean } => {
      const isEra = mayHaveEraYears && isAround(first, thisYear - YEAR_BEFORE_REIWA, REIWA_BACK, REIWA_AHEAD);
      if (isEra) return { orders, isCertain: false };
      const isFirst = isAround(first, thisYear % 100, YEARS_BACK, YEARS_AHEAD);
      const isLast = isAround(last, thisYear % 100, YEARS_BACK, YEARS_AHEAD);
      const fitting = orders.filter((order) => (order === 'ymd' ? isFirst : isLast));
      return { orders: isFirst !== isLast && fitting.length > 0 ? fitting : orders, isCertain: true };
    },
  };
}
