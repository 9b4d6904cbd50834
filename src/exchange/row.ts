import { filledCells, namedHeaders } from './headerrow.ts';
import { isMaybeTotal, kindOfRow, type RowKind, type TableFrame } from './leftover.ts';
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

/** In a table this wide, a row of one cell is no row of which the end was left out. */
const LONE_CELL_WIDTH = 4;

/** Returns a record as a row of its table, with what is wrong with it by itself. */
export function recordToRow(record: CsvRecord, frame: TableFrame): Row {
  const { line, cells } = record;
  const kind = kindOfRow(cells, frame);
  const fault = kind === 'row' ? faultOf(record, frame) : undefined;
  return fault ? { line, cells, kind, fault } : { line, cells, kind };
}

function faultOf({ cells, hasStrayQuote }: CsvRecord, { headers }: TableFrame): RowFault | undefined {
  if (hasStrayQuote) return 'stray_quote';
  if (cells.length > headers.length && filledCells(cells.slice(headers.length)) > 0) return 'too_long';
  if (isMaybeTotal(cells)) return 'maybe_total';
  return cells.length === 1 && namedHeaders(headers) >= LONE_CELL_WIDTH ? 'too_short' : undefined;
}
