import type { Command } from 'commander';
import { shownJson } from '../views/json.ts';
import { showView } from '../views/show.ts';
import { answer, type Context } from './context.ts';
import { findDeal } from './find.ts';
import { declare } from './option.ts';
import { shownDeal } from './say.ts';

export function addShow(program: Command, context: Context): void {
  declare(program, context, 'show <deal>').action((query: string | undefined) => show(context, query));
}

export async function show(context: Context, query: string | undefined): Promise<void> {
  const shown = await shownDeal(context, await findDeal(context, query));
  answer(
    context,
    () => shownJson(shown),
    () => showView(shown, context.page),
  );
}
