import { homedir } from 'node:os';
import { join } from 'node:path';
import { createProgram } from './cli.ts';
import { commandNamed } from './commandline.ts';
import { suggest } from './commands/suggest.ts';
import { COMMANDS } from './commandtable.ts';
import { LANGUAGES } from './core/deal.ts';
import { unquoted } from './core/shell.ts';
import { readGlobals } from './globals.ts';
import { openSession, type Parts, type Session } from './system.ts';
import { clip } from './views/layout.ts';
import { printable } from './views/printable.ts';

/** A word and its meaning are to fit on a line. */
const LONGEST_ABOUT = 56;

/**
 * Tells a shell what the word under the cursor may become: what to do with the words, then a line for each with its meaning
 * behind a tab. Says nothing where anything is wrong, for somebody is in the middle of a line. Returns 0.
 */
export async function complete(
  shell: string,
  current: string,
  words: readonly string[],
  parts: Parts,
): Promise<number> {
  let session: Session | undefined;
  try {
    const line = { words: wholeWords(shell, words), current: unquoted(current), showsAbout: shell !== 'bash' };
    session = await openSession(undisturbed(parts, line.words), { isForgiving: true });
    const { context } = session;
    const program = await createProgram(context, '', [commandNamed(line.words) ?? 'today']);
    const typed = isAssignment(shell, line) ? { ...line, current: '' } : line;
    const { kind, suggestions } = await suggest(context, program, COMMANDS, typed);
    const lines = suggestions.map(({ word, about }) => `${word}\t${clip(printable(about), LONGEST_ABOUT)}`);
    parts.terminal.answer([kind, ...lines].join('\n'));
  } catch {
    // What is wrong is said by the command itself.
  } finally {
    await session?.close();
  }
  return 0;
}

/** As the command would get them. Bash gives them as they are typed, and takes `--lang=ja` apart. */
function wholeWords(shell: string, words: readonly string[]): string[] {
  const read = shell === 'bash' ? words.map(unquoted) : words;
  return read
    .filter((word, at) => !(word === '=' && read[at - 1]?.startsWith('--')))
    .map((word) => (word.startsWith('~/') ? join(homedir(), word.slice(2)) : word));
}

function isAssignment(shell: string, { words, current }: { words: readonly string[]; current: string }): boolean {
  return shell === 'bash' && current === '=' && words.at(-1)?.startsWith('--') === true;
}

/** A line that is not finished may have values that cannot be read yet. */
function undisturbed(parts: Parts, words: readonly string[]): Parts {
  const { lang, db, ...rest } = readGlobals(words);
  const isLanguage = (LANGUAGES as readonly (string | undefined)[]).includes(lang);
  return {
    ...parts,
    env: { ...parts.env, FOLLOWUP_TODAY: undefined },
    globals: {
      json: true,
      input: false,
      color: false,
      pager: false,
      quiet: rest.quiet,
      ...(db ? { db } : {}),
      ...(isLanguage && lang ? { lang } : {}),
    },
  };
}
