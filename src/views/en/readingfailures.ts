import type { FailureWords } from '../failurewords.ts';

/** Columns whose values can be read in several ways, and flags that say which. */
export const readingFailures: FailureWords = {
  bad_date_format: ({ value }) => ({
    message: `“${value}” is no order of day, month and year.`,
    hint: 'Write dmy, mdy or ymd, or a pattern like DD/MM/YYYY.',
  }),
  date_order_unclear: ({ column, value, readings }) => ({
    message: `The dates of column “${column}” can be read in more than one way: ${value} may be ${list(readings)}.`,
    hint: 'Name the column’s order of day and month in its header, like “Close Date (DD/MM/YYYY)”.',
  }),
  amount_style_unclear: ({ column, value, readings }) => ({
    message: `The amounts of column “${column}” can be read in more than one way: ${value} may be ${list(readings)}.`,
    hint: 'Write them without a sign for thousands.',
  }),
  unit_unclear: ({ column }) => ({
    message: `The header “${column}” may name a unit that I do not know.`,
    hint: 'Rename it, like “Amount (USD)” or “金額（千円）”, or say that it is plain: --map "Header=amount".',
  }),
};

function list(items: unknown): string {
  return Array.isArray(items) ? items.join(' / ') : String(items);
}
