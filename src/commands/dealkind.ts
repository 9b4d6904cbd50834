import { EXPORT_COLUMNS } from '../core/dealrow.ts';
import { BadInput } from '../core/failure.ts';
import { type ColumnStyle, createColumnSurvey } from '../core/import/columnsurvey.ts';
import { IMPORT_FIELDS, type ImportField } from '../core/import/field.ts';
import { isNone } from '../core/import/none.ts';
import { remember } from '../core/import/remember.ts';
import { isEndWord } from '../core/import/stage.ts';
import { createStateReader, StateProblem } from '../core/import/state.ts';
import { customerStandIn, isKnownHeader, mapHeaders } from '../exchange/headers/headers.ts';
import type { TableShape } from '../exchange/table/table.ts';
import { askColumn, askStages } from './askreading.ts';
import { createWordSurvey, type ImportKind, type SurveyedColumn, type WordSurvey } from './importkind.ts';
import type { Telling } from './telling.ts';

/** Rows that are deals. */
export const DEALS: ImportKind<ImportField> = {
  fields: IMPORT_FIELDS,
  isKnownHeader,
  isEndWord,
  async mapColumns(context, headers, telling, told) {
    const columns = mapHeaders(headers, told());
    // Where no column names the customer, a deal's name stands for it, or the rep says which column does.
    const standIn = customerStandIn(columns);
    if (standIn >= 0) {
      return {
        columns: columns.map((it, index) => (index === standIn ? { ...it, field: 'customer' as const } : it)),
        titleAsCustomer: columns[standIn]?.header ?? null,
      };
    }
    if (columns.some(({ field }) => field === 'customer' || field === 'external-id')) {
      return { columns, titleAsCustomer: null };
    }
    const { customer } = context.words.importing.ask;
    const lack = new BadInput('no_customer_column', { headers: headers.filter((it) => it !== '') });
    await askColumn(context, headers, telling, { field: 'customer', question: customer, lack });
    return { columns: mapHeaders(headers, told()), titleAsCustomer: null };
  },
  surveyOf: createColumnSurvey,
  surveyWords: surveyStages,
  askWords: askStages,
  isExport,
};

const NO_STYLE: ColumnStyle = { date: { order: null, areMidnights: false }, decimal: null, unit: null };

/** Counts the stages that leave a row without a state. */
function surveyStages(columns: readonly SurveyedColumn<ImportField>[], telling: Telling): WordSurvey {
  const stateColumns = columns.filter(({ field }) => field === 'state').map((it) => ({ ...it, style: NO_STYLE }));
  const readState = createStateReader(telling.stages);
  // Stages are few.
  const wordOf = remember((texts) => {
    const cells = JSON.parse(texts) as string[];
    const filled = stateColumns
      .map((column, at) => ({ column, text: (cells[at] ?? '').trim() }))
      .filter(({ text }) => !isNone(text, 'choice'));
    if (filled.length === 0) return null;
    try {
      readState(filled);
      return null;
    } catch (error) {
      if (!(error instanceof StateProblem)) throw error;
      return error.code === 'bad_state' ? error.cell.text : null;
    }
  });
  return createWordSurvey(({ cells }) => wordOf(JSON.stringify(stateColumns.map(({ index }) => cells[index] ?? ''))));
}

/** A spreadsheet that parts cells by semicolons may have written other decimals into it. */
function isExport({ headers, delimiter }: TableShape): boolean {
  const names = headers.map(({ name }) => name);
  return (
    delimiter === ',' && names.length === EXPORT_COLUMNS.length && EXPORT_COLUMNS.every((it, at) => it === names[at])
  );
}
