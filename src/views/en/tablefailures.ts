import type { FailureWords } from '../failurewords.ts';

/** Why a file is no table that can be read. */
export const tableFailures = (): FailureWords => ({
  csv_broken: ({ file, line }) => ({
    message: `${file} cannot be read as CSV: on line ${line} a quote opens that is never closed, or a row that never ends.`,
    hint: 'Nothing was written. Close or remove the quote on that line; a quote within a quoted cell is written twice ("").',
  }),
  csv_record_too_long: ({ file, line }) => ({
    message: `${file} cannot be read as CSV: line ${line} is longer than any row of deals.`,
    hint: 'Nothing was written. Export the list again, one deal a line, without attachments and without empty columns to the right.',
  }),
  csv_empty: ({ file }) => ({ message: `${file} has no rows.`, hint: 'The first line must name the columns.' }),
  bad_encoding: ({ value, choices }) => ({
    message: `“${value}” is not an encoding I know.`,
    hint: `Give one of these with --encoding: ${list(choices)}.`,
  }),
  encoding_unclear: ({ file, choices }) => ({
    message: `The encoding of ${file} cannot be told from its content: it could be ${list(choices)}.`,
    hint: 'Say which with --encoding, and look at the names with --dry-run. Nothing was written.',
  }),
  bad_delimiter: ({ value, choices }) => ({
    message: `“${value}” cannot part the cells of a table.`,
    hint: `Give a single sign with --delimiter: ${list(choices)}.`,
  }),
  not_a_table: ({ file, kind }) => ({
    message: `${file} is ${FILE_KINDS[String(kind)] ?? 'no text'}, not CSV. Nothing was written.`,
    hint: FILE_WAYS[String(kind)] ?? 'Export the list as CSV from the program it comes from, and import that file.',
  }),
});

const FILE_KINDS: Readonly<Record<string, string>> = {
  xlsx: 'an Excel workbook or another ZIP archive',
  xls: 'an old Excel workbook',
  pdf: 'a PDF document',
  gzip: 'a compressed file',
  sqlite: 'an SQLite database',
  image: 'an image',
  html: 'a web page or an XML document, whatever its name says',
  binary: 'not a text file',
};

const FROM_A_SPREADSHEET = 'Open it in a spreadsheet, save the sheet as “CSV UTF-8”, and import that file.';

const FILE_WAYS: Readonly<Record<string, string>> = {
  xlsx: FROM_A_SPREADSHEET,
  xls: FROM_A_SPREADSHEET,
  html: FROM_A_SPREADSHEET,
  gzip: 'Unpack it first, and import the CSV file in it.',
};

function list(items: unknown): string {
  return Array.isArray(items) ? items.join(', ') : String(items);
}
