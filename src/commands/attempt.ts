import { Cancelled, Failure } from '../core/failure.ts';
import { failureView } from '../views/failure.ts';
import type { Context } from './context.ts';

/** How a piece of work came out; `failed` may have recorded a part, `left` has recorded nothing. */
export type Attempted = 'done' | 'failed' | 'left';

/** Does a piece of work from which the rep goes on whatever happens. Where it was not done it has said why not. */
export async function attempt({ terminal, words, page }: Context, work: () => Promise<void>): Promise<Attempted> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (error instanceof Cancelled) {
      terminal.note(words.go.nothingDone);
      return 'left';
    }
    if (error instanceof Failure) terminal.complain(failureView(error, words, page.width, page));
    else throw error;
    return 'failed';
  }
}
