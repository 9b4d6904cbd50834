import { LinesOfDeals } from '../core/import/linesofdeals.ts';
import type { ImportedDeal, RowRead } from '../core/import/row.ts';
import type { Source } from '../exchange/table/source.ts';
import type { ImportReport } from '../views/import.ts';
import type { Sample } from '../views/importsample.ts';
import { type Context, calendarOf } from './context.ts';
import type { FileReading } from './filereading.ts';
import { importRows, type RowOptions } from './importrows.ts';
import { createRowJudge, type JudgeOptions } from './judgerow.ts';
import type { RowDone } from './tally.ts';
import type { Watch } from './watch.ts';
import { type Did, type OnDuplicate, type WriteOptions, writeDeals } from './writedeal.ts';

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
      const toDone = ({ line, deal, notices }: JudgedRow, done: Did): RowDone => {
        if (done.did === 'refused') {
          const { owner, externalId, customer } = deal.fields;
          const value = (done.field === 'owner' ? owner : (externalId ?? customer)) ?? '';
          return { did: 'refused', problems: [{ column: columnOf(done.field), value, problem: done.problem }] };
        }
        const { did } = done;
        const isDeclined = deal.state === 'declined' && did !== 'unchanged';
        const stays = did === 'created' || done.kept === null ? null : { as: done.kept, dealId: done.dealId };
        const lacksCurrency = did === 'created' && deal.lacksCurrency;
        const marks = { isDeclined, lacksCurrency, stays };
        return { did, notices, marks, sample: () => sampleOf(line, did, deal, writing) };
      };
      return async (rows) => {
        const judged = rows.map((row): JudgedRow => ({ line: row.line, ...judge(row) }));
        const good = judged.filter(({ problems }) => problems.length === 0);
        const did = await writeDeals(book, good, writing);
        const done = new Map(good.map((row, at) => [row, did[at] as Did]));
        return judged.map((row) => {
          const written = done.get(row);
          return written ? toDone(row, written) : toUnwritten(row);
        });
      };
    },
  });
}

interface JudgedRow extends RowRead {
  readonly line: number;
}

function toUnwritten({ problems }: JudgedRow): RowDone {
  if (problems.some(({ problem }) => problem === 'left_out')) return { did: 'left', why: 'stage' };
  return { did: 'refused', problems };
}

function sampleOf(line: number, did: Sample['did'], deal: ImportedDeal, { currency }: WriteOptions): Sample {
  const { fields, state, closedOn, lacksCurrency } = deal;
  const usual = lacksCurrency ? { currency } : {};
  const ended = closedOn === null ? {} : { closedOn };
  return { line, did, deal: { ...fields, ...usual, ...ended, state: state ?? 'open' } };
}
