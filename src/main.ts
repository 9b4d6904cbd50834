import { CommanderError } from 'commander';
import { version } from '../package.json';
import { createProgram } from './cli.ts';
import { asksForHelp, commandLineFailure, commandNamed, refuseLookalikes, withDefaultCommand } from './commandline.ts';
import { Failure } from './core/failure.ts';
import { readGlobals } from './globals.ts';
import { likelyLanguage, openSession, type Parts, realParts, type Session } from './system.ts';
import { failureJson, failureView } from './views/failure.ts';
import type { Page } from './views/page.ts';
import { loadWords, type Words } from './views/words.ts';

/** A mistake of ours, not of the rep's (sysexits: EX_SOFTWARE). */
const BUG = 70;

/** What the shells' own scripts say when Tab is pressed; nobody types it. */
const COMPLETING = '__complete';

/** Runs one command line of this process and returns its exit code; `edition` names this build. */
export async function main(argv: readonly string[], edition: string): Promise<number> {
  return run(argv, await realParts(readGlobals(argv), edition));
}

/** Runs one command line on these parts. The only place where errors become words and numbers. */
export async function run(argv: readonly string[], parts: Parts): Promise<number> {
  if (argv[0] === COMPLETING) return completeLine(argv.slice(1), parts);
  let session: Session | undefined;
  try {
    const line = withDefaultCommand(argv);
    const command = commandNamed(line);
    session = await openSession(parts, {
      isForgiving: command === 'doctor',
      isBare: command === undefined && asksForHelp(line),
    });
    const program = await createProgram(session.context, version, line);
    refuseLookalikes(line, program);
    try {
      await program.parseAsync(line, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      // Help and version have been shown.
      if (error.exitCode === 0) return 0;
      throw await commandLineFailure(error, argv, program);
    }
    return 0;
  } catch (error) {
    const { words = await loadWords(likelyLanguage(parts)), page } = session?.context ?? {};
    return fail(error, parts, words, page);
  } finally {
    await session?.close();
  }
}

/** The word being typed comes behind a sign: an empty argument is lost on its way through some shells. */
async function completeLine([shell = '', current = '=', ...words]: readonly string[], parts: Parts): Promise<number> {
  const { complete } = await import('./completing.ts');
  return complete(shell, current.slice(1), words, parts);
}

function fail(error: unknown, parts: Parts, words: Words, page?: Page): number {
  const isFailure = error instanceof Failure;
  const failure = isFailure
    ? error
    : new Failure('bug', { value: error instanceof Error ? error.message : String(error) });
  const { terminal, globals } = parts;
  terminal.complain(
    globals.json ? failureJson(failure, words, page) : failureView(failure, words, terminal.width, page),
  );
  if (!isFailure && parts.env.FOLLOWUP_DEBUG && error instanceof Error) terminal.complain(error.stack ?? '');
  return isFailure ? failure.exitCode : BUG;
}
