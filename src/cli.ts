import { Command } from 'commander';
import type { Context } from './commands/context.ts';
import { widthOf, wrap } from './views/layout.ts';

type AddCommand = (program: Command, context: Context) => void;

/** The commands in the order of `--help`. Only the one that is typed is loaded; help loads them all. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  today: async () => (await import('./commands/today.ts')).addToday,
  add: async () => (await import('./commands/add.ts')).addAdd,
  edit: async () => (await import('./commands/edit.ts')).addEdit,
  ask: async () => (await import('./commands/ask.ts')).addAsk,
  note: async () => (await import('./commands/note.ts')).addNote,
  show: async () => (await import('./commands/show.ts')).addShow,
  why: async () => (await import('./commands/why.ts')).addWhy,
  list: async () => (await import('./commands/list.ts')).addList,
  draft: async () => (await import('./commands/draft.ts')).addDraft,
  check: async () => (await import('./commands/check.ts')).addCheck,
  snooze: async () => (await import('./commands/snooze.ts')).addSnooze,
  hold: async () => (await import('./commands/hold.ts')).addHold,
  import: async () => (await import('./commands/import.ts')).addImport,
  demo: async () => (await import('./commands/demo.ts')).addDemo,
  config: async () => (await import('./commands/config.ts')).addConfig,
};

/** Adds the commands that a command line may need: the one it names, or all where it names none of them. */
async function addCommands(program: Command, context: Context, named: string | undefined): Promise<void> {
  const names = named !== undefined && Object.hasOwn(COMMANDS, named) ? [named] : Object.keys(COMMANDS);
  for (const name of names) (await COMMANDS[name]?.())?.(program, context);
}

/** Returns the command tree for a command line that names this command, or none. */
export async function createProgram(context: Context, version: string, named: string | undefined): Promise<Command> {
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
      styleTitle: (title) => headings[title] ?? title,
      displayWidth: widthOf,
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
    .addHelpText('after', `\n${help.exitCodes}`);
  await addCommands(program, context, named);
  return program;
}
