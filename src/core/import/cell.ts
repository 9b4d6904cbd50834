import { composed } from '../composed.ts';
import type { Day } from '../day.ts';
import type { DealFields } from '../deal.ts';
import { DEAL_FLAGS, isDealFlag, readDealFlag } from '../dealfield.ts';
import { BadInput } from '../failure.ts';
import type { ColumnStyle } from './columnsurvey.ts';
import { DAY_LEANS, type FieldPart, type ImportField, splitDays, takesMonth } from './field.ts';
import { type ImportedAmount, isExcelError, readImportedAmount } from './importedamount.ts';
import { type DayReading, readImportedDay } from './importedday.ts';
import { type CellKind, isNone, isNoneInWords } from './none.ts';
import { remember } from './remember.ts';
import { cellToText, unguarded } from './spreadsheet.ts';
import {
  isContactAllowed,
  isSilenceWished,
  isYes,
  readChannel,
  readImportedCurrency,
  readImportedEmail,
  readImportedPhone,
  readKind,
  readLanguage,
  readUncut,
} from './value.ts';

/** A column of the file that is a field of a deal. */
export interface ImportColumn {
  /** Its header, for saying where a problem is. */
  readonly column: string;
  readonly field: ImportField;
  readonly part: FieldPart | null;
  readonly style: ColumnStyle;
}

export interface CellReading extends Pick<DayReading, 'today' | 'localDayOf'> {
  /** Whether the file is an export of a book: every text in it is what was recorded, to the last space. */
  readonly isOwn: boolean;
}

/** What one cell says; nothing where it is blank or a problem. */
export interface CellRead {
  readonly fields?: Partial<DealFields>;
  readonly amount?: ImportedAmount;
  readonly day?: Day;
  readonly text?: string;
  readonly uid?: string;
  /** Why the cell cannot be read. */
  readonly problem?: string;
  /** What was done with it that the rep should hear of. */
  readonly notice?: string;
}

const BLANK: CellRead = {};

/** Returns the reader of a column's cells. */
export function createCellReader(
  column: ImportColumn,
  reading: CellReading,
  lean = DAY_LEANS[column.field] ?? 'ahead',
): (text: string) => CellRead {
  const ground: DayReading = { ...reading, lean, takesMonth: takesMonth(column.field) };
  const isText = TEXTS.has(column.field);
  const kind = kindOf(column.field);
  const read = (written: string): CellRead => {
    if (written === '') return BLANK;
    const cell = unguarded(written);
    const text = cellToText(cell);
    if (isText && text !== '' && (reading.isOwn || text !== cell)) return literal(column.field, text);
    if (isNone(text, kind)) return isNoneInWords(text) ? { notice: 'none' } : {};
    try {
      return readCell(column, composed(text), ground);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      return { problem: error.code };
    }
  };
  // Names and notes hardly repeat.
  return isText && column.field !== 'owner' ? read : remember(read);
}

/** What is kept as it stands, whatever it says. */
const TEXTS: ReadonlySet<ImportField> = new Set([
  ...([
    'customer',
    'title',
    'contact',
    'email',
    'phone',
    'goal',
    'scene',
    'decider',
    'route',
    'rival',
    'next',
  ] as const),
  ...(['external-id', 'owner', 'lost-reason', 'note'] as const),
]);

function literal(field: ImportField, text: string): CellRead {
  if (field === 'lost-reason') return { text };
  return { fields: { [isDealFlag(field) ? DEAL_FLAGS[field].field : 'note']: text } };
}

const CHOICES: readonly ImportField[] = [
  ...([
    'state',
    'channel',
    'language',
    'currency',
    'kind',
    'email',
    'phone',
    'lead',
    'prep',
    'approval',
    'assumed',
  ] as const),
];

/** A yes/no column has its own words for no, and a name may be any word. */
function kindOf(field: ImportField): CellKind {
  if (field === 'amount') return 'amount';
  if (DAY_LEANS[field] !== undefined) return 'day';
  return CHOICES.includes(field) ? 'choice' : 'text';
}

const READERS: Readonly<Partial<Record<ImportField, (text: string) => Partial<DealFields>>>> = {
  phone: (text) => ({ phone: readImportedPhone(text) }),
  channel: (text) => ({ channel: readChannel(text) }),
  language: (text) => ({ language: readLanguage(text) }),
  kind: (text) => ({ kind: readKind(text) }),
  currency: (text) => ({ currency: readImportedCurrency(text) }),
  'external-id': (text) => ({ externalId: readUncut(text) }),
  booked: (text) => (isYes(text) ? { booked: true } : {}),
  'do-not-contact': (text) => (isSilenceWished(text) ? { doNotContact: true } : {}),
  note: (text) => ({ note: text.trim() }),
};

const NAMES: readonly ImportField[] = ['customer', 'title', 'contact', 'owner', 'decider', 'rival'];

/** Notion writes the address of its page behind each name. */
function withoutPages(text: string): string {
  if (!text.includes('(https:')) return text;
  return text.replace(/(?<=\S) ?\(https:\/\/(?:www\.)?notion\.(?:so|site)\/[^()\s]*\)/g, '');
}

function readUid(text: string): string {
  const uid = text.trim();
  if (!/^[0-9a-f]{32}$/.test(uid)) throw new BadInput('bad_followup_id', { value: text });
  return uid;
}

function readCell({ field, part, style }: ImportColumn, text: string, ground: DayReading): CellRead {
  if (isExcelError(text)) throw new BadInput('excel_error', { value: text });
  if (field === 'state' || field === 'lost-reason') return { text: text.trim() };
  if (field === 'followup-id') return { uid: readUid(text) };
  if (field === 'amount') return { amount: readImportedAmount(text, style.decimal, style.unit) };
  if (part === 'allowed') return { fields: isContactAllowed(text) ? {} : { doNotContact: true } };
  if (field === 'slot') {
    const days = splitDays(text).map((day) => readImportedDay(day, style.date, ground));
    const note = days.find((it) => it.note !== null)?.note;
    return { fields: { slots: [...new Set(days.map(({ day }) => day))].sort() }, ...(note ? { notice: note } : {}) };
  }
  if (DAY_LEANS[field] !== undefined) {
    const { day, note } = readImportedDay(text, style.date, ground);
    const fields = isDealFlag(field) ? { [DEAL_FLAGS[field].field]: day } : {};
    return { day, fields, ...(note ? { notice: note } : {}) };
  }
  if (field === 'email') {
    const { address, isFirst } = readImportedEmail(text);
    return { fields: { email: address }, ...(isFirst ? { notice: 'first_address' } : {}) };
  }
  if (isDealFlag(field) && NAMES.includes(field))
    return { fields: { [DEAL_FLAGS[field].field]: withoutPages(text).trim() } };
  const read = READERS[field];
  if (read) return { fields: read(text) };
  return { fields: isDealFlag(field) ? readDealFlag(field, text, { today: ground.today, currency: null }) : {} };
}
