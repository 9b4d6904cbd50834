import { Command, type Help, type Option } from 'commander';
import { asksForHelp, commandNamed, helpedCommand } from './commandline.ts';
import type { Context } from './commands/context.ts';
import { COMMAND_GROUPS, COMMANDS } from './commandtable.ts';
import { LANGUAGES } from './core/deal.ts';
import type { CommandGroup } from './views/helpwords.ts';
import { indented, widthOf, wrap } from './views/layout.ts';

/** Commands that only look speak the language of whoever looks. */
const LOOKING = ['today', 'show', 'why', 'list', 'help'];

/**
 * Adds the command that a command line names, or asks about. Where it names none of ours all are added, but by name only: for
 * the help to list them, and for what was meant to be found.
 */
async function addCommands(program: Command, context: Context, line: readonly string[]): Promise<void> {
  const { help } = context.words;
  const named = commandNamed(line) ?? '';
  const wanted = [named, helpedCommand(line)];
  const isAlone = named !== 'help' && COMMANDS.includes(named);
  // What is recorded or drafted may be in either language, whatever the interface speaks.
  if (isAlone && !LOOKING.includes(named)) await context.speak(LANGUAGES);
  for (const [group, commands] of Object.entries(COMMAND_GROUPS)) {
    for (const [name, load] of Object.entries(commands)) {
      if (wanted.includes(name)) (await load())(program, context);
      else if (isAlone) continue;
      else program.command(name).description(help.commands[name] ?? '');
      program.commands.at(-1)?.helpGroup(help.groups[group as CommandGroup]);
    }
  }
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
  const program: Command = new Command('followup')
    .description(help.program)
    .exitOverride()
    .configureOutput({
      writeOut: together((text) => terminal.answer(text)),
      writeErr: () => undefined,
      getOutHelpWidth: () => terminal.width ?? 80,
      getErrHelpWidth: () => terminal.width ?? 80,
      // Help has none; to find out whether stdout takes them, a stream would be opened.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({
      showGlobalOptions: true,
      // What a command in between takes is no option of its own commands.
      visibleGlobalOptions: (command): Option[] =>
        command.parent ? program.options.filter(({ hidden }) => !hidden) : [],
      // A list to choose from; arguments and options stand in the command's own help.
      subcommandTerm: (command) => command.name(),
      styleTitle: (title) => headings[title] ?? title,
      displayWidth: widthOf,
      minWidthToWrap: 20,
      ...(isNarrow(terminal.width) ? { formatItem: stacked } : {}),
      boxWrap: (text, width) => wrap(text, terminal.width === null ? null : width).join('\n'),
    })
    .helpOption('-h, --help', help.help)
    .version(version, '-V, --version', help.version)
    .option('--db <file>', help.options.db)
    .option('--lang <en|ja>', help.options.lang)
    .option('--today <day>', help.options.today)
    .option('--json', help.options.json)
    .option('--no-input', help.options['no-input'])
    .option('--no-color', help.options['no-color'])
    .option('--no-pager', help.options['no-pager'])
    .option('--quiet', help.options.quiet);
  await addCommands(program, context, line);
  if (asksForHelp(line)) {
    const { addExamples, addReadings } = await import('./commands/teaching.ts');
    addReadings(program, context);
    if (commandNamed(line) !== undefined) await addExamples(program, context);
  }
  return program;
}

/** Help comes in pieces, one after the other; it is answered as one, for a pager shows one text. */
function together(answer: (text: string) => void): (text: string) => void {
  const pieces: string[] = [];
  return (text) => {
    if (pieces.push(text.trimEnd()) === 1) queueMicrotask(() => answer(pieces.splice(0).join('\n')));
  };
}

/** Below this width what a word means stands under it. */
const NARROW = 60;

function isNarrow(width: number | null): boolean {
  return width !== null && width < NARROW;
}

function stacked(term: string, _termWidth: number, description: string, { helpWidth }: Help): string {
  return [`  ${term}`, ...indented(description, '      ', helpWidth ?? null)].join('\n');
}
