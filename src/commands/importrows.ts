import { type Refuse, writeRejects } from '../exchange/rejects.ts';
import type { Row } from '../exchange/table/row.ts';
import type { Source } from '../exchange/table/source.ts';
import { rowsOf } from '../exchange/table/table.ts';
import type { Book } from '../store/book.ts';
import { type FileFacts, type ImportReport, type LeftKind, problemsOf } from '../views/import.ts';
import type { Context } from './context.ts';
import type { FileReading } from './filereading.ts';
import { createTally, type RowDone, type Tally } from './tally.ts';
import { type BeforeChange, importStep } from './trial.ts';
import type { Watch } from './watch.ts';

/** Writes some rows, one after the other, and returns what became of each. */
export type WriteRows = (rows: readonly Row[]) => Promise<readonly RowDone[]>;

export interface RowOptions {
  readonly isDry: boolean;
  /** Brings the good rows in although others are bad. */
  readonly skipBad: boolean;
  /** The file that refused rows are written to, with the reason. */
  readonly rejects: string | null;
}

/** How the rows of one kind are written. */
export interface RowWriting {
  readonly kind: FileFacts['kind'];
  /** Why rows of this kind may be left out. */
  readonly leftKinds: readonly LeftKind[];
  /** Returns what judges and writes the rows; called anew where the work begins anew. */
  readonly open: (book: Book, beforeChange: BeforeChange) => Promise<WriteRows>;
}

type RowFile = Pick<FileReading<string>, 'shape' | 'columns' | 'fields' | 'rowCount' | 'leftovers'>;

/**
 * Reads, judges and writes all rows as one transaction and one step of the journal; takes it back where it was for show, or where
 * a row is bad and nobody said that the others shall come in.
 */
export async function importRows(
  context: Context,
  source: Source,
  reading: RowFile,
  options: RowOptions,
  watch: Watch,
  { kind, leftKinds, open }: RowWriting,
): Promise<ImportReport> {
  let tally = createTally(leftKinds);
  let wasRefused = false;
  const batch = await importStep(context, options.isDry, async (book, beforeChange) => {
    tally = createTally(leftKinds);
    const write = await open(book, beforeChange);
    await withRejects(context, reading, { ...options, kind }, (refuse) =>
      eachRow(context, { source, reading, write, tally, refuse, watch }, book),
    );
    wasRefused = tally.counts.rejected > 0 && !options.skipBad;
    return { isKept: !options.isDry && !wasRefused };
  });
  const isUndone = wasRefused && !options.isDry;
  return {
    ...tally.counts,
    ...(isUndone ? { created: 0, updated: 0, unchanged: 0, statusOnly: 0 } : {}),
    ...tally.kept,
    notices: tally.notices(),
    batch,
    leftovers: { ...reading.leftovers, ...tally.left },
    isDry: options.isDry,
    wasRefused: isUndone,
  };
}

function withRejects(
  { words }: Context,
  { columns, fields }: RowFile,
  { kind, rejects }: RowOptions & Pick<RowWriting, 'kind'>,
  work: (refuse: Refuse) => Promise<void>,
): Promise<void> {
  const problems = problemsOf(kind, words.importing);
  if (rejects === null) return work(async () => undefined);
  const read = columns.map(({ header }, index) => ({
    header,
    style: fields.find((field) => field.index === index)?.style ?? null,
  }));
  return writeRejects(rejects, read, words.importing.reason, (refuse) =>
    work((cells, codes) =>
      refuse(
        cells,
        codes.map((code) => problems[code] ?? code),
      ),
    ),
  );
}

interface Work {
  readonly source: Source;
  readonly reading: RowFile;
  readonly write: WriteRows;
  readonly tally: Tally;
  /** Takes a refused row with the codes of what is wrong with it. */
  readonly refuse: Refuse;
  readonly watch: Watch;
}

/** What is done for all deals that were touched is done for many of them at a time, and the file may have millions. */
const SETTLED_AT_ONCE = 5_000;

async function eachRow({ words }: Context, work: Work, book: Book): Promise<void> {
  const { source, reading, write, tally, refuse, watch } = work;
  let settled = 0;
  for await (const all of rowsOf(source, reading.shape)) {
    const rows = all.filter(({ kind }) => kind === 'row');
    const results = await write(rows);
    for (const [index, row] of rows.entries()) {
      const done = results[index] as RowDone;
      tally.add(row.line, done);
      if (done.did !== 'refused') continue;
      await refuse(
        row.cells,
        done.problems.map(({ problem }) => problem),
      );
    }
    if (tally.counts.read - settled >= SETTLED_AT_ONCE) {
      await book.settle();
      settled = tally.counts.read;
    }
    await watch(words.importing.progress.writing(tally.counts.read, reading.rowCount));
  }
}
