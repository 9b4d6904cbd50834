import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import envPaths from 'env-paths';
import { asksForHelp, asksForVersion, commandNamed } from './commandline.ts';

/** Put here when it is built: the version, what names this build, and the commands of the smaller bundle. */
declare const VERSION: string;
declare const EDITION: string;
declare const DAILY: readonly string[];

type Program = typeof import('./main.ts');

/**
 * Runs one command line and returns its exit code. The engine compiles the program as it runs, which takes longer than most
 * commands do; what it has compiled for a command is kept, and the next one of the kind starts with it.
 */
export async function start(argv: readonly string[]): Promise<number> {
  if (asksForVersion(argv)) {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const command = commandNamed(argv);
  const file = join(__dirname, command === undefined || DAILY.includes(command) ? 'daily.cjs' : 'program.cjs');
  if (command !== undefined && JUDGING.includes(command)) hastenPatterns();
  const kept = compiledFile(command ?? (asksForHelp(argv) ? 'help' : 'today'));
  const compiled = readIfThere(kept);
  const script = new Script(readFileSync(file, 'latin1'), {
    filename: file,
    ...(compiled && { cachedData: compiled }),
  });
  const module = { exports: {} as Program };
  script.runInThisContext()(module.exports, require, module, file);
  const code = await module.exports.main(argv, EDITION);
  // What failed may have been no command at all.
  if (code === 0 && (!compiled || script.cachedDataRejected)) keepIfPossible(kept, script);
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

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written costs time, and nothing else. */
function keepIfPossible(file: string, script: Script): void {
  try {
    const folder = join(file, '..');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Written beside and renamed: another start never reads half of it.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, script.createCachedData(), { mode: 0o600 });
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
