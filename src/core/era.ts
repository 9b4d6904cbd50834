import type { Day } from './day.ts';

/** Matches a Japanese era in lower case: `令和` or `r`, `平成` or `h`, `昭和` or `s`. */
export const ERA = '(?:令和|平成|昭和|[rhs])';

const ERAS = [
  { names: ['令和', 'r'], firstYear: 2019, from: '2019-05-01', to: '9999-12-31' },
  { names: ['平成', 'h'], firstYear: 1989, from: '1989-01-08', to: '2019-04-30' },
  { names: ['昭和', 's'], firstYear: 1926, from: '1926-12-25', to: '1989-01-07' },
] as const;

/** Returns the common year of an era's year, which is written in digits or, for the first, `元`. */
export function eraYearToYear(era: string, year: string): number {
  return (eraNamed(era)?.firstYear ?? 0) + (year === '元' ? 1 : Number(year)) - 1;
}

/** Returns whether the era was in force on that day: 平成31年5月1日 never was. */
export function isInEra(day: Day, era: string): boolean {
  const found = eraNamed(era);
  return found !== undefined && found.from <= day && day <= found.to;
}

function eraNamed(name: string): (typeof ERAS)[number] | undefined {
  return ERAS.find((era) => era.names.some((it) => it === name));
}
