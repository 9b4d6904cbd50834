import type { Command, CommanderError } from 'commander';
import { BadInput } from './core/failure.ts';
import { similarTo } from './core/similar.ts';
import { narrow } from './core/text.ts';

/** The options that may stand before a command, or without one, and take a value. */
const WITH_VALUE = ['--db', '--lang', '--today', '-n', '--limit', '--owner'];

/** `followup` alone, or with options only, is `followup today`. */
export function withDefaultCommand(argv: readonly string[]): readonly string[] {
  const asksForHelp = argv.some((word) => ['-h', '--help', '-V', '--version'].includes(word));
  return commandNamed(argv) === undefined && !asksForHelp ? ['today', ...argv] : argv;
}

/** Returns whether a command line asks for the version and nothing else. */
export function asksForVersion(argv: readonly string[]): boolean {
  const asks = (...words: readonly string[]): boolean => argv.some((word) => words.includes(word));
  return commandNamed(argv) === undefined && asks('-V', '--version') && !asks('-h', '--help');
}

/** Returns whether a command line asks for help, by the option or by the command. */
export function asksForHelp(argv: readonly string[]): boolean {
  return commandNamed(argv) === 'help' || argv.some((word) => word === '-h' || word === '--help');
}

/** Returns the first word of a command line that is neither a global option nor its value. */
export function commandNamed(argv: readonly string[]): string | undefined {
  return operandsOf(argv)[0];
}

/** Returns the command that `help` is asked about. */
export function helpedCommand(argv: readonly string[]): string | undefined {
  const [help, command] = operandsOf(argv);
  return help === 'help' && command !== undefined ? narrow(command).toLowerCase() : undefined;
}

/** Returns the failure that says in the user's language what commander found wrong with the command line. */
export async function commandLineFailure(
  error: CommanderError,
  argv: readonly string[],
  program: Command,
): Promise<BadInput> {
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const [, suggestion = ''] = /Did you mean (?:one of )?([^)?]*)\?/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownOption':
      return new BadInput('unknown_option', { value: quoted, suggestion });
    case 'commander.unknownCommand':
      return new BadInput('unknown_command', {
        value: quoted,
        suggestion: suggestion || (await commandMeant(quoted, argv, program)),
      });
    case 'commander.missingArgument':
      return new BadInput('missing_argument', { value: quoted });
    case 'commander.optionMissingArgument':
      return new BadInput('missing_option_value', { value: quoted.split(' ')[0] ?? quoted });
    case 'commander.excessArguments':
      return new BadInput('too_many_arguments', { command: operandsOf(argv)[0] ?? program.name() });
    case 'commander.help':
      return new BadInput('missing_argument', { value: 'command' });
    default:
      return new BadInput('command_line', { value: error.message.replace(/^error: /, '') });
  }
}

/** Returns the command that a word in full-width letters or in Japanese stands for; empty where it is none. */
async function commandMeant(word: string, argv: readonly string[], program: Command): Promise<string> {
  const { COMMAND_WORDS } = await import('./commandwords.ts');
  const { commands } = program.commands.find((it) => it.name() === commandNamed(argv)) ?? program;
  const names = commands.map((it) => it.name());
  return COMMAND_WORDS.get(narrow(word)) ?? similarTo(word, names) ?? '';
}

/** The signs that a Japanese keyboard or a word processor puts where `-` was typed. */
const DASHES = /^[-－ー―—–−‐‑]{1,2}(?=[a-zａ-ｚ])/i;

/**
 * Throws BadInput where a word is an option but for its dashes or its width (`ーーjson`, `—all`): it would be taken for a text, and
 * be recorded.
 */
export function refuseLookalikes(argv: readonly string[], program: Command): void {
  const command = program.commands.find((it) => it.name() === commandNamed(argv));
  const flags = [...program.options, ...(command?.options ?? [])].flatMap(({ long }) => long ?? []);
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv;
  for (const value of words) {
    const suggestion = narrow(value.replace(DASHES, '--'));
    if (!value.startsWith('-') && flags.includes(suggestion))
      throw new BadInput('unknown_option', { value, suggestion });
  }
}

/** The words of a command line that are neither global options nor their values, up to the first option of a command. */
function operandsOf(argv: readonly string[]): string[] {
  const operands: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (WITH_VALUE.includes(word)) at += 1;
    else if (!word.startsWith('-')) operands.push(word);
  }
  return operands;
}
