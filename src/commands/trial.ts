import type { Book } from '../store/book.ts';
import { type Context, remarkSilence } from './context.ts';

/** Takes back a transaction that was for show, or that was refused. */
class TakenBack extends Error {}

/** A deal that was here already is about to be changed, and no backup was made yet. */
class BackupNeeded extends Error {}

/** To be called before a deal is changed that was here already. */
export type BeforeChange = () => void;

/**
 * Does an import as one transaction and one step of the journal, and returns the step's number; null where nothing was written,
 * since nothing differs or `isKept` says no. Before the first deal changes that was here already, the work is broken off, a backup
 * is made, and the work begins anew.
 */
export async function importStep(
  context: Context,
  isDry: boolean,
  work: (book: Book, beforeChange: BeforeChange) => Promise<{ readonly isKept: boolean }>,
): Promise<number | null> {
  const store = await context.store();
  const once = async (mayChange: boolean): Promise<number | null> => {
    let stepId: number | null = null;
    let silenced = 0;
    await store.change('import', async (book) => {
      const { isKept } = await work(book, () => {
        if (!mayChange) throw new BackupNeeded();
      });
      await book.settle();
      stepId = book.stepId;
      silenced = book.silenced;
      if (!isKept) throw new TakenBack();
    });
    remarkSilence(context, silenced);
    return stepId;
  };
  try {
    return await once(isDry).catch(async (error) => {
      if (!(error instanceof BackupNeeded)) throw error;
      await store.backUpBefore('import');
      return once(true);
    });
  } catch (error) {
    if (error instanceof TakenBack) return null;
    throw error;
  }
}
