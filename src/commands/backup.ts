import type { Command } from 'commander';
import { assertFile } from '../core/bookaddress.ts';
import { backupView } from '../views/backup.ts';
import { answer, type Context } from './context.ts';
import { declare, withOptions } from './option.ts';

export function addBackup(program: Command, context: Context): void {
  withOptions(declare(program, context, 'backup [file]'), context, '--force').action(
    (file: string | undefined, { force }: { readonly force?: true }) =>
      backup(context, file, { mayReplace: force === true }),
  );
}

/** Writes a copy of the book that has been read back, to this file or a dated one. */
export async function backup(
  context: Context,
  file: string | undefined,
  choice: { readonly mayReplace: boolean },
): Promise<void> {
  if (file !== undefined) assertFile(file);
  const store = await context.store();
  const made = await store.backUp(file === undefined ? null : context.wholePath(file), choice);
  answer(
    context,
    () => made,
    () => backupView(made, context.page),
  );
}
