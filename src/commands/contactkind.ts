import { BadInput } from '../core/failure.ts';
import { createColumnSurvey } from '../core/import/columnsurvey.ts';
import { cellsOf, createWayReader } from '../core/import/contactcells.ts';
import { CONTACT_FIELDS, type ContactField, DEAL_NAMING } from '../core/import/contactfield.ts';
import { isKnownContactHeader, mapContactHeaders } from '../exchange/headers/contactheaders.ts';
import type { Column } from '../exchange/headers/headers.ts';
import { askColumn, askTypes } from './askreading.ts';
import type { Context } from './context.ts';
import { createWordSurvey, type ImportKind } from './importkind.ts';
import type { Telling } from './telling.ts';

/** Rows that are activities, of which the contacts go into the histories of deals. */
export const CONTACTS: ImportKind<ContactField> = {
  fields: CONTACT_FIELDS,
  isKnownHeader: isKnownContactHeader,
  isEndWord: () => false,
  async mapColumns(context, headers, telling, told) {
    let columns = mapContactHeaders(headers, told());
    for (const need of NEEDS) {
      if (await askNeed(context, headers, telling, columns, need)) columns = mapContactHeaders(headers, told());
    }
    return { columns, titleAsCustomer: null };
  },
  surveyOf: (field, ground) => createColumnSurvey(field === 'date' ? 'last-contact' : 'note', ground),
  surveyWords(columns, telling) {
    const readWay = createWayReader(columns, telling.types);
    return createWordSurvey(({ cells }) => {
      const { left, unknown } = readWay(
        cellsOf(
          columns,
          columns.map(({ index }) => cells[index] ?? ''),
        ),
      );
      return left === null ? unknown : null;
    });
  },
  askWords: askTypes,
  isExport: () => false,
};

/** What a file must name: the deal in some way, and the day. */
const NEEDS = [
  { field: 'deal', oneOf: DEAL_NAMING, code: 'no_deal_column' },
  { field: 'date', oneOf: ['date'], code: 'no_day_column' },
] as const satisfies readonly { field: ContactField; oneOf: readonly ContactField[]; code: string }[];

/** Asks which column is what no column was recognised as; returns whether it did. */
async function askNeed(
  context: Context,
  headers: readonly string[],
  telling: Telling<ContactField>,
  columns: readonly Column<ContactField>[],
  { field, oneOf, code }: (typeof NEEDS)[number],
): Promise<boolean> {
  const wanted: readonly (ContactField | null)[] = oneOf;
  if (columns.some((column) => wanted.includes(column.field))) return false;
  const lack = new BadInput(code, { headers: headers.filter((it) => it !== '') });
  await askColumn(context, headers, telling, { field, question: context.words.importing.ask[field], lack });
  return true;
}
