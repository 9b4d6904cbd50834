import dayjs from 'dayjs';
import type { Facts } from '../core/failure.ts';

/** Returns what somebody else changed, a line each. */
export function changeLines(changes: Facts[string] | undefined): string {
  return Array.isArray(changes) ? changes.map((it) => `  ${it}`).join('\n') : '';
}

/** Returns the minute of an instant in ISO 8601 on the rep's own clock; nothing where there is none. */
export function minuteText(at: Facts[string] | undefined): string {
  return typeof at === 'string' && at !== '' ? dayjs(at).format('YYYY-MM-DD HH:mm') : '';
}
