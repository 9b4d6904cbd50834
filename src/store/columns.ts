import { blankDeal, type Deal } from '../core/deal.ts';
import type { Figures } from '../core/figures.ts';

/** What SQL columns can hold. */
export type Cell = string | number | null;

/** A row by its columns. */
export type Row = Record<string, Cell>;

/** The fields of a deal that its state adds to what the rep stated. */
const STATE_FIELDS = [
  'state',
  'closedOn',
  'reason',
  'revisitOn',
  'holdUntilOn',
  'holdSinceOn',
  'holdWords',
  'snoozeUntilOn',
  'unknowns',
] as const satisfies readonly (keyof Deal)[];

export const DEAL_FIELDS = ['id', ...Object.keys(blankDeal('')), ...STATE_FIELDS] as readonly (keyof Deal)[];

export const FIGURE_FIELDS = [
  'lastContactOn',
  'recentAngles',
  'lastContactChannel',
  'otherChannelOn',
  'lastSignalOn',
  'unanswered',
  'unansweredAsks',
  'lastAskOn',
  'askedSinceGive',
  'statusRun',
  'statusRunPeak',
  'statusSinceGive',
  'lastGiveOn',
  'toldOn',
  'toldLatestOn',
  'withdrawOn',
  'closefileOn',
  'verdictOn',
  'lossreasonOn',
  'holdackOn',
  'thanksOwedSinceOn',
  'doubts',
  'promises',
  'questions',
  'wanted',
  'settled',
] as const satisfies readonly (keyof Figures)[];

const FLAGS = ['booked', 'doNotContact', 'askedSinceGive', 'statusOnly', 'gives', 'noAnswer'];
const LISTS = ['slots', 'assumed', 'unknowns', 'recentAngles', 'doubts', 'promises', 'questions', 'wanted', 'settled'];

/** Fields are few, and an import asks for their columns with every row. */
const columns = new Map<string, string>();

/** Returns the column of a field: `decisionOn` is `decision_on`. */
export function columnOf(field: string): string {
  const known = columns.get(field);
  if (known !== undefined) return known;
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columns.set(field, column);
  return column;
}

/** Returns the selections that give a row its field names, so that no row has to be copied. */
export function selectionOf<Alias extends string>(table: Alias, fields: readonly string[]): `${Alias}.${string}`[] {
  return fields.map((field) => `${table}.${columnOf(field)} as ${field}` as const);
}

/** Returns the columns for these fields, flags as 0 or 1 and lists as JSON. */
export function toColumns(fields: object): Row {
  const row: Row = {};
  for (const field in fields) row[columnOf(field)] = toCell(fields[field as never]);
  return row;
}

/** Returns what a column holds: a flag as 0 or 1, a list as JSON. */
export function toCell(value: unknown): Cell {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) && value.length === 0 ? '[]' : JSON.stringify(value);
  }
  return (value ?? null) as Cell;
}

const EMPTY_LIST: readonly never[] = Object.freeze([]);

/** Turns flags and lists of a selected row back, in place: the row becomes the object. */
export function revive<T>(row: Record<string, unknown>): T {
  for (const flag of FLAGS) if (flag in row) row[flag] = row[flag] === 1;
  for (const list of LISTS) {
    const text = row[list];
    if (typeof text === 'string') row[list] = text === '[]' ? EMPTY_LIST : JSON.parse(text);
  }
  return row as T;
}
