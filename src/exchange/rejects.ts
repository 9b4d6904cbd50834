import { cellToText, defuse } from '../core/spreadsheet.ts';
import { writeWhole } from './atomicfile.ts';
import { csvLines } from './csvout.ts';

/** Takes a row as it stands in the file, and why it was refused. */
export type Refuse = (cells: readonly string[], reasons: readonly string[]) => Promise<void>;

/** Columns that begin so are our own remarks: an import passes over them. */
const OURS = 'followup: ';

export function isOurRemark(header: string): boolean {
  return header.startsWith(OURS);
}

/**
 * Writes refused rows while the work runs, with the reason in the last column, ready to be mended and imported again; the header
 * alone where no row is refused. Throws Failure where the file cannot be written, which then stays as it was.
 */
export function writeRejects<Result>(
  file: string,
  headers: readonly string[],
  reason: string,
  work: (refuse: Refuse) => Promise<Result>,
): Promise<Result> {
  const kept = headers.flatMap((header, index) => (isOurRemark(header) ? [] : [index]));
  return writeWhole(file, async (write) => {
    // What the file had marked already is not marked twice.
    const toCell = (cell: string): string => (cellToText(cell) === cell ? defuse(cell) : cell);
    const line = async (cells: readonly string[]) => write(Buffer.from(await csvLines([cells.map(toCell)])));
    await write(Buffer.from('\ufeff'));
    await line([...kept.map((index) => headers[index] ?? ''), OURS + reason]);
    return work(async (cells, reasons) => {
      const extra = cells.slice(headers.length);
      await line([...kept.map((index) => cells[index] ?? ''), reasons.join('; '), ...extra]);
    });
  });
}
