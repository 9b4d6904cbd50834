import { filledCells, namedHeaders } from './headerrow.ts';
import { HEADING_WIDTH, isMaybeTotal, kindOfRow, type RowKind, type TableFrame } from './leftover.ts';
import type { CsvRecord } from './records.ts';

/** Why a row cannot be read as it stands. */
export type RowFault = 'too_long' | 'too_short' | 'broken' | 'stray_quote' | 'maybe_total';

/** What stands under the header. */
export interface Row {
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
  /** As in the file; fewer than headers where the last ones are left out. */
  readonly cells: readonly string[];
  readonly kind: RowKind;
  readonly fault?: RowFault;
}

/** A table, and the habits of its rows. */
export interface RowFrame extends TableFrame {
  /** Most rows have a single cell that is filled, so that it is nothing to wonder at. */
  readonly isSparse: boolean;
}

/** Returns a record as a row of its table, with what is wrong with it by itself. */
export function recordToRow(record: CsvRecord, frame: RowFrame): Row {
  const { line, cells } = record;
  const kind = kindOfRow(cells, frame);
  const fault = kind === 'row' ? faultOf(record, frame) : undefined;
  return fault ? { line, cells, kind, fault } : { line, cells, kind };
}

function faultOf({ cells, hasStrayQuote }: CsvRecord, { headers, isSparse }: RowFrame): RowFault | undefined {
  if (hasStrayQuote) return 'stray_quote';
  if (cells.length > headers.length && filledCells(cells.slice(headers.length)) > 0) return 'too_long';
  if (isMaybeTotal(cells)) return 'maybe_total';
  if (namedHeaders(headers) < HEADING_WIDTH) return undefined;
  const isHeading = !isSparse && filledCells(cells) === 1 && cells[0]?.trim() !== '';
  return cells.length === 1 || isHeading ? 'too_short' : undefined;
}
