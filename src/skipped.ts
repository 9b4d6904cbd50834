import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SkippedToday } from './commands/context.ts';
import { withoutPassword } from './core/bookaddress.ts';
import type { Day } from './core/day.ts';

/**
 * Returns what remembers until tomorrow which questions the rep skipped. It is no knowledge about a deal, so it stays in the
 * cache folder; without one nobody remembers.
 */
export function openSkipped(book: string, today: Day, cache: string | null): SkippedToday {
  const file = cache && join(cache, 'skipped');
  const head = `${today} ${withoutPassword(book)}`;
  let known: Set<string> | undefined;
  const skipped = (): Set<string> => {
    known ??= new Set(file ? readLines(file, head) : []);
    return known;
  };
  return {
    has: (dealId, code) => skipped().has(`${dealId} ${code}`),
    add: (dealId, codes) => {
      if (!file || codes.length === 0) return;
      for (const code of codes) skipped().add(`${dealId} ${code}`);
      writeLines(file, [head, ...skipped()]);
    },
  };
}

/** Returns the lines below the head; those of another day or book are of no use any more. */
function readLines(file: string, head: string): readonly string[] {
  try {
    const [first, ...lines] = readFileSync(file, 'utf8').split('\n');
    return first === head ? lines : [];
  } catch {
    return [];
  }
}

/** What cannot be remembered is asked once more, and nothing else. */
function writeLines(file: string, lines: readonly string[]): void {
  try {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(file, lines.join('\n'), { mode: 0o600 });
  } catch {
    // The next command asks again.
  }
}
