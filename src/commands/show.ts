import type { Command } from 'commander';
import { BadInput } from '../core/failure.ts';
import { shownJson } from '../views/json.ts';
import { showView } from '../views/show.ts';
import { answer, type Context } from './context.ts';
import { findDeal } from './find.ts';
import { declare, withOptions } from './option.ts';
import { shownDeal } from './say.ts';

interface ShowOptions {
  readonly handover?: true;
  readonly where?: readonly string[];
  readonly language?: string;
}

export function addShow(program: Command, context: Context): void {
  const command = declare(program, context, 'show [deal]');
  withOptions(command, context, '--handover', '--where <condition>...', '--language <en|ja>').action(
    (query: string | undefined, options: ShowOptions) => show(context, query, options),
  );
}

export async function show(context: Context, query: string | undefined, options: ShowOptions = {}): Promise<void> {
  const { handover, where, language } = options;
  if (query === undefined && !where && !context.terminal.ask) throw new BadInput('missing_argument', { value: 'deal' });
  if (handover) return (await import('./handoverpage.ts')).showHandover(context, query, options);
  if (where || language !== undefined) {
    throw new BadInput('flag_needs', { flag: where ? '--where' : '--language', needs: '--handover' });
  }
  const shown = await shownDeal(context, await findDeal(context, query));
  answer(
    context,
    () => shownJson(shown),
    () => showView(shown, context.page),
  );
}
