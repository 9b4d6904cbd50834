import type { ColumnStyle } from '../core/import/columnsurvey.ts';
import { DATE_ORDERS } from '../core/import/dateorder.ts';
import { cellToText, defuse } from '../core/import/spreadsheet.ts';
import { DECIMAL_SIGNS } from '../core/money.ts';
import { writeWhole } from './atomicfile.ts';
import { csvLines } from './csvout.ts';

/** Takes a row as it stands in the file, and why it was refused. */
export type Refuse = (cells: readonly string[], reasons: readonly string[]) => Promise<void>;

/** Columns that begin so are our own remarks: an import passes over them. */
const OURS = 'followup: ';

export function isOurRemark(header: string): boolean {
  return header.startsWith(OURS);
}

/** A column of the file, and how its values were read where it has a field. */
export interface RejectColumn {
  readonly header: string;
  readonly style: ColumnStyle | null;
}

/** How the columns of a file of refused rows were read when all rows were there, by their place. */
export type KeptStyles = ReadonlyMap<
  number,
  Partial<Pick<ColumnStyle, 'decimal' | 'unit'>> & Pick<ColumnStyle['date'], 'order'>
>;

/**
 * Writes refused rows while the work runs, with the reason in the last column, ready to be mended and imported again; the header
 * alone where no row is refused. The last header says how dates and amounts were read, for a few rows may not tell it. Throws
 * Failure where the file cannot be written, which then stays as it was.
 */
export function writeRejects<Result>(
  file: string,
  columns: readonly RejectColumn[],
  reason: string,
  work: (refuse: Refuse) => Promise<Result>,
): Promise<Result> {
  const kept = columns.flatMap(({ header }, index) => (isOurRemark(header) ? [] : [index]));
  const styles = kept.map((index) => columns[index]?.style ?? null);
  return writeWhole(file, async (write) => {
    // What the file had marked already is not marked twice.
    const toCell = (cell: string): string => (cellToText(cell) === cell ? defuse(cell) : cell);
    const line = async (cells: readonly string[]) => write(Buffer.from(await csvLines([cells.map(toCell)])));
    await write(Buffer.from('\ufeff'));
    await line([...kept.map((index) => columns[index]?.header ?? ''), OURS + reason + stylesText(styles)]);
    return work(async (cells, reasons) => {
      const extra = cells.slice(columns.length);
      await line([...kept.map((index) => cells[index] ?? ''), reasons.join('; '), ...extra]);
    });
  });
}

function stylesText(styles: readonly (ColumnStyle | null)[]): string {
  const facts = styles.flatMap((style, index) => {
    const { date, decimal, unit } = style ?? {};
    const said = [
      ...(date?.order ? [date.order] : []),
      ...(decimal ? [decimal] : []),
      ...(unit ? [`${unit.factor}${unit.currency ?? ''}`] : []),
    ];
    return said.length === 0 ? [] : [`${index + 1}=${said.join('/')}`];
  });
  return facts.length === 0 ? '' : ` [${facts.join(' ')}]`;
}

/** Returns how the columns were read, as the header of our remarks says. */
export function keptStylesOf(headers: readonly string[]): KeptStyles {
  const [, facts = ''] = /\[([^\]]*)\]$/.exec(headers.findLast(isOurRemark) ?? '') ?? [];
  return new Map(
    [...facts.matchAll(/(\d+)=(\S+)/g)].map(([, place = '', said = '']) => {
      const words = said.split('/');
      const [, factor, currency] = words.map((word) => /^(\d+)([A-Z]{3})?$/.exec(word)).find((it) => it !== null) ?? [];
      return [
        Number(place) - 1,
        {
          order: DATE_ORDERS.find((it) => words.includes(it)) ?? null,
          decimal: DECIMAL_SIGNS.find((it) => words.includes(it)) ?? null,
          unit: factor === undefined ? null : { factor: Number(factor), currency: currency ?? null },
        },
      ];
    }),
  );
}
