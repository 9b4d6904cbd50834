import { LinesOfDeals } from '../core/import/linesofdeals.ts';
import type { ImportedDeal, RowRead } from '../core/import/row.ts';
import type { Row } from '../exchange/table/row.ts';
import type { Source } from '../exchange/table/source.ts';
import type { ImportReport } from '../views/import.ts';
import type { Sample } from '../views/importsample.ts';
import { type Context, calendarOf } from './context.ts';
import type { FileReading } from './filereading.ts';
import { importRows, type RowOptions } from './importrows.ts';
import { createRowJudge, type JudgeOptions } from './judgerow.ts';
import type { RowDone } from './tally.ts';
import type { Watch } from './watch.ts';
import { nameOf, type OnDuplicate, type WriteOptions, writeDeal } from './writedeal.ts';

export interface ImportOptions extends JudgeOptions, RowOptions {
  readonly onDuplicate: OnDuplicate;
}

/** Brings the rows of a file in as deals. */
export async function importDeals(
  context: Context,
  source: Source,
  reading: FileReading,
  options: ImportOptions,
  watch: Watch,
): Promise<ImportReport> {
  const { today, localDayOf } = context;
  const calendar = await calendarOf(context);
  const onlyOwner = await (await context.store()).onlyOwner();
  const judge = createRowJudge(reading, { today, localDayOf, isOwn: reading.isOwn }, options);
  const columnOf = (field: string): string =>
    reading.fields.find((it) => it.field === field)?.column ?? reading.columns[0]?.header ?? '';
  return importRows(context, source, reading, options, watch, {
    kind: 'deals',
    leftKinds: ['stage'],
    open: async (book, beforeChange) => {
      const writing: WriteOptions = {
        today,
        ground: { today, calendar },
        owner: context.settings.owner ?? null,
        onlyOwner,
        currency: reading.usualCurrency,
        onDuplicate: options.onDuplicate,
        lines: new LinesOfDeals(),
        beforeChange,
      };
      const write = async (row: Row, { deal, problems, notices }: RowRead): Promise<RowDone> => {
        if (problems.some(({ problem }) => problem === 'left_out')) return { did: 'left', why: 'stage' };
        if (problems.length > 0) return { did: 'refused', problems };
        const done = await writeDeal(book, deal, row.line, writing);
        if (done.did === 'refused') {
          const { owner, externalId, customer } = deal.fields;
          const value = (done.field === 'owner' ? owner : (externalId ?? customer)) ?? '';
          return { did: 'refused', problems: [{ column: columnOf(done.field), value, problem: done.problem }] };
        }
        const { did, dealId, kept } = done;
        const isDeclined = deal.state === 'declined' && did !== 'unchanged';
        const stays = kept === null ? null : { as: kept, dealId };
        const lacksCurrency = did === 'created' && deal.lacksCurrency;
        const marks = { isDeclined, lacksCurrency, stays };
        return { did, notices, marks, sample: () => sampleOf(row.line, did, deal, writing) };
      };
      return async (rows) => {
        const judged = rows.map((row) => [row, judge(row)] as const);
        await book.lookAhead(judged.map(([, { deal }]) => nameOf(deal)));
        const done: RowDone[] = [];
        for (const [row, read] of judged) done.push(await write(row, read));
        return done;
      };
    },
  });
}

function sampleOf(line: number, did: Sample['did'], deal: ImportedDeal, { currency }: WriteOptions): Sample {
  const { fields, state, closedOn, lacksCurrency } = deal;
  const usual = lacksCurrency ? { currency } : {};
  const ended = closedOn === null ? {} : { closedOn };
  return { line, did, deal: { ...fields, ...usual, ...ended, state: state ?? 'open' } };
}
