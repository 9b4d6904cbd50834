import type { Speaker } from '../dayform.ts';
import { DEAL_FLAGS, type DealFlag } from '../dealfield.ts';
import type { Ending } from './stage.ts';

/** The fields a column can be: the flags of `add`, what only an import brings, and what an export knows a deal by. */
export const IMPORT_FIELDS = [
  ...(Object.keys(DEAL_FLAGS) as DealFlag[]),
  'state',
  'expected-close',
  'closed-on',
  'lost-reason',
  'note',
  'followup-id',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/**
 * Which part of a field a column tells, where several columns make one: a stage beside a status, yes/no columns that ask how a
 * deal ended or whether it was put away, the day it was won beside the day it was lost, a second name of the customer,
 * whether contact is allowed.
 */
export type FieldPart = 'stage' | 'status' | 'active' | 'archived' | 'fallback' | 'allowed' | Ending;

/** The fields that are days, and whether a date without a year is the next one or the last. */
export const DAY_LEANS: Readonly<Partial<Record<ImportField, Speaker['lean']>>> = {
  proposed: 'behind',
  'goal-date': 'ahead',
  slot: 'ahead',
  'offer-until': 'ahead',
  'not-before': 'ahead',
  'decision-date': 'ahead',
  'next-on': 'ahead',
  'last-contact': 'behind',
  'last-signal': 'behind',
  'expected-close': 'ahead',
  'closed-on': 'behind',
};

/** Returns whether a month alone may stand for its last day: a seller's guess is no nearer than that. */
export function takesMonth(field: ImportField): boolean {
  return field === 'expected-close';
}

/** Returns the days that one cell lists: `2026-09-30; 2026-10-07`, `9/30、10/7`. */
export function splitDays(text: string): string[] {
  return text.split(/[;；、\n]|,(?! ?\d{4}\b)/).filter((part) => part.trim() !== '');
}
