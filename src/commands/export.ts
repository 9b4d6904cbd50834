import { extname } from 'node:path';
import type { Command } from 'commander';
import { readChoice } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import { isSameFile, writeWhole } from '../exchange/atomicfile.ts';
import { type Encoding, encodingNamed } from '../exchange/encode.ts';
import { printableLines } from '../views/printable.ts';
import { answer, type Context, calendarOf, remark } from './context.ts';
import { type Export, FORMATS, type Format, type Put, refuseMisfits, type Written, writeDeals } from './exportpages.ts';
import { type FilterOptions, readFilter } from './filter.ts';
import { declare, withOptions } from './option.ts';

interface ExportOptions extends FilterOptions {
  readonly format?: string;
  readonly output?: string;
  readonly encoding?: string;
  readonly replaceUnmappable?: true;
}

export function addExport(program: Command, context: Context): void {
  const command = declare(program, context, 'export [words...]');
  withOptions(
    command,
    context,
    '--format <csv|json|ics>',
    '-o, --output <file>',
    '--state <state>',
    '--owner <name>',
    '--encoding <name>',
    '--replace-unmappable',
  ).action((words: string[], options: ExportOptions) => exportDeals(context, words, options));
}

export async function exportDeals(context: Context, words: readonly string[], options: ExportOptions): Promise<void> {
  const format = readFormat(options);
  const job: Export = {
    context,
    format,
    filter: await readFilter(context, words, options),
    encoding: await readEncoding(format, options.encoding),
    mayReplace: options.replaceUnmappable === true,
    calendar: await calendarOf(context),
  };
  const { output } = options;
  const file = output === undefined || output === '-' ? null : context.wholePath(output);
  if (file !== null) await refuseBook(context, file);
  const store = await context.store();
  await store.snapshot(async (book) => {
    await refuseMisfits(job, book);
    if (file === null) remarkTwins(job, await writeDeals(job, book, showTo(context) ?? sendTo(context, job.encoding)));
    else
      say(
        job,
        file,
        await writeWhole(file, (write) => writeDeals(job, book, (text) => write(job.encoding.encode(text)))),
      );
  });
}

function readFormat({ format, output }: ExportOptions): Format {
  if (format !== undefined) return readChoice(format, FORMATS, '--format');
  const extension = extname(output ?? '')
    .slice(1)
    .toLowerCase();
  return FORMATS.find((it) => it === extension) ?? 'csv';
}

/** The other formats are defined in UTF-8, and without a mark. */
async function readEncoding(format: Format, name: string | undefined): Promise<Encoding> {
  if (format !== 'csv' && name !== undefined) throw new BadInput('encoding_csv_only', { format });
  return encodingNamed(format === 'csv' ? (name ?? 'utf-8') : 'utf-8-nobom');
}

/** A slip of the finger must not put a table in the place of the book. */
async function refuseBook({ bookFile }: Context, file: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) {
    if (await isSameFile(file, bookFile + end)) throw new BadInput('export_over_book', { file });
  }
}

function sendTo({ terminal }: Context, { encode }: Encoding): Put {
  return (text) => terminal.send(encode(text));
}

/** On a screen the file is a view: what a terminal would obey is shown instead. */
function showTo({ terminal }: Context): Put | null {
  if (terminal.width === null) return null;
  return (text) => terminal.send(Buffer.from(printableLines(text.replace(/^\ufeff/, '')), 'utf8'));
}

function say(job: Export, file: string, { deals, events, replaced, ...written }: Written): void {
  const { context, format, encoding } = job;
  const { words } = context;
  const said =
    format === 'ics' ? words.export.writtenDays({ deals, events, file }) : words.export.written({ deals, file });
  remark(context, said, file);
  remarkTwins(job, { deals, events, replaced, ...written });
  if (context.isJson) {
    const counts = format === 'ics' ? { deals, events } : { deals };
    answer(
      context,
      () => ({ format, file, encoding: encoding.name, ...counts, replaced }),
      () => '',
    );
  }
}

/** What comes back from the file is then not what the book has, to the letter. */
function remarkTwins({ context }: Export, { twins, replaced }: Written): void {
  const { words } = context;
  if (twins > 0) remark(context, words.export.twins(twins));
  if (replaced > 0) remark(context, words.export.replaced(replaced));
}
