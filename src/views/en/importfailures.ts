import type { FailureWords } from '../failurewords.ts';

/** What can be wrong with a file that is to be imported, or with the way it was told to be read. */
export const importFailures = (): FailureWords => ({
  bad_date_format: ({ value }) => ({
    message: `“${value}” is no order of day, month and year.`,
    hint: 'Write dmy, mdy or ymd, or a pattern like DD/MM/YYYY.',
  }),
  stage_unclear: ({ column, value }) => ({
    message: `No column is known that says how the deals stand, but “${column}” says “${value}”. Nothing was written.`,
    hint: `If it is the stage: --map "${column}=state". If it is not: --map "${column}=".`,
  }),
  bad_skip: ({ value }) => ({
    message: `“${value}” is no number of lines.`,
    hint: 'Say how many lines stand above the header: --skip 3',
  }),
  damaged_header: ({ encoding }) => ({
    message: `Bytes in the header are no characters in ${encoding}. Nothing was written.`,
    hint: 'Name the right encoding with --encoding, for example cp932, euc-jp or utf-16.',
  }),
  bad_mapping_name: ({ value }) => ({
    message: `“${value}” cannot be the name of a mapping.`,
    hint: 'Use letters, digits, spaces, dots, hyphens: --save-mapping kintone',
  }),
  no_mapping: ({ value, choices }) => ({
    message: `There is no mapping “${value}”.`,
    hint: list(choices) === '' ? 'Keep one with --save-mapping <name>.' : `There are: ${list(choices)}.`,
  }),
  bad_mapping: ({ file, where, value }) => ({
    message: `The mapping ${file} cannot be used${where ? `, at “${where}”` : ''}: ${value}`,
    hint: 'Mend the file, or make it anew with --save-mapping.',
  }),
  bad_stage_map: ({ value }) => ({
    message: `--stage “${value}” cannot be read.`,
    hint: 'Write it as "word=state", with open, won, declined, withdrawn, dormant or void; "word=" leaves such rows out.',
  }),
  date_order_unclear: ({ column, value, readings }) => ({
    message: `In column “${column}” every date can be read in more than one way: ${value} may be ${list(readings, ' or ')}. Nothing was written.`,
    hint: 'Say which comes first: --date-format dmy, mdy or ymd.',
  }),
  amount_style_unclear: ({ column, value, readings }) => ({
    message: `In column “${column}” the amounts can be read in more than one way: ${value} may be ${list(readings, ' or ')}. Nothing was written.`,
    hint: 'Say what marks the decimals: --decimal point, or --decimal comma.',
  }),
  unit_unclear: ({ column }) => ({
    message: `The header “${column}” may name a unit that I do not know. Nothing was written.`,
    hint: 'Rename it (for example “Amount (USD)” or “金額（千円）”), or leave it out: --map "Header=".',
  }),
  bad_type_map: ({ value, choices }) => ({
    message: `--type “${value}” cannot be read.`,
    hint: `Write it as "word=channel", with one of: ${list(choices)}; "word=" leaves such rows out.`,
  }),
  kind_apart: ({ flag, kind }) => ({
    message: `${flag} says nothing about ${kind}.`,
    hint:
      kind === 'contacts' ? 'Leave it out, or import deals: without --kind.' : 'Leave it out, or add --kind contacts.',
  }),
  no_day_column: ({ headers }) => ({
    message: 'No column has the day of the contact.',
    hint: `Say which it is: --map "Header=date". Columns: ${list(headers)}.`,
  }),
  no_deal_column: ({ headers }) => ({
    message: 'No column says which deal a row belongs to.',
    hint: `Name one: --map "Header=external-id", or customer, or title. Columns: ${list(headers)}.`,
  }),
  bad_map: ({ value }) => ({ message: `--map “${value}” cannot be read.`, hint: 'Write it as "Header=field".' }),
  unknown_header: ({ header, headers }) => ({
    message: `The file has no column “${header}”.`,
    hint: `Its columns: ${list(headers)}.`,
  }),
  unknown_field: ({ value, choices }) => ({
    message: `There is no field “${value}”.`,
    hint: `Fields: ${list(choices)}.`,
  }),
  mapped_twice: ({ field, headers }) => ({
    message: `Two columns would both become ${field}: ${list(headers)}.`,
    hint: 'Say which one with --map "Header=field".',
  }),
  no_customer_column: ({ headers }) => ({
    message: 'No column names the customer.',
    hint: `Say which it is: --map "Header=customer". Columns: ${list(headers)}.`,
  }),
  import_rejected: ({ count }) => ({
    message: `${count} ${count === 1 ? 'row' : 'rows'} cannot be imported, so nothing was written.`,
    hint: 'Mend them, or add --skip-bad to import the others.',
  }),
});

function list(items: unknown, join = ', '): string {
  return Array.isArray(items) ? items.join(join) : String(items);
}
