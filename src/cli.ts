import { Command } from 'commander';
import { addAdd } from './commands/add.ts';
import { addAsk } from './commands/ask.ts';
import { addConfig } from './commands/config.ts';
import type { Context } from './commands/context.ts';
import { addDemo } from './commands/demo.ts';
import { addEdit } from './commands/edit.ts';
import { addHold } from './commands/hold.ts';
import { addImport } from './commands/import.ts';
import { addList } from './commands/list.ts';
import { addNote } from './commands/note.ts';
import { addShow } from './commands/show.ts';
import { addSnooze } from './commands/snooze.ts';
import { addToday } from './commands/today.ts';
import { addWhy } from './commands/why.ts';
import { widthOf, wrap } from './views/layout.ts';

/** Returns the command tree, in the order of `--help`. */
export function createProgram(context: Context, version: string): Command {
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
      boxWrap: (text, width) => wrap(text, width).join('\n'),
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
  addToday(program, context);
  addAdd(program, context);
  addEdit(program, context);
  addAsk(program, context);
  addNote(program, context);
  addShow(program, context);
  addWhy(program, context);
  addList(program, context);
  addSnooze(program, context);
  addHold(program, context);
  addImport(program, context);
  addDemo(program, context);
  addConfig(program, context);
  return program;
}
