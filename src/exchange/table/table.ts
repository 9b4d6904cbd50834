import { BadInput } from '../../core/failure.ts';
import type { RecordForm } from './delimiter.ts';
import { delimiterOfFirstLine } from './delimiter.ts';
import type { Encoding } from './encoding.ts';
import { createEnding } from './ending.ts';
import { filledCells, type Header, headersOf, type IsKnownHeader, median } from './headerrow.ts';
import { createPieces } from './pieces.ts';
import { lookAtQuotes } from './quotes.ts';
import { readSample } from './reading.ts';
import { type CsvRecord, recordsOf } from './records.ts';
import { type Row, recordToRow } from './row.ts';
import type { Source } from './source.ts';
import { sampleOf, textOf } from './text.ts';

export interface SurveyOptions {
  readonly encoding: Encoding;
  /** Told by the user; null to find out. */
  readonly delimiter: string | null;
  /** How many lines stand above the header; null to find out. */
  readonly skip: number | null;
  readonly isKnownHeader: IsKnownHeader;
}

/** What a file of deals looks like. */
export interface TableShape extends RecordForm {
  readonly encoding: Encoding;
  /** Lines that are no part of the table and not even read. */
  readonly skip: number;
  readonly headerLine: number;
  readonly headers: readonly Header[];
  /** How many cells a row has as a rule; unnamed columns at the end count only where rows have them. */
  readonly width: number;
  /** What stands above the header, without blank lines. */
  readonly titleLines: readonly string[];
  /** Cells at the end of rows are left out as a habit, so that short rows are nothing to wonder at. */
  readonly isRagged: boolean;
  /** Most rows have a single cell that is filled. */
  readonly isSparse: boolean;
}

/** A table in which more short rows stand alone than this is ragged. */
const RAGGED_SHARE = 0.1;

/** Returns the shape of a table, told from its first 64 K. Throws BadInput where nothing stands in it, or no row ends. */
export async function surveyTable(source: Source, options: SurveyOptions): Promise<TableShape> {
  const { encoding, isKnownHeader } = options;
  const sample = await sampleOf(source, encoding.name);
  const toSpreadsheet = delimiterOfFirstLine(sample.text);
  const skip = options.skip ?? (toSpreadsheet === null ? 0 : 1);
  const delimiter = options.delimiter ?? toSpreadsheet;
  const reading = await readSample(sample, {
    file: source.name,
    skip,
    headerFollows: options.skip !== null,
    delimiter,
    isKnownHeader,
  });
  if (!reading && !sample.isWhole) {
    const { openAt } = lookAtQuotes(sample.text, { delimiter: delimiter ?? ',', isPadded: false });
    const code = openAt < sample.text.length ? 'csv_broken' : 'csv_record_too_long';
    throw new BadInput(code, { file: source.name, line: skip + 1 });
  }
  if (!reading) throw new BadInput('csv_empty', { file: source.name });
  const { form, header, rows } = reading;
  const headers = headersOf(header.cells);
  const lines = sample.text.split(/\r\n|\r|\n/);
  const shape = {
    ...form,
    encoding,
    skip,
    headerLine: header.line,
    headers,
    width: usualWidth(rows, headers),
    titleLines: titles(lines.slice(toSpreadsheet === null ? 0 : 1, header.line - 1), form.delimiter),
    isRagged: false,
    isSparse: isSparse(rows),
  };
  return { ...shape, isRagged: isRagged(rows, shape) };
}

/** Yields all but the blank rows of a table, in batches. Throws BadInput where a quote is never closed or a row never ends. */
export async function* rowsOf(source: Source, shape: TableShape): AsyncGenerator<readonly Row[]> {
  const pieces = createPieces(shape.isRagged ? 0 : shape.width);
  const ending = createEnding();
  for await (const records of recordsOf(textOf(source, shape.encoding.name, shape.skip), shape)) {
    const rows = records
      .filter(({ line }) => line > shape.headerLine)
      .flatMap((record) => pieces.add(recordToRow(record, shape)))
      .flatMap(ending.add)
      .filter(({ kind }) => kind !== 'blank');
    if (rows.length > 0) yield rows;
  }
  const rest = [...pieces.rest().flatMap(ending.add), ...ending.rest()].filter(({ kind }) => kind !== 'blank');
  if (rest.length > 0) yield rest;
}

function titles(lines: readonly string[], delimiter: string): string[] {
  return lines
    .map((line) => {
      const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
      return cells.filter((cell) => cell !== '').join(' ');
    })
    .filter((title) => title !== '');
}

function usualWidth(records: readonly CsvRecord[], headers: readonly Header[]): number {
  const named = headers.findLastIndex(({ name }) => name !== '') + 1;
  const usual = median(records.map(({ cells }) => cells.length));
  return Math.min(Math.max(usual, named), headers.length);
}

function isSparse(records: readonly CsvRecord[]): boolean {
  const counts = records.map(({ cells }) => filledCells(cells)).filter((count) => count > 0);
  return counts.filter((count) => count === 1).length > counts.length / 2;
}

function isRagged(records: readonly CsvRecord[], shape: TableShape): boolean {
  const { width } = shape;
  const pieces = createPieces(width);
  const rows = [...records.flatMap((record) => pieces.add(recordToRow(record, shape))), ...pieces.rest()];
  const broken = rows.filter(({ fault }) => fault === 'broken').length;
  const short = rows.filter(({ kind, fault, cells }) => kind === 'row' && !fault && cells.length < width).length;
  return short > broken && short > rows.length * RAGGED_SHARE;
}
