import type { ImportedDeal } from '../core/importrow.ts';
import { LinesOfDeals } from '../core/linesofdeals.ts';
import type { Refuse } from '../exchange/rejects.ts';
import type { Row } from '../exchange/row.ts';
import type { Source } from '../exchange/source.ts';
import { rowsOf } from '../exchange/table.ts';
import type { Book } from '../store/book.ts';
import type { ImportReport, Sample } from '../views/import.ts';
import { type Context, calendarOf } from './context.ts';
import type { FileReading } from './filereading.ts';
import { createRowJudge, type JudgeOptions } from './judgerow.ts';
import { createTally, type Tally } from './tally.ts';
import type { Watch } from './watch.ts';
import { type OnDuplicate, type WriteOptions, writeDeal } from './writedeal.ts';

export interface ImportOptions extends JudgeOptions {
  readonly isDry: boolean;
  /** Brings the good rows in although others are bad. */
  readonly skipBad: boolean;
  readonly onDuplicate: OnDuplicate;
}

export interface ImportWork {
  readonly source: Source;
  readonly reading: FileReading;
  readonly options: ImportOptions;
  /** Takes a refused row with the codes of what is wrong with it. */
  readonly refuse: Refuse;
  readonly watch: Watch;
  /** Whether deals that are here already may be changed; else `BackupNeeded` is thrown. */
  readonly mayChange: boolean;
}

/** A deal that was here already is about to be changed, and no backup was made yet: the work begins anew after it. */
export class BackupNeeded extends Error {}

/** Takes back the transaction of a dry run, or of an import that was refused. */
class TakenBack extends Error {}

/**
 * Reads, judges and writes all rows as one transaction and one step of the journal; takes it back where it was for show, or where
 * a row is bad and nobody said that the others shall come in.
 */
export async function importDeals(context: Context, work: ImportWork): Promise<ImportReport> {
  const { options } = work;
  const store = await context.store();
  const ground = { today: context.today, calendar: await calendarOf(context) };
  const lines = new LinesOfDeals();
  const writing: WriteOptions = {
    today: context.today,
    ground,
    owner: context.settings.owner ?? null,
    currency: context.currency,
    onDuplicate: options.onDuplicate,
    beforeChange: () => {
      if (!work.mayChange) throw new BackupNeeded();
    },
    seen: (dealId, line) => lines.seen(dealId, line),
  };
  const tally = createTally();
  let batch: number | null = null;
  let wasRefused = false;
  try {
    await store.change('import', async (book) => {
      await eachRow(context, work, { writing, tally }, book);
      await book.settle();
      batch = book.stepId;
      wasRefused = tally.counts.rejected > 0 && !options.skipBad;
      if (options.isDry || wasRefused) throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    batch = null;
  }
  const nothing = { created: 0, updated: 0, unchanged: 0 };
  const isShown = options.isDry || !wasRefused;
  return {
    ...tally.counts,
    ...(isShown ? {} : nothing),
    ...tally.kept,
    notices: tally.notices(),
    batch,
    leftovers: work.reading.leftovers,
    isDry: options.isDry,
    wasRefused: wasRefused && !options.isDry,
  };
}

async function eachRow(
  context: Context,
  { source, reading, options, refuse, watch }: ImportWork,
  { writing, tally }: { readonly writing: WriteOptions; readonly tally: Tally },
  book: Book,
): Promise<void> {
  const { today, localDayOf, words } = context;
  const judge = createRowJudge(reading, { today, localDayOf }, options);
  const columnOf = (field: string): string =>
    reading.fields.find((it) => it.field === field)?.column ?? reading.columns[0]?.header ?? '';
  for await (const rows of rowsOf(source, reading.shape)) {
    for (const row of rows) {
      if (row.kind !== 'row') continue;
      tally.read();
      const { deal, problems, notices } = judge(row);
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
