import { BadInput } from '../../core/failure.ts';
import type { RecordForm } from './delimiter.ts';
import { DELIMITERS } from './delimiter.ts';
import { filledCells, findHeader, type IsKnownHeader, knownCells } from './headerrow.ts';
import { escaped } from './quotes.ts';
import { type CsvRecord, recordsOf } from './records.ts';
import { type Sample, sampleToText } from './text.ts';

/** A sample, cut into records in one of the ways in which it may be meant. */
export interface Reading {
  readonly form: RecordForm;
  readonly header: CsvRecord;
  readonly above: readonly CsvRecord[];
  readonly rows: readonly CsvRecord[];
}

export interface ReadingOptions {
  readonly file: string;
  /** Lines to leave out. */
  readonly skip: number;
  /** The header is the first thing under them, whatever it says. */
  readonly headerFollows: boolean;
  /** Null to try the usual ones. */
  readonly delimiter: string | null;
  readonly isKnownHeader: IsKnownHeader;
}

const MOST_RECORDS = 200;
/** Titles stand above many tables; but a first line that is no title to another delimiter is the header. */
const TITLES_ABOVE = 0.7;
/** Any text is a table of one column, so that it agrees with itself whatever parts its cells. */
const ONE_COLUMN = 0.1;

/**
 * Returns the reading in which the most headers are known and, among equals, the most rows are as wide as their header. Undefined
 * where there is no header at all.
 */
export async function readSample(sample: Sample, options: ReadingOptions): Promise<Reading | undefined> {
  let best: Reading | undefined;
  let bestMerit: readonly [number, number] = [-1, -1];
  for (const delimiter of options.delimiter === null ? DELIMITERS : [options.delimiter]) {
    const reading = await readBy(delimiter, sample, options);
    if (!reading) continue;
    const merit = [knownCells(reading.header.cells, options.isKnownHeader), agreement(reading)] as const;
    if (merit[0] > bestMerit[0] || (merit[0] === bestMerit[0] && merit[1] > bestMerit[1])) {
      best = reading;
      bestMerit = merit;
    }
  }
  return best;
}

async function readBy(delimiter: string, sample: Sample, options: ReadingOptions): Promise<Reading | undefined> {
  const form = { delimiter, isPadded: isPadded(sample.text, delimiter) };
  const records = await cut(sample, form, options);
  const header = options.headerFollows
    ? records.find((record) => !isBlank(record))
    : findHeader(records, options.isKnownHeader);
  // To a wrong delimiter, a row of empty cells looks like a name.
  if (!header || header.cells.every((cell) => /^[,;|\s]*$/.test(cell))) return undefined;
  const at = records.indexOf(header);
  return { form, header, above: records.slice(0, at), rows: records.slice(at + 1) };
}

async function cut(sample: Sample, form: RecordForm, { file, skip }: ReadingOptions): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  try {
    for await (const batch of recordsOf(sampleToText(file, sample, skip), form)) records.push(...batch);
  } catch (error) {
    // The sample may end within quotes; whether the file does is found out when it is read.
    if (!(error instanceof BadInput)) throw error;
    return records.slice(0, MOST_RECORDS);
  }
  return records.slice(0, sample.isWhole ? MOST_RECORDS : Math.min(MOST_RECORDS, records.length - 1));
}

/** Some systems write `"a", "b"`: the space is no part of the cell then. */
function isPadded(text: string, delimiter: string): boolean {
  const it = `[${escaped(delimiter)}]`;
  return count(text, `${it} +"`) > count(text, `${it}"`);
}

function count(text: string, pattern: string): number {
  return text.match(new RegExp(pattern, 'g'))?.length ?? 0;
}

/** The share of rows that are as wide as their header; a short one counts half, since cells at its end may be left out. */
function agreement({ header, above, rows }: Reading): number {
  const width = header.cells.length;
  const doubt = (width > 1 ? 1 : ONE_COLUMN) * (above.every(isBlank) ? 1 : TITLES_ABOVE);
  const filled = rows.filter((row) => !isBlank(row));
  if (filled.length === 0) return doubt;
  const points = filled.map(({ cells }) => {
    if (filledCells(cells.slice(width)) > 0) return 0;
    if (cells.length >= width) return 1;
    return cells.length > 1 ? 0.5 : 0;
  });
  return (doubt * points.reduce<number>((sum, it) => sum + it, 0)) / filled.length;
}

function isBlank({ cells }: CsvRecord): boolean {
  return filledCells(cells) === 0;
}
