import type { ImportedDeal } from '../core/importrow.ts';
import { LinesOfDeals } from '../core/linesofdeals.ts';
import { type Refuse, writeRejects } from '../exchange/rejects.ts';
import type { Row } from '../exchange/row.ts';
import type { Source } from '../exchange/source.ts';
import { rowsOf } from '../exchange/table.ts';
import type { Book } from '../store/book.ts';
import type { ImportReport, Sample } from '../views/import.ts';
import { type Context, calendarOf } from './context.ts';
import type { FileReading } from './filereading.ts';
import { createRowJudge, type JudgeOptions } from './judgerow.ts';
import { createTally, type Tally } from './tally.ts';
import { importStep } from './trial.ts';
import type { Watch } from './watch.ts';
import { type OnDuplicate, type WriteOptions, writeDeal } from './writedeal.ts';

export interface ImportOptions extends JudgeOptions {
  readonly isDry: boolean;
  /** Brings the good rows in although others are bad. */
  readonly skipBad: boolean;
  readonly onDuplicate: OnDuplicate;
  /** The file that refused rows are written to, with the reason. */
  readonly rejects: string | null;
}

/**
 * Reads, judges and writes all rows as one transaction and one step of the journal; takes it back where it was for show, or where
 * a row is bad and nobody said that the others shall come in.
 */
export async function importDeals(
  context: Context,
  source: Source,
  reading: FileReading,
  options: ImportOptions,
  watch: Watch,
): Promise<ImportReport> {
  const calendar = await calendarOf(context);
  let tally = createTally();
  let wasRefused = false;
  const batch = await importStep(context, options.isDry, async (book, beforeChange) => {
    tally = createTally();
    const writing: WriteOptions = {
      today: context.today,
      ground: { today: context.today, calendar },
      owner: context.settings.owner ?? null,
      currency: reading.usualCurrency,
      onDuplicate: options.onDuplicate,
      lines: new LinesOfDeals(),
      beforeChange,
    };
    await withRejects(context, reading, options, (refuse) =>
      eachRow(context, { source, reading, options, writing, tally, refuse, watch }, book),
    );
    wasRefused = tally.counts.rejected > 0 && !options.skipBad;
    return { isKept: !options.isDry && !wasRefused };
  });
  return {
    ...tally.counts,
    ...(wasRefused && !options.isDry ? { created: 0, updated: 0, unchanged: 0 } : {}),
    ...tally.kept,
    notices: tally.notices(),
    batch,
    leftovers: { ...reading.leftovers, stage: tally.kept.leftOut },
    isDry: options.isDry,
    wasRefused: wasRefused && !options.isDry,
  };
}

function withRejects(
  { words }: Context,
  { columns }: FileReading,
  { rejects }: ImportOptions,
  work: (refuse: Refuse) => Promise<void>,
): Promise<void> {
  const { reason, problems } = words.importing;
  if (rejects === null) return work(async () => undefined);
  const headers = columns.map(({ header }) => header);
  return writeRejects(rejects, headers, reason, (refuse) =>
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
  readonly reading: FileReading;
  readonly options: ImportOptions;
  readonly writing: WriteOptions;
  readonly tally: Tally;
  /** Takes a refused row with the codes of what is wrong with it. */
  readonly refuse: Refuse;
  readonly watch: Watch;
}

async function eachRow(context: Context, work: Work, book: Book): Promise<void> {
  const { source, reading, options, writing, tally, refuse, watch } = work;
  const { today, localDayOf, words } = context;
  const judge = createRowJudge(reading, { today, localDayOf, isOwn: reading.isOwn }, options);
  const columnOf = (field: string): string =>
    reading.fields.find((it) => it.field === field)?.column ?? reading.columns[0]?.header ?? '';
  for await (const rows of rowsOf(source, reading.shape)) {
    for (const row of rows) {
      if (row.kind !== 'row') continue;
      tally.read();
      const { deal, problems, notices } = judge(row);
      if (problems.some(({ problem }) => problem === 'left_out')) {
        tally.leftOut(row.line);
        continue;
      }
      const did = problems.length > 0 ? null : await writeDeal(book, deal, row.line, writing);
      if (did !== null && did.did !== 'refused') {
        tally.did(did, notices, deal);
        tally.sample(() => sampleOf(row, did.did, deal, writing));
        continue;
      }
      const value = did === null ? '' : (deal.fields.externalId ?? deal.fields.customer ?? '');
      const found = did === null ? problems : [{ column: columnOf(did.field), value, problem: did.problem }];
      tally.refused(row.line, found);
      await refuse(
        row.cells,
        found.map(({ problem }) => problem),
      );
    }
    await book.settle();
    await watch(words.importing.progress.writing(tally.counts.read, reading.rowCount));
  }
}

function sampleOf(row: Row, did: Sample['did'], deal: ImportedDeal, { currency }: WriteOptions): Sample {
  const { fields, state, closedOn, lacksCurrency } = deal;
  const usual = lacksCurrency ? { currency } : {};
  const ended = closedOn === null ? {} : { closedOn };
  return { line: row.line, did, deal: { ...fields, ...usual, ...ended, state: state ?? 'open' } };
}
