import type { Channel, State } from '../core/deal.ts';
import { BadInput } from '../core/failure.ts';
import type { ImportColumn } from '../core/import/cell.ts';
import type { ColumnSurvey } from '../core/import/columnsurvey.ts';
import type { ImportField } from '../core/import/field.ts';
import { unitOf } from '../core/import/unit.ts';
import { isWhole } from '../core/money.ts';
import type { Column } from '../exchange/headers/headers.ts';
import { isOurRemark, keptStylesOf } from '../exchange/rejects.ts';
import type { Row } from '../exchange/table/row.ts';
import type { Source } from '../exchange/table/source.ts';
import { rowsOf, surveyTable, type TableShape } from '../exchange/table/table.ts';
import type { Leftovers } from '../views/import.ts';
import { askEncoding, isStageColumn, settle } from './askreading.ts';
import type { Context } from './context.ts';
import type { ImportKind } from './importkind.ts';
import type { Telling } from './telling.ts';
import type { Watch } from './watch.ts';

/** A column that is a field, and its place in the row. */
export interface FieldColumn<Field extends string = ImportField> extends Omit<ImportColumn, 'field'> {
  readonly field: Field;
  readonly index: number;
}

/** How a file is to be read: decided from all of it, before the first row is. */
export interface FileReading<Field extends string = ImportField> {
  readonly shape: TableShape;
  readonly columns: readonly Column<Field>[];
  readonly fields: readonly FieldColumn<Field>[];
  readonly stages: ReadonlyMap<string, State | null>;
  readonly types: ReadonlyMap<string, Channel | null>;
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

/**
 * Decides from the whole file how it is to be read. What it leaves open is a question on a terminal, whose answer is added to
 * what was told, and BadInput off it.
 */
export async function readFile<Field extends string>(
  context: Context,
  source: Source,
  kind: ImportKind<Field>,
  telling: Telling<Field>,
  watch: Watch,
): Promise<FileReading<Field>> {
  const shape = await surveyTable(source, {
    encoding: await askEncoding(context, source, telling),
    delimiter: telling.delimiter,
    skip: telling.skip,
    isKnownHeader: (cell) => kind.isKnownHeader(cell) || telling.columns.has(cell) || telling.keptColumns.has(cell),
  });
  const { columns, missing, titleAsCustomer } = await columnsOf(context, shape, kind, telling);
  const surveyed = await surveyRows(context, source, { kind, shape, columns, telling, watch });
  if (surveyed.hiddenEnd && (await isStageColumn(context, surveyed.hiddenEnd, telling))) {
    return readFile(context, source, kind, telling, watch);
  }
  const fields: FieldColumn<Field>[] = [];
  for (const { survey, ...column } of surveyed.columns) {
    const style = await settle(context, column.column, survey.verdict(), telling);
    fields.push({ ...column, style });
  }
  await kind.askWords(context, surveyed.unknown, telling);
  const { rowCount, leftovers, hasCoins } = surveyed;
  const usualCurrency = hasCoins && isWhole(context.currency) ? null : context.currency;
  const { stages, types } = telling;
  const isOwn = kind.isExport(shape);
  const told = { stages, types, isOwn, usualCurrency };
  return { shape, columns, fields, rowCount, leftovers, missing, titleAsCustomer, ...told };
}

/** Returns what each column is, and which headers of the kept mapping the file does not have. */
async function columnsOf<Field extends string>(
  context: Context,
  { headers: named, encoding }: TableShape,
  kind: ImportKind<Field>,
  telling: Telling<Field>,
) {
  const headers = named.map(({ name }) => name);
  if (encoding.isDamaged && headers.some(isDamaged)) throw new BadInput('damaged_header', { encoding: encoding.name });
  const kept = new Map([...telling.keptColumns].filter(([header]) => !telling.columns.has(header)));
  const isThere = (header: string): boolean =>
    headers.includes(header.replace(/#\d+$/, '')) || headers.includes(header);
  const missing = [...kept.keys()].filter((header) => !isThere(header));
  const ours = headers.filter(isOurRemark).map((header) => [header, null] as const);
  const told = () => new Map([...ours, ...[...kept].filter(([header]) => isThere(header)), ...telling.columns]);
  const { columns, titleAsCustomer } = await kind.mapColumns(context, headers, telling, told);
  const unclear = columns.find(({ isUnclear }) => isUnclear);
  if (unclear) throw new BadInput('unit_unclear', { column: unclear.header });
  return { columns, missing, titleAsCustomer };
}

/** A cell of a column that is no field, which says that its deal has ended. */
export interface HiddenEnd {
  readonly column: string;
  readonly value: string;
}

interface Surveying<Field extends string> {
  readonly kind: ImportKind<Field>;
  readonly shape: TableShape;
  readonly columns: readonly Column<Field>[];
  readonly telling: Telling<Field>;
  readonly watch: Watch;
}

/** Decimals behind the last sign: in yen nobody writes them. */
const COINS = /\d[.,]\d{1,2}(?!\d|[.,]\d)/;

/** Looks at every row once: how the values of each column are written, which words nobody knows, what is no row at all. */
async function surveyRows<Field extends string>(
  { today, words }: Context,
  source: Source,
  { kind, shape, columns, telling, watch }: Surveying<Field>,
) {
  const unit = shape.titleLines.map(unitOf).find((it) => it !== null) ?? null;
  const styles = keptStylesOf(columns.map(({ header }) => header));
  const surveyed = columns.flatMap(({ header, field, part, order, unit: own }, index) => {
    if (field === null) return [];
    const before = styles.get(index);
    const ground = {
      today,
      delimiter: shape.delimiter,
      unit: own ?? before?.unit ?? unit,
      order: order ?? telling.order ?? before?.order ?? null,
    };
    const decimal = telling.decimal ?? before?.decimal ?? (kind.isExport(shape) ? 'point' : null);
    const survey: ColumnSurvey = kind.surveyOf(field, { ...ground, decimal });
    return [{ index, column: header, field, part, survey }];
  });
  const unknown = kind.surveyWords(surveyed, telling);
  const leftovers = { header: [], total: [], footer: [], short: [] } as Record<keyof Leftovers, number[]>;
  const leave = (kind: keyof Leftovers, line: number): void => {
    if (leftovers[kind].length < MOST_LINES) leftovers[kind].push(line);
  };
  const others = columns.flatMap(({ header, field, isTold }, index) =>
    field === null && !isTold && header !== '' ? [{ column: header, index }] : [],
  );
  const isStaged = columns.some(({ field }) => field === 'state');
  const hiddenEndOf = ({ cells }: Row): HiddenEnd | null => {
    const found = isStaged ? undefined : others.find(({ index }) => kind.isEndWord(cells[index] ?? ''));
    return found ? { column: found.column, value: (cells[found.index] ?? '').trim() } : null;
  };
  let hiddenEnd: HiddenEnd | null = null;
  let rowCount = 0;
  let hasCoins = false;
  const amount = surveyed.find(({ field }) => field === 'amount')?.index;
  for await (const rows of rowsOf(source, shape)) {
    for (const row of rows) {
      const { kind: rowKind } = row;
      if (rowKind === 'blank') continue;
      if (rowKind !== 'row') {
        leave(rowKind, row.line);
        continue;
      }
      rowCount += 1;
      if (row.fault) continue;
      if (row.cells.length < columns.length) leave('short', row.line);
      for (const { index, survey } of surveyed) survey.see(row.cells[index] ?? '');
      unknown.see(row);
      hiddenEnd ??= hiddenEndOf(row);
      if (amount !== undefined) hasCoins ||= COINS.test(row.cells[amount] ?? '');
    }
    await watch(words.importing.progress.reading(rowCount));
  }
  return {
    columns: surveyed,
    unknown: unknown.words,
    rowCount,
    hasCoins,
    hiddenEnd,
    leftovers: shape.isRagged ? { ...leftovers, short: [] } : leftovers,
  };
}

/** Returns whether a text holds the sign that stands where bytes do not decode. */
export function isDamaged(text: string): boolean {
  return text.includes('\ufffd');
}
