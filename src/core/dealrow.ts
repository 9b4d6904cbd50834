import type { ArchivedDeal } from './archive.ts';
import type { DealFields } from './deal.ts';
import { DEAL_FLAGS, isDealFlag } from './dealfield.ts';
import { IMPORT_FIELDS, type ImportField } from './import/field.ts';
import { textToCell } from './import/spreadsheet.ts';

/** The columns of an exported table: the names that an import knows, so that the file comes back without being told how. */
export const EXPORT_COLUMNS: readonly ImportField[] = IMPORT_FIELDS;

/** Returns a deal as the cells of its row, in the forms that are read back as they were. What is not known is blank. */
export function dealToRow(deal: ArchivedDeal): string[] {
  return EXPORT_COLUMNS.map((column) => cellOf(deal, column));
}

function cellOf(deal: ArchivedDeal, column: ImportField): string {
  const hasEnded = deal.state !== 'open';
  const outcome = hasEnded ? deal.outcomes.at(-1) : undefined;
  if (column === 'state') return deal.state;
  if (column === 'expected-close') return hasEnded ? '' : (deal.expectedCloseOn ?? '');
  if (column === 'closed-on') return hasEnded ? (deal.closedOn ?? '') : '';
  if (column === 'followup-id') return deal.uid;
  if (column === 'lost-reason') return textToCell(outcome?.words ?? outcome?.fact ?? '');
  if (column === 'amount') return deal.amount === null ? '' : amountToText(deal.amount);
  return valueToCell(deal[fieldOf(column)]);
}

function fieldOf(column: ImportField): keyof DealFields {
  return isDealFlag(column) ? DEAL_FLAGS[column].field : (column as 'note');
}

function valueToCell(value: DealFields[keyof DealFields]): string {
  if (value === null || value === false) return '';
  if (value === true) return 'yes';
  return typeof value === 'object' ? value.join(';') : textToCell(String(value));
}

/** Returns the plain decimal, never with an exponent. A third decimal gets a fourth: 1.234 could be read as thousands. */
function amountToText(amount: number): string {
  const text = new Intl.NumberFormat('en', { maximumFractionDigits: 20, useGrouping: false }).format(amount);
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
