import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Returns a fresh folder that is gone once the test is over; one made before the first test stays for them all. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'followup-test-'));
  try {
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  } catch {
    // Made in a hook, which no single test owns.
  }
  return folder;
}
