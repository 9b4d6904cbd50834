import type { Transaction } from 'kysely';
import { Book } from './book.ts';
import type { Engine } from './engine.ts';
import { Journal } from './journal.ts';
import type { Schema } from './schema.ts';

/** Does a command's work as one transaction and one step of the journal: all of it, or nothing. */
export async function inOneStep<Result>(
  engine: Engine,
  { command, at }: { readonly command: string; readonly at: () => string },
  work: (book: Book, transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  const login = await engine.login();
  return engine.change(async (transaction) => {
    const journal = new Journal(transaction, command, at(), login);
    const book = new Book(transaction, journal);
    const result = await work(book, transaction);
    await book.settle();
    await journal.write();
    return result;
  });
}
