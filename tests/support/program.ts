import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshFolder } from './folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'bin', 'followup.js');

/** Builds the program where it is missing or older than what it is made of. */
export function buildIfOld(): void {
  const built = join(ROOT, 'dist', 'start.cjs');
  const made = existsSync(built) ? statSync(built).mtimeMs : 0;
  const newest = ['src', 'data'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  if (made < Math.max(...newest)) execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT });
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * A user who has just logged in: an empty home, no terminal, an English locale, and nothing else in the environment. What is compiled
 * for a command is what the run has compiled already, unless this user shall start without: that takes a program twice as long.
 */
export function newUser(
  env: Readonly<Record<string, string>> = {},
  { meetsClosedDoors = false, startsCold = false } = {},
) {
  const home = freshFolder();
  if (!startsCold) shareCompiled(home);
  // Whoever may do everything meets no closed door, and goes as nobody.
  const nobody = meetsClosedDoors && process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (nobody.uid) chownSync(home, nobody.uid, nobody.gid);
  const start = (argv: readonly string[], command = process.execPath, words: readonly string[] = [BIN]): ChildProcess =>
    spawn(command, [...words, ...argv], {
      cwd: home,
      ...nobody,
      env: { PATH: process.env.PATH ?? '', HOME: home, LANG: 'en_GB.UTF-8', FOLLOWUP_TODAY: '2025-07-22', ...env },
    });
  return {
    home,
    run: (...argv: string[]): Promise<Ended> => ended(start(argv), ''),
    /** Runs with this text on standard input. */
    feed: (text: string, ...argv: string[]): Promise<Ended> => ended(start(argv), text),
    /** Runs a line of the shell in which `followup` is the program. */
    shell: (line: string): Promise<Ended> =>
      ended(start([], 'bash', ['-c', `followup() { "${process.execPath}" "${BIN}" "$@"; }; ${line}`]), ''),
  };
}

function shareCompiled(home: string): void {
  const shared = join(tmpdir(), 'compiled');
  mkdirSync(shared, { recursive: true });
  mkdirSync(join(home, '.cache', 'followup'), { recursive: true, mode: 0o700 });
  symlinkSync(shared, join(home, '.cache', 'followup', 'compiled'));
}

function ended(child: ChildProcess, input: string): Promise<Ended> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => void out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => void err.push(chunk));
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}
