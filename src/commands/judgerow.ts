import { blankDeal, type DealFields } from '../core/deal.ts';
import { DEAL_FLAGS, isDealFlag } from '../core/dealfield.ts';
import type { ImportField } from '../core/import/field.ts';
import { isNone } from '../core/import/none.ts';
import { createRowReader, type Problem, type RowRead, type RowReading } from '../core/import/row.ts';
import { cellToText } from '../core/import/spreadsheet.ts';
import type { Row } from '../exchange/table/row.ts';
import { type FieldColumn, type FileReading, isDamaged } from './filereading.ts';

export interface JudgeOptions {
  /** Puts the columns that are no field into the note. */
  readonly keepUnmapped: boolean;
  /** Blank cells take away what is recorded. */
  readonly blankOverwrites: boolean;
}

/** What a blank cell never takes away: what a deal is known by, and what only a person may say. */
const NEVER_BLANK: readonly ImportField[] = ['customer', 'title', 'external-id', 'booked', 'do-not-contact'];

/** Returns the judge of a file's rows: each as it would be stored, or why it cannot be. */
export function createRowJudge(
  { shape, columns, fields, stages }: Pick<FileReading, 'shape' | 'columns' | 'fields' | 'stages'>,
  reading: Omit<RowReading, 'stages'>,
  options: JudgeOptions,
): (row: Row) => RowRead {
  const read = createRowReader(fields, { ...reading, stages });
  const unmapped = unmappedColumns(columns);
  return (row) => {
    const faults = rowFaults(row, { shape, columns, fields });
    const { deal, problems, notices } = read(fields.map(({ index }) => row.cells[index] ?? ''));
    if (faults.length > 0) return { deal, problems: faults, notices: [] };
    if (!options.keepUnmapped && !options.blankOverwrites) return { deal, problems, notices };
    const note = options.keepUnmapped ? withUnmapped(deal.fields.note ?? null, unmapped, row.cells) : undefined;
    const blanks = options.blankOverwrites ? blanksOf(fields, row.cells) : {};
    const kept = { ...blanks, ...deal.fields, ...(note === undefined || note === null ? {} : { note }) };
    return { deal: { ...deal, fields: kept }, problems, notices };
  };
}

/** Returns what is wrong with a row before any of its cells is read. */
export function rowFaults(
  row: Row,
  { shape, columns, fields }: Pick<FileReading<string>, 'shape' | 'columns' | 'fields'>,
): Problem[] {
  const faults = faultsOf(row, columns[0]?.header ?? '', columns.length);
  return shape.encoding.isDamaged ? [...faults, ...damagedCells(row, fields)] : faults;
}

/** A column that is no field. */
export interface Unmapped {
  readonly header: string;
  readonly index: number;
}

/** Returns the columns that are no field although nobody said to leave them out. */
export function unmappedColumns(columns: FileReading<string>['columns']): readonly Unmapped[] {
  return columns.flatMap(({ header, field, isTold }, index) =>
    field === null && header !== '' && !isTold ? [{ header, index }] : [],
  );
}

/** Returns the text with a line for each column that is no field, or null where there is neither. */
export function withUnmapped(
  text: string | null,
  unmapped: readonly Unmapped[],
  cells: readonly string[],
): string | null {
  const lines = unmapped.flatMap(({ header, index }) => {
    const value = cellToText(cells[index] ?? '').trim();
    return isNone(value, 'text') ? [] : [`${header}: ${value}`];
  });
  return [...(text === null ? [] : [text]), ...lines].join('\n') || null;
}

const FAULTS = {
  too_long: 'row_length',
  too_short: 'row_short',
  maybe_total: 'maybe_total',
  broken: 'row_broken',
  stray_quote: 'stray_quote',
} as const;

function faultsOf({ fault, cells }: Row, column: string, width: number): Problem[] {
  if (!fault) return [];
  const value = (fault === 'too_long' ? cells.slice(width).find((it) => it.trim() !== '') : cells[0]) ?? '';
  return [{ column, value, problem: FAULTS[fault] }];
}

function damagedCells({ cells }: Row, fields: readonly FieldColumn<string>[]): Problem[] {
  const { column: first = '' } = fields[0] ?? {};
  return cells.flatMap((value, at) => {
    const column = fields.find(({ index }) => index === at)?.column ?? first;
    return isDamaged(value) ? [{ column, value, problem: 'undecodable' }] : [];
  });
}

/** The fields that no flag of `add` sets. */
const BLANKABLE: Partial<Record<ImportField, keyof DealFields>> = { note: 'note', 'expected-close': 'expectedCloseOn' };

function blanksOf(fields: readonly FieldColumn[], cells: readonly string[]): Partial<DealFields> {
  const blank = blankDeal('');
  return Object.fromEntries(
    fields.flatMap(({ field, index }) => {
      const key = isDealFlag(field) ? DEAL_FLAGS[field].field : (BLANKABLE[field] ?? null);
      const isBlank = isNone(cells[index] ?? '', 'text');
      return key === null || NEVER_BLANK.includes(field) || !isBlank ? [] : [[key, blank[key]]];
    }),
  );
}
