import type { Day } from './day.ts';
import type { DealFields, State } from './deal.ts';
import { DEAL_FLAGS, type DealFlag, isDealFlag, type Reading, readDealFlag } from './dealfield.ts';
import { BadInput } from './failure.ts';
import { readDay } from './spokenday.ts';
import { stateNamed } from './stage.ts';
import { searchKey } from './text.ts';

/** The fields a column can be: the flags of `add`, and what only an import brings. */
export const IMPORT_FIELDS = [
  ...(Object.keys(DEAL_FLAGS) as DealFlag[]),
  'state',
  'expected-close',
  'lost-reason',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

export function isImportField(name: string): name is ImportField {
  return (IMPORT_FIELDS as readonly string[]).includes(name);
}

export interface Cell {
  readonly field: ImportField;
  /** The column's header, for saying where a problem is. */
  readonly column: string;
  readonly text: string;
}

export interface Problem {
  readonly column: string;
  readonly value: string;
  readonly problem: string;
}

/** A row as it would be stored. */
export interface ImportedDeal {
  readonly fields: Partial<DealFields>;
  readonly state: State | null;
  /** The day an ended deal ended. */
  readonly closedOn: Day | null;
  readonly lostReason: string | null;
}

/** Reads one row. Blank cells say nothing; every cell that cannot be read is a problem, and nothing is guessed. */
export function readRow(
  cells: readonly Cell[],
  reading: Reading,
): { deal: ImportedDeal; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  let fields: Partial<DealFields> = {};
  let state: State | null = null;
  let lostReason: string | null = null;
  const attempt = ({ column, text }: Cell, read: () => void): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      problems.push({ column, value: text.trim(), problem: error.code });
    }
  };
  const filled = cells.filter(({ text }) => text.trim() !== '');
  for (const cell of filled) {
    const { field, text } = cell;
    attempt(cell, () => {
      if (field === 'state') state = readState(text);
      else if (field === 'lost-reason') lostReason = text.trim();
      else if (field === 'note') fields = { ...fields, note: text.trim() };
      else if (field !== 'expected-close') fields = { ...fields, ...readField(field, text, reading) };
    });
  }
  const hasEnded = state !== null && state !== 'open';
  let closeOn: Day | null = null;
  for (const cell of filled.filter(({ field }) => field === 'expected-close')) {
    // "9/30" without a year is the last one where the deal has ended, and the next one where it is open.
    attempt(cell, () => {
      closeOn = readDay(cell.text, reading.today, hasEnded ? 'behind' : 'ahead');
    });
  }
  // An explicit currency column is the file's word, whatever sign the amount carried.
  const currency = filled.find(({ field }) => field === 'currency');
  if (currency && problems.length === 0) fields = { ...fields, ...readField('currency', currency.text, reading) };
  if (!hasEnded && closeOn) fields = { ...fields, expectedCloseOn: closeOn };
  return { deal: { fields, state, closedOn: hasEnded ? closeOn : null, lostReason }, problems };
}

function readField(field: string, text: string, reading: Reading): Partial<DealFields> {
  if (!isDealFlag(field)) return {};
  if (DEAL_FLAGS[field].takes === 'flag') return isYes(text) ? readDealFlag(field, text, reading) : {};
  return readDealFlag(field, text, reading);
}

function readState(text: string): State {
  const state = stateNamed(text);
  if (!state) throw new BadInput('bad_state', { value: text });
  return state;
}

const YES = ['yes', 'y', 'true', '1', 'x', 'はい', '有', 'あり', '○', '◯', '済'];
const NO = ['no', 'n', 'false', '0', 'いいえ', '無', 'なし', '×', '未'];

function isYes(text: string): boolean {
  const key = searchKey(text);
  if (YES.includes(key)) return true;
  if (NO.includes(key)) return false;
  throw new BadInput('bad_flag', { value: text });
}
