import type { Command } from 'commander';
import { BadInput } from '../core/failure.ts';
import { narrow } from '../core/text.ts';
import { loadTopic, topicView } from '../views/topic.ts';
import { TOPICS, type Topic } from '../views/topicwords.ts';
import { type Context, calendarOf } from './context.ts';
import { declare } from './option.ts';

export function addHelp(program: Command, context: Context): void {
  declare(program, context, 'help [topic...]').action((words: readonly string[]) => help(program, context, words));
}

/** Shows the help of a command, a page to read, or, where both have the name, one after the other. */
export async function help(program: Command, context: Context, words: readonly string[]): Promise<void> {
  const names = words.map((word) => narrow(word).toLowerCase());
  const command = commandAt(program, names);
  const topic = TOPICS.find((it) => it === names.join(' '));
  if (!command && !topic) throw unknownTopic(program, words);
  // The page has examples of its own, and is what the command's help would lead on to.
  if (command && topic) context.terminal.answer(`${command.helpInformation().trimEnd()}\n`);
  else command?.outputHelp();
  if (topic) await showTopic(context, topic);
}

/** Returns the command that these words name, the program itself for none; undefined where there is no such command. */
function commandAt(program: Command, names: readonly string[]): Command | undefined {
  return names.reduce<Command | undefined>(
    (command, name) => command?.commands.find((it) => it.name() === name),
    program,
  );
}

function unknownTopic(program: Command, words: readonly string[]): BadInput {
  const choices = [...TOPICS, ...program.commands.map((it) => it.name())];
  return new BadInput('unknown_topic', { value: words.join(' '), choices, topics: TOPICS });
}

async function showTopic(context: Context, topic: Topic): Promise<void> {
  const { page, rule, currency, holidayCountry, settings, terminal } = context;
  const content = await loadTopic(page.words.language, topic);
  const calendar = await calendarOf(context);
  const facts = { page, rule, calendar, currency, holidayCountry, closedDays: settings['closed-days'] ?? null };
  terminal.answer(topicView(content, facts));
}
