import { Command, type Help } from 'commander';
import { commandNamed, helpedCommand } from './commandline.ts';
import type { Context } from './commands/context.ts';
import { COMMANDS } from './commandtable.ts';
import { LANGUAGES } from './core/deal.ts';
import { indented, widthOf, wrap } from './views/layout.ts';

/** Commands that only look speak the language of whoever looks. */
const LOOKING = ['today', 'show', 'why', 'list'];

/** Adds the command that a command line names; where it names none of ours, all by name, for the help to list. */
async function addCommands(program: Command, context: Context, line: readonly string[]): Promise<void> {
  const named = helpedCommand(line) ?? commandNamed(line) ?? '';
  const load = Object.hasOwn(COMMANDS, named) ? COMMANDS[named] : undefined;
  if (load) {
    // What is recorded or drafted may be in either language, whatever the interface speaks.
    if (!LOOKING.includes(named)) await context.speak(LANGUAGES);
    (await load())(program, context);
    return;
  }
  for (const name of Object.keys(COMMANDS)) program.command(name).description(context.words.help.commands[name] ?? '');
}

/** Returns the command tree for a command line. */
export async function createProgram(context: Context, version: string, line: readonly string[]): Promise<Command> {
  const { words, terminal } = context;
  const { help } = words;
  const headings: Record<string, string> = {
    'Usage:': help.headings.usage,
    'Arguments:': help.headings.arguments,
    'Options:': help.headings.options,
    'Commands:': help.headings.commands,
    'Global Options:': help.headings.globalOptions,
  };
  const program = new Command('followup')
    .description(help.program)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.answer(text.trimEnd()),
      writeErr: () => undefined,
      getOutHelpWidth: () => terminal.width ?? 80,
      getErrHelpWidth: () => terminal.width ?? 80,
    })
    .configureHelp({
      showGlobalOptions: true,
      // A list to choose from; arguments and options stand in the command's own help.
      subcommandTerm: (command) => command.name(),
      styleTitle: (title) => headings[title] ?? title,
      displayWidth: widthOf,
      minWidthToWrap: 20,
      ...(isNarrow(terminal.width) ? { formatItem: stacked } : {}),
      boxWrap: (text, width) => wrap(text, terminal.width === null ? null : width).join('\n'),
    })
    .helpOption('-h, --help', help.help)
    .helpCommand('help [command]', help.help)
    .version(version, '-V, --version', help.version)
    .option('--db <file>', help.options.db)
    .option('--lang <en|ja>', help.options.lang)
    .option('--today <day>', help.options.today)
    .option('--json', help.options.json)
    .option('--no-input', help.options['no-input'])
    .option('--no-color', help.options['no-color'])
    .option('--quiet', help.options.quiet)
    .addHelpText('after', () => `\n${wrap(help.exitCodes, terminal.width).join('\n')}`);
  await addCommands(program, context, line);
  return program;
}

/** Below this width what a word means stands under it. */
const NARROW = 60;

function isNarrow(width: number | null): boolean {
  return width !== null && width < NARROW;
}

function stacked(term: string, _termWidth: number, description: string, { helpWidth }: Help): string {
  return [`  ${term}`, ...indented(description, '      ', helpWidth ?? null)].join('\n');
}
