import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import envPaths from 'env-paths';
import { commandNamed } from './commandline.ts';

/** Names this build of the program: put here when it is built. */
declare const EDITION: string;

type Program = typeof import('./main.ts');

const FILE = join(__dirname, 'program.cjs');

/**
 * Runs one command line and returns its exit code. The engine compiles the program as it runs, which takes longer than most
 * commands do; what it has compiled for a command is kept, and the next one of the kind starts with it.
 */
export async function start(argv: readonly string[]): Promise<number> {
  const kept = compiledFile(argv);
  const compiled = readIfThere(kept);
  const script = new Script(readFileSync(FILE, 'latin1'), {
    filename: FILE,
    ...(compiled && { cachedData: compiled }),
  });
  const module = { exports: {} as Program };
  script.runInThisContext()(module.exports, require, module, FILE);
  const code = await module.exports.main(argv);
  // What failed may have been no command at all.
  if (code === 0 && (!compiled || script.cachedDataRejected)) keepIfPossible(kept, script);
  return code;
}

/** Commands need different parts of the program, and reading what another one needed would cost time again. */
function compiledFile(argv: readonly string[]): string {
  const command = /^[a-z-]+$/.exec(commandNamed(argv) ?? '')?.[0] ?? 'followup';
  const { cache } = envPaths('followup', { suffix: '' });
  return join(cache, 'compiled', `${EDITION}-${process.version}`, command);
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
