import type { Command } from 'commander';
import { assertFile, isServer, withoutPassword } from '../core/bookaddress.ts';
import { BadInput, Cancelled } from '../core/failure.ts';
import { restoreView } from '../views/backup.ts';
import { answer, type Context } from './context.ts';
import { declare, withOptions } from './option.ts';

export function addRestore(program: Command, context: Context): void {
  withOptions(declare(program, context, 'restore <file>'), context, '--yes').action(
    (file: string, options: { readonly yes?: true }) => restore(context, file, options),
  );
}

/** Puts a backup in the place of the book, once somebody has agreed to that. The book as it was is kept. */
export async function restore(context: Context, file: string, { yes }: { readonly yes?: true }): Promise<void> {
  const { terminal, words, bookFile } = context;
  assertFile(file);
  const from = context.wholePath(file);
  // A server's own tools do that: no question leads there.
  if (!yes && !isServer(bookFile)) {
    if (!terminal.ask) throw new BadInput('missing', { flag: '--yes', command: 'restore' });
    if (!(await terminal.ask.confirm(words.backup.askRestore(withoutPassword(bookFile), from), false)))
      throw new Cancelled();
  }
  const restored = await context.restoreBook(from);
  answer(
    context,
    () => restored,
    () => restoreView(restored, context.page),
  );
}
