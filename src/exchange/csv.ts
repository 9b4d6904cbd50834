import { BadInput } from '../core/failure.ts';

/** A row of the file: the line it begins on, and its cells in the order of the header. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
}

/** Reads a UTF-8 CSV file with a header. Throws BadInput where the bytes or the quotes cannot be read. */
export async function readCsv(bytes: Uint8Array, file: string): Promise<Table> {
  const { parse } = await import('csv-parse/sync');
  const text = decode(bytes, file);
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    throw new BadInput('csv_broken', { file, line: (error as { lines?: number }).lines ?? 0 });
  }
  const [header, ...rows] = records;
  if (!header) throw new BadInput('csv_empty', { file });
  return {
    headers: header.record.map((name) => name.trim()),
    rows: numbered(rows).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
  };
}

/** Names each record by the line it begins on. The reader counts a CRLF inside a cell twice, here and ever after. */
function numbered(rows: readonly { record: string[]; info: { lines: number } }[]): Row[] {
  let countedTwice = 0;
  return rows.map(({ record, info }) => {
    countedTwice += occurrences(record, /\r\n/g);
    return { line: info.lines - countedTwice - occurrences(record, /\r\n|\r|\n/g), cells: record };
  });
}

function occurrences(record: readonly string[], sign: RegExp): number {
  return record.reduce((count, cell) => count + (cell.match(sign)?.length ?? 0), 0);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput('not_utf8', { file, line: firstBadLine(bytes) });
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  let from = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(from, at));
    } catch {
      return line;
    }
    from = at + 1;
    line += 1;
  }
  return line;
}
