import { Cancelled, Failure } from '../core/failure.ts';
import { failureView } from '../views/failure.ts';
import type { Context } from './context.ts';

/** Does a piece of work from which the rep goes on whatever happens. Returns whether it was done; else it has said why not. */
export async function attempt({ terminal, words, page }: Context, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof Cancelled) terminal.note(words.go.nothingDone);
    else if (error instanceof Failure) terminal.complain(failureView(error, words, page.width));
    else throw error;
    return false;
  }
}
