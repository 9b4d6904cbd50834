import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../core/failure.ts';

/**
 * Writes a file of the program's own, readable by its owner only, with the folders above it. A reader meets the old file or the
 * new one, never half of one. Throws Failure where it cannot be written.
 */
export function writeOwnFile(file: string, text: string): void {
  const draft = `${file}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
    throw new Failure('file_not_writable', { file });
  }
}
