import { Command, type Help } from 'commander';
import { asksForVersionOnly, commandNamed } from './commandline.ts';
import type { Context } from './commands/context.ts';
import { addList } from './commands/list.ts';
import { addShow } from './commands/show.ts';
import { addToday } from './commands/today.ts';
import { addWhy } from './commands/why.ts';
import { LANGUAGES } from './core/deal.ts';
import { indented, widthOf, wrap } from './views/layout.ts';

type AddCommand = (program: Command, context: Context) => void;

/** The commands that only look: they are here at once, since they are typed most. */
const LOOKING: Readonly<Record<string, AddCommand>> = { today: addToday, show: addShow, why: addWhy, list: addList };

/** All commands in the order of `--help`. */
export const COMMANDS: readonly string[] = [
  'today',
  'add',
  'edit',
  'ask',
  'note',
  'show',
  'why',
  'list',
  'draft',
  'check',
  'snooze',
  'hold',
  'close',
  'reopen',
  'undo',
  'redo',
  'review',
  'import',
  'export',
  'backup',
  'restore',
  'doctor',
  'forget',
  'demo',
  'config',
  'completion',
];

/** The commands that look after the whole book. */
const WHOLE_BOOK = ['undo', 'redo', 'import', 'export', 'backup', 'restore', 'doctor', 'forget'];

/** Adds the commands that a command line may need: the one it names with those it is loaded with, or all. */
async function addCommands(program: Command, context: Context, line: readonly string[]): Promise<void> {
  if (asksForVersionOnly(line)) return;
  const named = commandNamed(line) ?? '';
  if (Object.hasOwn(LOOKING, named)) {
    LOOKING[named]?.(program, context);
    return;
  }
  // What is recorded or drafted may be in either language, whatever the interface speaks.
  await context.speak(LANGUAGES);
  const isUnknown = !COMMANDS.includes(named);
  const isWhole = WHOLE_BOOK.includes(named);
  const commands: Readonly<Record<string, AddCommand>> = {
    ...(isUnknown ? LOOKING : {}),
    ...(isUnknown || !isWhole ? (await import('./recording.ts')).RECORDING : {}),
    ...(isUnknown || isWhole ? (await import('./keeping.ts')).KEEPING : {}),
  };
  for (const name of COMMANDS) commands[name]?.(program, context);
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
      writeOut: together((text) => terminal.answer(text)),
      writeErr: () => undefined,
      getOutHelpWidth: () => terminal.width ?? 80,
      getErrHelpWidth: () => terminal.width ?? 80,
    })
    .configureHelp({
      showGlobalOptions: true,
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
    .option('--no-pager', help.options['no-pager'])
    .option('--quiet', help.options.quiet)
    .addHelpText('after', () => `\n${wrap(help.exitCodes, terminal.width).join('\n')}`);
  await addCommands(program, context, line);
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
