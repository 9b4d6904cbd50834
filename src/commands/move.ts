import type { Command } from 'commander';
import { assertBook, hasPassword, withoutPassword } from '../core/bookaddress.ts';
import { moveJson, moveView } from '../views/move.ts';
import { answer, type Context } from './context.ts';
import { declare, withOptions } from './option.ts';
import { watched } from './watch.ts';

interface MoveOptions {
  readonly owner?: string;
  readonly dryRun?: true;
}

export function addMove(program: Command, context: Context): void {
  withOptions(declare(program, context, 'move <target>'), context, '--owner <name>', '--dry-run').action(
    (target: string, options: MoveOptions) => move(context, target, options),
  );
}

/** Copies the book to another place and says how to work there from now on; the present one stays as it is. */
export async function move(context: Context, target: string, { owner, dryRun }: MoveOptions): Promise<void> {
  const { words, page, bookFile } = context;
  assertBook(target);
  const to = context.wholePath(target);
  const isDry = dryRun === true;
  // How much there is to do is known once it is done.
  const moved = await watched(context, Number.POSITIVE_INFINITY, (watch) =>
    context.moveBook({ to, owner, isDry, progress: (doing, rows) => watch(words.move.progress[doing](rows)) }),
  );
  const shown = {
    ...moved,
    from: withoutPassword(context.wholePath(bookFile)),
    to: withoutPassword(to),
    hasPassword: hasPassword(to),
    owner: owner ?? null,
    isDry,
  };
  answer(
    context,
    () => moveJson(shown),
    () => moveView(shown, page),
  );
}
