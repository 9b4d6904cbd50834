import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Returns a fresh folder that is gone once the test is over. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'followup-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
