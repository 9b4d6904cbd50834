import type { ImportColumn } from '../core/import/cell.ts';
import type { ColumnGround, ColumnSurvey } from '../core/import/columnsurvey.ts';
import type { Column } from '../exchange/headers/headers.ts';
import type { Row } from '../exchange/table/row.ts';
import type { TableShape } from '../exchange/table/table.ts';
import type { Context } from './context.ts';
import type { Telling } from './telling.ts';

/** What differs between the kinds of rows that a file brings in; how a file is read is the same. */
export interface ImportKind<Field extends string> {
  readonly fields: readonly Field[];
  readonly isKnownHeader: (cell: string) => boolean;
  /** Whether a cell alone says that a deal has ended: in a column that nobody knows it must not be passed over. */
  readonly isEndWord: (cell: string) => boolean;
  /** Returns what each column is. What must be known is asked for on a terminal and kept as told; BadInput off it. */
  readonly mapColumns: (
    context: Context,
    headers: readonly string[],
    telling: Telling<Field>,
    told: () => ReadonlyMap<string, Field | null>,
  ) => Promise<{ readonly columns: readonly Column<Field>[]; readonly titleAsCustomer: string | null }>;
  readonly surveyOf: (field: Field, ground: ColumnGround) => ColumnSurvey;
  /** Returns a survey of the words that decide about whole rows: stages, types. */
  readonly surveyWords: (columns: readonly SurveyedColumn<Field>[], telling: Telling<Field>) => WordSurvey;
  /** Asks what the words mean that nobody knows. Off a terminal their rows are refused. */
  readonly askWords: (context: Context, unknown: ReadonlyMap<string, number>, telling: Telling<Field>) => Promise<void>;
  /** Whether the file is an export of a book, which says everything as it was recorded. */
  readonly isExport: (shape: TableShape) => boolean;
}

export interface SurveyedColumn<Field extends string> extends Omit<ImportColumn, 'field' | 'style'> {
  readonly field: Field;
  readonly index: number;
}

export interface WordSurvey {
  readonly see: (row: Row) => void;
  /** The words that nobody knows, and in how many rows they stand. */
  readonly words: ReadonlyMap<string, number>;
}

/** A column with more words that are not known is no column of stages or types. */
const MOST_WORDS = 50;

/** Returns a survey that counts what `unknownOf` finds in a row. */
export function createWordSurvey(unknownOf: (row: Row) => string | null): WordSurvey {
  const words = new Map<string, number>();
  return {
    words,
    see: (row) => {
      const word = unknownOf(row);
      if (word === null || (!words.has(word) && words.size >= MOST_WORDS)) return;
      words.set(word, (words.get(word) ?? 0) + 1);
    },
  };
}
