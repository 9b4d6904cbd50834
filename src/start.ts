import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { asksForHelp, asksForVersion, commandNamed } from './commandline.ts';
import { openProgram } from './parts.ts';
import { STDOUT, toFile } from './terminal/output.ts';

/** Put here when it is built: the version, and what names this build. */
declare const VERSION: string;
declare const EDITION: string;

type Main = typeof import('./main.ts');

/**
 * Runs one command line and returns its exit code. The engine compiles the program as it runs, which takes longer than most
 * commands do; what it has compiled for a command is kept, and the next one of the kind starts with it.
 */
export async function start(argv: readonly string[]): Promise<number> {
  if (asksForVersion(argv)) {
    toFile(STDOUT).write(`${VERSION}\n`);
    return 0;
  }
  const command = commandNamed(argv);
  if (command !== undefined && JUDGING.includes(command)) hastenPatterns();
  const kept = compiledFile(command ?? (asksForHelp(argv) ? 'help' : 'today'));
  const program = openProgram<Main>(join(__dirname, 'program.parts'), kept);
  const code = await program.main.main(argv, EDITION);
  // What failed may have been no command at all.
  if (code === 0) keepIfPossible(kept, program.compiled());
  return code;
}

/** These read one message with some two hundred patterns, each a few times. */
const JUDGING = ['draft', 'note'];

/** To make a pattern fast takes the engine ten times as long as to match a message with it; it is left until it is used often. */
function hastenPatterns(): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of ['--no-regexp-optimization', '--no-regexp-peephole-optimization', '--regexp-tier-up-ticks=50']) {
    setFlagsFromString(flag);
  }
}

/** Commands need different parts of the program, and reading what another one needed would cost time again. */
function compiledFile(command: string): string {
  const { cache } = envPaths('followup', { suffix: '' });
  const name = /^[a-z-]+$/.test(command) ? command : 'other';
  return join(cache, 'compiled', `${EDITION}-${process.version}`, name);
}

/** A cache that cannot be written costs time, and nothing else. */
function keepIfPossible(file: string, compiled: Buffer | null): void {
  if (!compiled) return;
  try {
    const folder = join(file, '..');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Written beside and renamed: another start never reads half of it.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, compiled, { mode: 0o600 });
    renameSync(draft, file);
    forgetOldEditions(folder);
  } catch {
    // The next start tries again.
  }
}

function forgetOldEditions(folder: string): void {
  const editions = join(folder, '..');
  for (const edition of readdirSync(editions)) {
    if (join(editions, edition) !== folder) rmSync(join(editions, edition), { recursive: true, force: true });
  }
}
