import Database from 'better-sqlite3';
import { openStore } from '../../src/store/store.ts';

/** What stands in a book, as far as the commands of the crash test write there. */
export interface Look {
  readonly steps: number;
  readonly deals: number;
  readonly contacts: number;
  readonly promises: number;
  readonly questions: number;
  /** The text of the newest contact, promise and question. */
  readonly lastMarks: readonly (string | null)[];
  /** The amounts of each import's deals, and how many deals have each. */
  readonly amounts: { readonly small: readonly number[][]; readonly large: readonly number[][] };
}

/** Looks into a book as the next program would. Throws where it is damaged or a kept figure is not what its history says. */
export async function lookInto(book: string): Promise<Look> {
  const database = new Database(book);
  try {
    const integrity = database.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') throw new Error(`integrity_check: ${integrity}`);
    const strays = database.pragma('foreign_key_check') as unknown[];
    if (strays.length > 0) throw new Error(`foreign_key_check: ${JSON.stringify(strays)}`);
    await expectTrueFigures(database, book);
    return lookOf(database);
  } finally {
    database.close();
  }
}

async function expectTrueFigures(database: Database.Database, book: string): Promise<void> {
  const figures = (): string => JSON.stringify(database.prepare('select * from figures order by deal_id').all());
  const kept = figures();
  const store = await openStore(book, () => new Date(0).toISOString());
  await store.recomputeFigures();
  await store.close();
  if (figures() !== kept) throw new Error('the kept figures are not what the history says');
}

function lookOf(database: Database.Database): Look {
  const cell = (query: string): unknown => database.prepare(query).pluck().get() ?? null;
  const count = (table: string): number => Number(cell(`select count(*) from ${table}`));
  const amounts = (kind: string): number[][] =>
    database
      .prepare('select amount, count(*) from deal where external_id like ? group by amount order by amount')
      .raw()
      .all(`${kind}-%`) as number[][];
  return {
    steps: count('step'),
    deals: count('deal'),
    contacts: count('contact'),
    promises: count('promise'),
    questions: count('question'),
    lastMarks: ['contact', 'promise', 'question'].map(
      (table) => cell(`select text from ${table} order by id desc limit 1`) as string | null,
    ),
    amounts: { small: amounts('small'), large: amounts('large') },
  };
}
