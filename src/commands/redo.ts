import type { Command } from 'commander';
import { turnJson, turnView } from '../views/undo.ts';
import { answer, type Context } from './context.ts';
import { declare, withOptions } from './option.ts';

export function addRedo(program: Command, context: Context): void {
  withOptions(declare(program, context, 'redo'), context, '--dry-run').action((options: { readonly dryRun?: true }) =>
    redo(context, { isDry: options.dryRun === true }),
  );
}

/** Brings back what was taken back last. */
export async function redo(context: Context, trial: { readonly isDry: boolean }): Promise<void> {
  const store = await context.store();
  const turned = await store.redo(trial);
  answer(
    context,
    () => turnJson(turned, 'redo', trial),
    () => turnView(turned, 'redo', trial, context.page),
  );
}
