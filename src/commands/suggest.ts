import type { Command, Option } from 'commander';
import { NOTHING, type Offer, type Suggestion } from '../core/shell.ts';
import { TOPICS } from '../views/topicwords.ts';
import type { Context } from './context.ts';
import { suggestDeals } from './suggestdeal.ts';
import { isFile, settingValues, takesSeveral, valuesOf } from './suggestvalue.ts';

/** A command line that is being typed. */
export interface TypedLine {
  /** The whole words before the one that is being typed. */
  readonly words: readonly string[];
  readonly current: string;
  /** Whether the shell says beside each word what it means. */
  readonly showsAbout: boolean;
}

/** Returns what the word that is being typed may become. `program` has the command that is named; `names` are those of all. */
export async function suggest(
  context: Context,
  program: Command,
  names: readonly string[],
  line: TypedLine,
): Promise<Offer> {
  const { current } = line;
  const { command, operands, open, given, isOperandsOnly } = readWords(program, line.words);
  if (open) return valueOffer(context, command, nameOf(open), line);
  const [, flag, begun] = /^--([^=]+)=(.*)$/s.exec(current) ?? [];
  if (!isOperandsOnly && flag !== undefined && begun !== undefined) {
    const offer = await valueOffer(context, command, flag, { ...line, current: begun });
    return offer.kind === 'files' ? NOTHING : withPrefix(offer, `--${flag}=`);
  }
  if (!isOperandsOnly && current.startsWith('-')) return begunWith(current, flagsOf(program, command, given));
  const isHelped = command.name() === 'help' && command.parent === program;
  if ((command === program || isHelped) && operands.length === 0) {
    const topics = isHelped ? TOPICS : [];
    const words = [...names, ...topics.filter((it) => !names.includes(it))];
    return begunWith(
      current,
      words.map((word) => ({ word, about: context.words.help.commands[word] ?? '' })),
    );
  }
  if (command.commands.length > 0 && operands.length === 0) {
    const subcommands = command.commands.map((it) => ({ word: it.name(), about: it.description() }));
    return begunWith(current, subcommands);
  }
  const argument = command.registeredArguments[operands.length];
  if (!argument) return NOTHING;
  const values = argument.name() === 'value' ? settingValues(operands[0] ?? '') : null;
  return values ? begunWith(current, values) : valueOffer(context, command, argument.name(), line);
}

interface ReadWords {
  readonly command: Command;
  readonly operands: readonly string[];
  /** An option whose value comes next. */
  readonly open: Option | undefined;
  readonly given: ReadonlySet<Option>;
  /** After `--` nothing is an option. */
  readonly isOperandsOnly: boolean;
}

function readWords(program: Command, words: readonly string[]): ReadWords {
  let command = program;
  let open: Option | undefined;
  let isOperandsOnly = false;
  let operands: string[] = [];
  const given = new Set<Option>();
  for (const word of words) {
    if (open) open = undefined;
    else if (isOperandsOnly) operands.push(word);
    else if (word === '--') isOperandsOnly = true;
    else if (word.startsWith('-') && word !== '-') {
      const option = optionNamed(command, word.split('=')[0] ?? word);
      if (option) given.add(option);
      if (option?.required && !word.includes('=')) open = option;
    } else {
      const inner = operands.length === 0 ? command.commands.find((it) => it.name() === word) : undefined;
      if (inner) command = inner;
      else operands = [...operands, word];
    }
  }
  return { command, operands, open, given, isOperandsOnly };
}

/** A command's own options come before those of every command; without a command it is `today` that is meant. */
function optionNamed(command: Command, flag: string): Option | undefined {
  const own = command.options.find(({ long, short }) => long === flag || short === flag);
  if (own) return own;
  return command.parent ? optionNamed(command.parent, flag) : undefined;
}

function flagsOf(program: Command, command: Command, given: ReadonlySet<Option>): Suggestion[] {
  const help = program.createHelp();
  const meant = command === program ? (program.commands.find((it) => it.name() === 'today') ?? program) : command;
  const isRepeatable = ({ parseArg }: Option): boolean => parseArg !== undefined;
  return [...help.visibleOptions(meant), ...help.visibleGlobalOptions(meant)]
    .filter((option) => option.long && (isRepeatable(option) || !given.has(option)))
    .map(({ long, description }) => ({ word: long ?? '', about: description }));
}

async function valueOffer(context: Context, command: Command, name: string, line: TypedLine): Promise<Offer> {
  if (name === 'deal') return suggestDeals(context, line.current, line.showsAbout);
  if (isFile(name)) return { kind: 'files', suggestions: [] };
  const values = valuesOf(context, command.name(), name) ?? [];
  if (!takesSeveral(name)) return begunWith(line.current, values);
  const earlier = line.current.slice(0, line.current.lastIndexOf(',') + 1);
  const open = values.filter(({ word }) => !earlier.split(',').includes(word));
  return {
    ...begunWith(line.current, withPrefix({ kind: 'words', suggestions: open }, earlier).suggestions),
    kind: 'unfinished',
  };
}

function nameOf({ long }: Option): string {
  return (long ?? '').replace(/^--/, '');
}

function withPrefix({ kind, suggestions }: Offer, prefix: string): Offer {
  return { kind, suggestions: suggestions.map(({ word, about }) => ({ word: prefix + word, about })) };
}

function begunWith(typed: string, suggestions: readonly Suggestion[]): Offer {
  const key = typed.toLowerCase();
  return { kind: 'words', suggestions: suggestions.filter(({ word }) => word.toLowerCase().startsWith(key)) };
}
