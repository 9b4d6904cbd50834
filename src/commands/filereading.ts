import { type ColumnStyle, type ColumnSurvey, createColumnSurvey } from '../core/columnsurvey.ts';
import type { State } from '../core/deal.ts';
import { EXPORT_COLUMNS } from '../core/dealrow.ts';
import { BadInput } from '../core/failure.ts';
import type { ImportColumn } from '../core/importcell.ts';
import { createStateReader, StateProblem } from '../core/importstate.ts';
import { isWhole } from '../core/money.ts';
import { isNone } from '../core/none.ts';
import { unitOf } from '../core/unit.ts';
import { type Column, customerStandIn, isKnownHeader, mapHeaders } from '../exchange/headers.ts';
import { isOurRemark } from '../exchange/rejects.ts';
import type { Row } from '../exchange/row.ts';
import type { Source } from '../exchange/source.ts';
import { rowsOf, surveyTable, type TableShape } from '../exchange/table.ts';
import type { Leftovers } from '../views/import.ts';
import { askCustomer, askEncoding, askStages, settle } from './askreading.ts';
import type { Context } from './context.ts';
import type { Telling } from './telling.ts';
import type { Watch } from './watch.ts';

/** A column that is a field, and its place in the row. */
export interface FieldColumn extends ImportColumn {
  readonly index: number;
}

/** How a file is to be read: decided from all of it, before the first row is. */
export interface FileReading {
  readonly shape: TableShape;
  readonly columns: readonly Column[];
  readonly fields: readonly FieldColumn[];
  readonly stages: ReadonlyMap<string, State | null>;
  readonly rowCount: number;
  readonly leftovers: Leftovers;
  /** The column of deal names that stands for the customer. */
  readonly titleAsCustomer: string | null;
  /** Headers that a kept mapping names and the file does not have. */
  readonly missing: readonly string[];
  /** Whether the file is an export of a book, which says everything as it was recorded. */
  readonly isOwn: boolean;
  /** The currency of amounts that name none; null where it is not known, or has no coins and the amounts do. */
  readonly usualCurrency: string | null;
}

/** Lines beyond so many are not kept: nobody reads them. */
const MOST_LINES = 1_000;
/** A column with more stages that are not known is no column of stages. */
const MOST_STAGES = 50;

/**
 * Decides from the whole file how it is to be read. What it leaves open is a question on a terminal, whose answer is added to
 * what was told, and BadInput off it.
 */
export async function readFile(context: Context, source: Source, telling: Telling, watch: Watch): Promise<FileReading> {
  const shape = await surveyTable(source, {
    encoding: await askEncoding(context, source, telling),
    delimiter: telling.delimiter,
    skip: telling.skip,
    isKnownHeader: (cell) => isKnownHeader(cell) || telling.columns.has(cell) || telling.keptColumns.has(cell),
  });
  const { columns, missing, titleAsCustomer } = await columnsOf(context, shape, telling);
  const surveyed = await surveyRows(context, source, { shape, columns, telling, watch });
  const fields: FieldColumn[] = [];
  for (const { survey, ...column } of surveyed.columns) {
    const style = await settle(context, column.column, survey.verdict(), telling);
    fields.push({ ...column, style });
  }
  await askStages(context, surveyed.stages, telling);
  const { rowCount, leftovers, hasCoins } = surveyed;
  const usualCurrency = hasCoins && isWhole(context.currency) ? null : context.currency;
  const { stages } = telling;
  const isOwn = isExport(shape);
  return { shape, columns, fields, rowCount, leftovers, missing, titleAsCustomer, stages, isOwn, usualCurrency };
}

/** Returns what each column is. Where none names the customer, a deal's name stands for it, or the rep says which column does. */
async function columnsOf(context: Context, shape: TableShape, telling: Telling) {
  const headers = shape.headers.map(({ name }) => name);
  if (shape.encoding.isDamaged && headers.some(isDamaged))
    throw new BadInput('damaged_header', { encoding: shape.encoding.name });
  const kept = new Map([...telling.keptColumns].filter(([header]) => !telling.columns.has(header)));
  const isThere = (header: string): boolean =>
    headers.includes(header.replace(/#\d+$/, '')) || headers.includes(header);
  const missing = [...kept.keys()].filter((header) => !isThere(header));
  const ours = headers.filter(isOurRemark).map((header) => [header, null] as const);
  const told = () => new Map([...ours, ...[...kept].filter(([header]) => isThere(header)), ...telling.columns]);
  let columns = mapHeaders(headers, told());
  const standIn = customerStandIn(columns);
  const titleAsCustomer = columns[standIn]?.header ?? null;
  if (standIn >= 0) {
    columns = columns.map((column, index) => (index === standIn ? { ...column, field: 'customer' as const } : column));
  } else if (!columns.some(({ field }) => field === 'customer' || field === 'external-id')) {
    await askCustomer(context, headers, telling);
    columns = mapHeaders(headers, told());
  }
  const unclear = columns.find(({ isUnclear }) => isUnclear);
  if (unclear) throw new BadInput('unit_unclear', { column: unclear.header });
  return { columns, missing, titleAsCustomer };
}

interface Surveying {
  readonly shape: TableShape;
  readonly columns: readonly Column[];
  readonly telling: Telling;
  readonly watch: Watch;
}

/** Decimals behind the last sign: in yen nobody writes them. */
const COINS = /\d[.,]\d{1,2}(?!\d|[.,]\d)/;

/** Looks at every row once: how the values of each column are written, which stages nobody knows, what is no row at all. */
async function surveyRows({ today, words }: Context, source: Source, { shape, columns, telling, watch }: Surveying) {
  const unit = shape.titleLines.map(unitOf).find((it) => it !== null) ?? null;
  const surveyed = columns.flatMap(({ header, field, part, order, unit: own }, index) => {
    if (field === null) return [];
    const ground = { today, delimiter: shape.delimiter, unit: own ?? unit, order: order ?? telling.order };
    const decimal = telling.decimal ?? (isExport(shape) ? 'point' : null);
    const survey = createColumnSurvey(field, { ...ground, decimal });
    return [{ index, column: header, field, part, survey }];
  });
  const stages = createStageSurvey(surveyed, telling);
  const leftovers = { header: [], total: [], footer: [], short: [] } as Record<keyof Leftovers, number[]>;
  const leave = (kind: keyof Leftovers, line: number): void => {
    if (leftovers[kind].length < MOST_LINES) leftovers[kind].push(line);
  };
  let rowCount = 0;
  let hasCoins = false;
  const amount = surveyed.find(({ field }) => field === 'amount')?.index;
  for await (const rows of rowsOf(source, shape)) {
    for (const row of rows) {
      const { kind } = row;
      if (kind === 'blank') continue;
      if (kind !== 'row') {
        leave(kind, row.line);
        continue;
      }
      rowCount += 1;
      if (row.fault) continue;
      if (row.cells.length < columns.length) leave('short', row.line);
      for (const { index, survey } of surveyed) survey.see(row.cells[index] ?? '');
      stages.see(row);
      if (amount !== undefined) hasCoins ||= COINS.test(row.cells[amount] ?? '');
    }
    await watch(words.importing.progress.reading(rowCount));
  }
  return {
    columns: surveyed,
    stages: stages.unknown,
    rowCount,
    hasCoins,
    leftovers: shape.isRagged ? { ...leftovers, short: [] } : leftovers,
  };
}

const NO_STYLE: ColumnStyle = { date: { order: null, areMidnights: false }, decimal: null, unit: null };

/** Counts the stages that leave a row without a state. */
function createStageSurvey(
  columns: readonly (Omit<FieldColumn, 'style'> & { readonly survey: ColumnSurvey })[],
  telling: Telling,
) {
  const stateColumns = columns.filter(({ field }) => field === 'state').map((it) => ({ ...it, style: NO_STYLE }));
  const readState = createStateReader(telling.stages);
  const unknown = new Map<string, number>();
  return {
    unknown,
    see: ({ cells }: Row): void => {
      const filled = stateColumns
        .map((column) => ({ column, text: (cells[column.index] ?? '').trim() }))
        .filter(({ text }) => !isNone(text, 'choice'));
      if (filled.length === 0) return;
      try {
        readState(filled);
      } catch (error) {
        if (!(error instanceof StateProblem)) throw error;
        const word = error.cell.text;
        if (error.code === 'bad_state' && (unknown.has(word) || unknown.size < MOST_STAGES)) {
          unknown.set(word, (unknown.get(word) ?? 0) + 1);
        }
      }
    },
  };
}

/** A spreadsheet that parts cells by semicolons may have written other decimals into it. */
function isExport({ headers, delimiter }: TableShape): boolean {
  const names = headers.map(({ name }) => name);
  return (
    delimiter === ',' && names.length === EXPORT_COLUMNS.length && EXPORT_COLUMNS.every((it, at) => it === names[at])
  );
}

/** Returns whether a text holds the sign that stands where bytes do not decode. */
export function isDamaged(text: string): boolean {
  return text.includes('\ufffd');
}
