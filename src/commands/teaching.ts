import type { Command } from 'commander';
import { loadExamples } from '../views/examples.ts';
import { wrap } from '../views/layout.ts';
import { rowLines } from '../views/rows.ts';
import { TOPICS, type Topic } from '../views/topicwords.ts';
import type { Context } from './context.ts';

/** The pages that say more about a command. */
const MORE: Readonly<Record<string, readonly Topic[]>> = {
  today: ['method', 'json'],
  why: ['method'],
  add: ['dates'],
  edit: ['dates'],
  note: ['method', 'dates'],
  draft: ['method'],
  check: ['method', 'exit-codes'],
  snooze: ['dates'],
  hold: ['dates'],
  close: ['method'],
  show: ['json'],
  list: ['json'],
  import: ['import'],
};

/** Adds to the program's own help what there is to read, and the exit codes. */
export function addReadings(program: Command, { words: { help }, terminal: { width } }: Context): void {
  const rows = TOPICS.map((topic) => [topic, help.topics[topic]] as const);
  const text = [help.headings.topics, ...rowLines(rows, width), '', ...wrap(help.exitCodes, width)].join('\n');
  program.addHelpText('after', `\n${text}`);
}

/** Adds to the help of every command its examples, and where to read on. */
export async function addExamples(program: Command, { words, terminal }: Context): Promise<void> {
  const examples = await loadExamples(words.language);
  const { headings, more } = words.help;
  const teach = (command: Command, path: string): void => {
    const typed = (examples[path] ?? []).map((line) => `  ${line}`);
    if (typed.length > 0) command.addHelpText('after', ['', headings.examples, ...typed].join('\n'));
    const topics = MORE[path];
    if (topics) command.addHelpText('after', ['', ...wrap(more(topics), terminal.width)].join('\n'));
    for (const child of command.commands) teach(child, `${path}.${child.name()}`);
  };
  for (const command of program.commands) teach(command, command.name());
}
