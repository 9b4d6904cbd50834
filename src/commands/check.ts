import type { Command } from 'commander';
import { BadInput, Refusal } from '../core/failure.ts';
import { bytesToText } from '../core/unicode.ts';
import { type Judgement, judge } from '../core/wording.ts';
import { checkJson, checkView } from '../views/check.ts';
import { answer, type Context } from './context.ts';
import { declare } from './option.ts';

export function addCheck(program: Command, context: Context): void {
  declare(program, context, 'check [text]').action((text?: string) => check(context, text));
}

export async function check(context: Context, text: string | undefined): Promise<void> {
  const message = await messageOf(context, text);
  if (message.trim() === '') throw new BadInput('empty_value', { flag: '[text]' });
  const judgement = judge(message);
  answer(
    context,
    () => checkJson(judgement),
    () => checkView(message, judgement, context.page),
  );
  refuseUnlessValue(judgement);
}

/** Refuses a message that gives nothing or presses; what was found has been answered before. */
export function refuseUnlessValue({ verdict }: Judgement): void {
  if (verdict !== 'value') throw new Refusal(`${verdict}_message`);
}

async function messageOf(context: Context, text: string | undefined): Promise<string> {
  const { ask } = context.terminal;
  if (text === '-') return bytesToText(await context.readFile('-'));
  if (text !== undefined) return text;
  if (!ask) throw new BadInput('missing', { flag: '[text]', command: 'check' });
  return ask.text({ message: context.words.check.askText });
}
