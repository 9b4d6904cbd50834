import { BadInput } from '../../core/failure.ts';

/** How cells are parted. */
export interface RecordForm {
  readonly delimiter: string;
  /** Spaces stand between a delimiter and an opening quote. */
  readonly isPadded: boolean;
}

/** What parts the cells of a table, the likeliest first. */
export const DELIMITERS: readonly string[] = [',', '\t', ';', '|'];

const NAMES: Readonly<Record<string, string>> = { comma: ',', tab: '\t', '\\t': '\t', semicolon: ';', pipe: '|' };

/** Returns the delimiter that a user tells, by name or as it is. Throws BadInput where it is no single sign. */
export function delimiterNamed(told: string): string {
  const delimiter = NAMES[told.trim().toLowerCase()] ?? told;
  if (/^[^"\r\n\p{L}\p{N}\p{Cs}]$/u.test(delimiter) && delimiter.length === 1) return delimiter;
  throw new BadInput('bad_delimiter', { value: told, choices: [',', ';', '|', 'tab'] });
}

/** Returns the delimiter that the first line tells a spreadsheet (`sep=;`); null where it is a line like any other. */
export function delimiterOfFirstLine(text: string): string | null {
  return /^"?sep=([^"\r\n\w])"?(?:[\r\n]|$)/i.exec(text)?.[1] ?? null;
}
