import type { CsvRecord } from './records.ts';

/** A column of the file. */
export interface Header {
  /** Blank where the file names none. */
  readonly name: string;
  readonly index: number;
  /** Which column of that name it is, counted from 1. */
  readonly nth: number;
}

export type IsKnownHeader = (cell: string) => boolean;

/** Titles, filters and dates above the header are fewer. */
const MOST_LINES_ABOVE = 30;
/** One word of ours may stand in a title as well; two stand in a header. A narrow table has no more than one. */
const FEWEST_KNOWN = 2;
const NARROW = 3;

/**
 * Returns the record that names the columns: the one with the most names that are known, else the first one that is filled like
 * the table, not like a title. Undefined where all are blank.
 */
export function findHeader(records: readonly CsvRecord[], isKnown: IsKnownHeader): CsvRecord | undefined {
  const filled = records.filter(({ cells }) => filledCells(cells) > 0);
  const first = filled.slice(0, MOST_LINES_ABOVE);
  const usual = median(filled.map(({ cells }) => filledCells(cells)));
  const most = Math.max(0, ...first.map(({ cells }) => knownCells(cells, isKnown)));
  if (most >= (usual <= NARROW ? 1 : FEWEST_KNOWN))
    return first.find(({ cells }) => knownCells(cells, isKnown) === most);
  return first.find(({ cells }) => filledCells(cells) > usual / 2) ?? first[0];
}

/** Returns the columns that a record names. */
export function headersOf(cells: readonly string[]): Header[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = headerName(cell);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { name, index, nth };
  });
}

/** Returns a header on one line, without the white space around it. */
export function headerName(cell: string): string {
  return cell.trim().replace(/\s*[\r\n]\s*/g, ' ');
}

/** Returns how many cells are headers that somebody knows. */
export function knownCells(cells: readonly string[], isKnown: IsKnownHeader): number {
  return cells.filter((cell) => isKnown(headerName(cell))).length;
}

/** Returns how many cells hold more than white space. */
export function filledCells(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.trim() !== '') count += 1;
  return count;
}

/** Returns how many columns have a name. */
export function namedHeaders(headers: readonly Header[]): number {
  return headers.filter(({ name }) => name !== '').length;
}

/** Returns the number in the middle; 0 of none. */
export function median(numbers: readonly number[]): number {
  return [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
