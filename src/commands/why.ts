import type { Command } from 'commander';
import { whyJson } from '../views/json.ts';
import { whyView } from '../views/why.ts';
import { answer, type Context, placementOf } from './context.ts';
import { findDeal } from './find.ts';
import { declare } from './option.ts';

export function addWhy(program: Command, context: Context): void {
  declare(program, context, 'why <deal>').action((query: string | undefined) => why(context, query));
}

export async function why(context: Context, query: string | undefined): Promise<void> {
  const { deal } = await findDeal(context, query);
  const placement = await placementOf(context, deal);
  answer(
    context,
    () => whyJson(placement),
    () => whyView(placement, context.page),
  );
}
