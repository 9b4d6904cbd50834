import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface Ending {
  /** The exit code; null where it was killed before it could give one. */
  readonly code: number | null;
  readonly err: string;
}

/** Runs the built program against a book; after so many milliseconds, if any, it is killed without a word. */
export type Run = (argv: readonly string[], killAfter?: number) => Promise<Ending>;

/** Returns a way to run the built program (`bin/followup.js` at `bin`) in this folder, which holds everything it writes. */
export function programIn(folder: string, bin: string): { readonly run: Run; readonly book: string } {
  mkdirSync(folder, { recursive: true });
  const env = { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'en_GB.UTF-8', FOLLOWUP_TODAY: '2025-07-22' };
  const run: Run = (argv, killAfter) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [bin, ...argv], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
      const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
      });
      child.on('error', reject);
      child.on('close', (code) => {
        clearTimeout(timer);
        resolve({ code, err });
      });
    });
  return { run, book: join(folder, '.local', 'share', 'followup', 'followup.db') };
}
