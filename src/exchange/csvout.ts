/**
 * The first characters by which a spreadsheet takes a cell for a formula, full-width ones and the white space it skips
 * included. The apostrophe is one of them so that a cell which begins with one comes back as it was.
 */
const RUNS = /^[=+\-@\t\r\n＝＋－＠']/;

/** Returns rows as lines of CSV (RFC 4180, CRLF), with every cell defused. */
export async function csvLines(rows: readonly (readonly string[])[]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  return stringify(
    rows.map((cells) => cells.map(defuse)),
    { record_delimiter: 'windows', quote_record_delimiter: true },
  );
}

/** Returns a cell that a spreadsheet shows instead of running: what looks like a formula gets a leading apostrophe. */
export function defuse(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** Returns the cell that `defuse` was given; any other cell as it is. */
export function undefuse(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell.slice(1)) ? cell.slice(1) : cell;
}
