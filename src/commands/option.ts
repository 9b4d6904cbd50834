import type { Command } from 'commander';
import { BadInput } from '../core/failure.ts';
import { narrow } from '../core/text.ts';
import type { Context } from './context.ts';

/** What is asked for on a terminal, and may be left out there. */
const ASKED_FOR = ['<deal>', '<day>'];

/** Adds a command with its words. `usage` is its name and arguments: `note <deal> [text]`. */
export function declare(parent: Command, { words, terminal }: Context, usage: string): Command {
  const [name = '', ...declared] = usage.split(' ');
  const parameters = declared.map((it) => (terminal.ask && ASKED_FOR.includes(it) ? `[${it.slice(1, -1)}]` : it));
  const path = parent.parent ? `${parent.name()}.${name}` : name;
  const command = parent.command(name).description(words.help.commands[path] ?? '');
  for (const parameter of parameters) {
    const argument = parameter.replace(/[<>[\].]/g, '');
    const { arguments: known } = words.help;
    command.argument(parameter, known[`${path}.${argument}`] ?? known[argument] ?? '');
  }
  return command;
}

/** Adds options by their flags, each with its words: the command's own wording where there is one. */
export function withOptions(command: Command, { words }: Context, ...flags: readonly string[]): Command {
  for (const flag of flags) {
    const name = /--([a-z-]+)/.exec(flag)?.[1] ?? flag;
    const description = words.help.options[`${command.name()}.${name}`] ?? words.help.options[name] ?? '';
    if (flag.endsWith('...')) command.option(flag.slice(0, -3), description, collect);
    else command.option(flag, description);
  }
  return command;
}

/** Keeps every value of a flag that may be repeated. */
function collect(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

/** Returns a whole number above zero. */
export function readCount(value: string): number {
  const text = narrow(value);
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new BadInput('bad_count', { value });
  return Number(text);
}
