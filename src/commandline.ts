import type { Command, CommanderError } from 'commander';
import { BadInput } from './core/failure.ts';

/** The options that may stand before a command, or without one, and take a value. */
const WITH_VALUE = ['--db', '--lang', '--today', '-n', '--limit'];

/** `followup` alone, or with options only, is `followup today`. */
export function withDefaultCommand(argv: readonly string[]): readonly string[] {
  const asksForHelp = argv.some((word) => ['-h', '--help', '-V', '--version'].includes(word));
  return commandNamed(argv) === undefined && !asksForHelp ? ['today', ...argv] : argv;
}

/** Returns the first word of a command line that is neither a global option nor its value. */
export function commandNamed(argv: readonly string[]): string | undefined {
  return operandsOf(argv)[0];
}

/** Returns the command that `help` is asked about. */
export function helpedCommand(argv: readonly string[]): string | undefined {
  const [help, command] = operandsOf(argv);
  return help === 'help' ? command : undefined;
}

/** Returns the failure that says in the user's language what commander found wrong with the command line. */
export function commandLineFailure(error: CommanderError, argv: readonly string[], program: Command): BadInput {
  const [, quoted = ''] = /'([^']*)'/.exec(error.message) ?? [];
  const [, suggestion = ''] = /Did you mean (?:one of )?([^)?]*)\?/.exec(error.message) ?? [];
  switch (error.code) {
    case 'commander.unknownOption':
      return new BadInput('unknown_option', { value: quoted, suggestion });
    case 'commander.unknownCommand':
      return new BadInput('unknown_command', { value: quoted, suggestion });
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
