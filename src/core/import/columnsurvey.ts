import type { Day } from '../day.ts';
import type { DecimalSign } from '../money.ts';
import { createAmountSurvey } from './amountcolumn.ts';
import { createDateSurvey } from './datecolumn.ts';
import type { DateOrder } from './dateorder.ts';
import { DAY_LEANS, type ImportField, splitDays, takesMonth } from './field.ts';
import type { DateStyle } from './importedday.ts';
import { isNone } from './none.ts';
import { unguarded } from './spreadsheet.ts';
import type { Unit } from './unit.ts';

/** How the values of one column are written. */
export interface ColumnStyle {
  readonly date: DateStyle;
  readonly decimal: DecimalSign | null;
  readonly unit: Unit | null;
}

/** A value that can be read in several ways which the column does not decide between. */
export interface Unclear {
  readonly code: 'date_order_unclear' | 'amount_style_unclear';
  readonly value: string;
  /** What telling each answer would make of it. */
  readonly readings: readonly { readonly answer: DateOrder | DecimalSign; readonly means: string }[];
}

export interface ColumnVerdict {
  readonly style: ColumnStyle;
  readonly unclear: Unclear | null;
}

/** What is known before the first row: from the header, the file, and what the rep told. */
export interface ColumnGround {
  readonly today: Day;
  readonly delimiter: string;
  readonly unit: Unit | null;
  readonly order: DateOrder | null;
  readonly decimal: DecimalSign | null;
}

export interface ColumnSurvey {
  readonly see: (text: string) => void;
  readonly verdict: () => ColumnVerdict;
}

const NO_DATES: DateStyle = { order: null, areMidnights: false };

/** Returns a survey that must see every cell of a column before the first one is read. What was told is not asked of the cells. */
export function createColumnSurvey(field: ImportField, ground: ColumnGround): ColumnSurvey {
  if (field === 'amount') return surveyAmounts(ground);
  if (DAY_LEANS[field] !== undefined) return surveyDays(field, ground);
  return {
    see: () => undefined,
    verdict: () => ({ style: { date: NO_DATES, decimal: null, unit: null }, unclear: null }),
  };
}

function surveyAmounts({ delimiter, unit, decimal: told }: ColumnGround): ColumnSurvey {
  const survey = createAmountSurvey({ delimiter, unit });
  return {
    see: (cell) => {
      const text = unguarded(cell);
      if (!isNone(text, 'amount')) survey.see(text);
    },
    verdict: () => {
      const { decimal, unclear } = survey.verdict();
      const readings = (unclear?.readings ?? []).map((it) => ({ answer: it.decimal, means: String(it.amount) }));
      return {
        style: { date: NO_DATES, decimal: told ?? decimal, unit },
        unclear: unclear && !told ? { code: 'amount_style_unclear', value: unclear.value, readings } : null,
      };
    },
  };
}

function surveyDays(field: ImportField, { today, order: told }: ColumnGround): ColumnSurvey {
  const survey = createDateSurvey(today, takesMonth(field));
  return {
    see: (cell) => {
      const text = unguarded(cell);
      if (isNone(text, 'day')) return;
      for (const day of field === 'slot' ? splitDays(text) : [text]) survey.see(day);
    },
    verdict: () => {
      const { style, unclear } = survey.verdict();
      const readings = (unclear?.readings ?? []).map(({ order, day }) => ({ answer: order, means: day }));
      return {
        style: { date: { ...style, order: told ?? style.order }, decimal: null, unit: null },
        unclear: unclear && !told ? { code: 'date_order_unclear', value: unclear.value, readings } : null,
      };
    },
  };
}
