import { CommanderError } from 'commander';
import { version } from '../package.json';
import { createProgram } from './cli.ts';
import { commandLineFailure, commandNamed, withDefaultCommand } from './commandline.ts';
import { Failure } from './core/failure.ts';
import { readGlobals } from './globals.ts';
import { likelyLanguage, openSession, type Parts, realParts, type Session } from './system.ts';
import { failureJson, failureView } from './views/failure.ts';
import { wordsOf } from './views/words.ts';

/** A mistake of ours, not of the rep's (sysexits: EX_SOFTWARE). */
const BUG = 70;

/** Runs one command line of this process and returns its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  return run(argv, await realParts(readGlobals(argv)));
}

/** Runs one command line on these parts. The only place where errors become words and numbers. */
export async function run(argv: readonly string[], parts: Parts): Promise<number> {
  let session: Session | undefined;
  try {
    session = await openSession(parts);
    const line = withDefaultCommand(argv);
    const program = await createProgram(session.context, version, commandNamed(line));
    try {
      await program.parseAsync(line, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      // Help and version have been shown.
      if (error.exitCode === 0) return 0;
      throw commandLineFailure(error, argv, program);
    }
    return 0;
  } catch (error) {
    return fail(error, parts);
  } finally {
    await session?.close();
  }
}

function fail(error: unknown, parts: Parts): number {
  const words = wordsOf(likelyLanguage(parts));
  const isFailure = error instanceof Failure;
  const failure = isFailure
    ? error
    : new Failure('bug', { value: error instanceof Error ? error.message : String(error) });
  parts.terminal.note(parts.globals.json ? failureJson(failure, words) : failureView(failure, words));
  if (!isFailure && parts.env.FOLLOWUP_DEBUG && error instanceof Error) parts.terminal.note(error.stack ?? '');
  return isFailure ? failure.exitCode : BUG;
}
