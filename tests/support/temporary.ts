import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the whole run, and all that it starts, a temporary folder of its own, and takes it away afterwards with what is left in it. */
export default function setup(): () => void {
  const outside = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'followup-tests-'));
  // Whoever a test runs as passes through it.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  return () => {
    if (outside === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = outside;
    rmSync(folder, { recursive: true, force: true });
  };
}
