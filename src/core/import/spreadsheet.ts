import { isExcelError, isShortened } from './importedamount.ts';
import { isNone } from './none.ts';

/**
 * The first characters by which a spreadsheet takes a cell for a formula, full-width ones and the white space it skips
 * included. The apostrophe, by which a spreadsheet marks text, is one of them so that a cell which begins with one comes back.
 */
const RUNS = /^[=+\-@\t\r\n＝＋－＠']/;

/**
 * Returns the text of a field as a cell of an export: marked as text where a spreadsheet would run it, or where an import would
 * take it for a blank or a mistake ("N/A" may be what a deal is called).
 */
export function textToCell(text: string): string {
  return needsMark(text) ? `'${text}` : text;
}

/** Returns the text that `textToCell` was given; any other cell as it is. */
export function cellToText(cell: string): string {
  return cell.startsWith("'") && needsMark(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Returns what a formula says that only keeps digits as text (`="00123"`); any other cell as it is. */
export function unguarded(cell: string): string {
  const [, text] = /^\s*="((?:[^"]|"")*)"\s*$/.exec(cell) ?? [];
  return text === undefined ? cell : text.replaceAll('""', '"');
}

/** Returns a foreign cell that a spreadsheet shows instead of running; a dash stays the blank that it is. */
export function defuse(cell: string): string {
  return RUNS.test(cell) && !isNone(cell, 'text') ? `'${cell}` : cell;
}

function needsMark(text: string): boolean {
  return RUNS.test(text) || (text !== '' && isNone(text, 'choice')) || isShortened(text) || isExcelError(text);
}
