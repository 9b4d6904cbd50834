import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from './core/day.ts';
import { syncServiceOf } from './store/location.ts';

/**
 * Returns the sync service that works where the book lies, or null: nothing to warn of, or it was said today. Without a
 * cache folder nobody remembers, and it is said each time.
 */
export function syncWarningDue(book: string, today: Day, cache: string | null): string | null {
  const service = syncServiceOf(book);
  if (service === null || cache === null) return service;
  const reminder = join(cache, 'sync-warning');
  const said = `${today} ${book}\n`;
  try {
    if (readFileSync(reminder, 'utf8') === said) return null;
  } catch {
    // Nothing was said yet.
  }
  try {
    mkdirSync(cache, { recursive: true, mode: 0o700 });
    writeFileSync(reminder, said, { mode: 0o600 });
  } catch {
    // It is said once more tomorrow, or at the next command.
  }
  return service;
}
