import Database from 'better-sqlite3';
import { lookInto } from './look.ts';
import { programIn } from './program.ts';

export interface WriterOptions {
  readonly folder: string;
  readonly bin: string;
  readonly writers: number;
  readonly commands: number;
}

export interface WriterCounts {
  readonly recorded: number;
  readonly slowestMs: number;
}

/**
 * Lets so many programs write to one book at once, each so many commands. Throws where one of them fails, says anything, or
 * what it wrote is not in the book.
 */
export async function writeAtOnce({ folder, bin, writers, commands }: WriterOptions): Promise<WriterCounts> {
  const { run, book } = programIn(folder, bin);
  await run(['add', 'Shared']);
  let slowestMs = 0;
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; n < commands; n += 1) {
      const mark = `writer ${writer}, command ${n}`;
      const from = performance.now();
      const { code, err } = await run([...(n % 2 === 0 ? ['note', '1', mark] : ['add', mark]), '--quiet']);
      slowestMs = Math.max(slowestMs, performance.now() - from);
      if (code !== 0 || err !== '')
        throw new Error(`${mark} ended with ${code} after ${Math.round(performance.now() - from)} ms: ${err}`);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  const { steps } = await lookInto(book);
  const recorded = marksIn(book);
  if (recorded !== writers * commands || steps !== recorded + 1) {
    throw new Error(`${writers * commands} commands answered; ${recorded} are in the book, in ${steps} steps`);
  }
  return { recorded, slowestMs };
}

function marksIn(book: string): number {
  const database = new Database(book, { readonly: true });
  const query =
    "select text from contact where text like 'writer %' union select customer from deal where customer like 'writer %'";
  const marks = database.prepare(query).pluck().all();
  database.close();
  return marks.length;
}
