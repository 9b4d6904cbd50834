import type { Parser } from 'csv-parse';
import { BadInput } from '../../core/failure.ts';
import type { RecordForm } from './delimiter.ts';
import { lookAtQuotes } from './quotes.ts';
import { cutRegular } from './regular.ts';

/** What stands between two line ends that are not in quotes. */
export interface CsvRecord {
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A cell goes on behind its closing quote, so that nobody knows where it was meant to end. */
  readonly hasStrayQuote: boolean;
}

/** Text with the name of its file and the number of its first line. */
export interface Text {
  readonly file: string;
  readonly firstLine: number;
  readonly pieces: AsyncIterable<string>;
}

/** A record beyond this is no row of deals: a quote that nobody closed, or a file without line ends. */
const MOST_RECORD_BYTES = 4 * 1024 * 1024;
/** What goes on for longer is left to the library: it would be looked through again with every piece. */
const MOST_HELD = 64 * 1024;

/**
 * Yields the records of a text in batches; a blank line is a record of one empty cell. From the first one that is not written by
 * the rules, the library reads: it knows what to make of quotes that stand anywhere. Throws BadInput, with the line on which
 * the quote opens, where a quote is never closed, and where a record is far too long without one.
 */
export async function* recordsOf(text: Text, form: RecordForm): AsyncGenerator<readonly CsvRecord[]> {
  let parser: Parser | null = null;
  let batch: CsvRecord[] = [];
  let { firstLine: line } = text;
  // The bytes behind the last record, in which stray and open quotes are looked for.
  let unread: Buffer = Buffer.alloc(0);
  let unreadFrom = 0;
  let hasQuotes = false;

  const take = (cells: readonly string[], endsAt: number): void => {
    const raw = unread.subarray(0, endsAt - unreadFrom);
    unread = unread.subarray(raw.length);
    unreadFrom = endsAt;
    const mayBeStray = hasQuotes && cells.some((cell) => cell.startsWith('"'));
    batch.push({ line, cells, hasStrayQuote: mayBeStray && lookAtQuotes(raw.toString(), form).isStray });
    line += hasQuotes ? 1 + lineEnds(cells.join(' ')) : 1;
  };
  const open = async (): Promise<Parser> => {
    const opened = await openParser(form);
    // Taking the records here, instead of one by one out of the stream, halves the time.
    opened.push = (cells: string[] | null) => {
      if (cells) take(cells, opened.info.bytes);
      // Otherwise the library makes an error, a slow thing, of every record that is not as wide as its first.
      Object.assign(opened.info, { records: 0 });
      return true;
    };
    return opened;
  };
  const broken = (): BadInput => {
    const rest = unread.toString();
    const { openAt } = lookAtQuotes(rest, form);
    const { file } = text;
    // A quote that opens late was only cut off, since the record was too long by then.
    if (rest.length > MOST_RECORD_BYTES / 2 && openAt > rest.length / 2)
      return new BadInput('csv_record_too_long', { file, line });
    return new BadInput('csv_broken', { file, line: line + lineEnds(rest.slice(0, openAt)) });
  };

  const parse = async (piece: string): Promise<void> => {
    parser ??= await open();
    const bytes = Buffer.from(piece);
    unread = Buffer.concat([unread, bytes]);
    hasQuotes = unread.includes('"');
    if (!(await isWritten(parser, bytes))) throw broken();
  };

  let isRegular = !form.isPadded;
  let held = '';
  for await (const piece of text.pieces) {
    if (isRegular) {
      const cut = cutRegular(held + piece, line, form.delimiter);
      ({ line, rest: held } = cut);
      isRegular = cut.isRegular && held.length < MOST_HELD;
      if (cut.records.length > 0) yield cut.records;
      if (isRegular) continue;
    }
    await parse(held === '' ? piece : held);
    held = '';
    if (batch.length > 0) yield batch;
    batch = [];
  }
  if (held !== '') await parse(held);
  if (parser && !(await isEnded(parser))) throw broken();
  if (batch.length > 0) yield batch;
}

async function openParser({ delimiter, isPadded }: RecordForm): Promise<Parser> {
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    ltrim: isPadded,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MOST_RECORD_BYTES,
  });
  // An error also comes back from the call that caused it, and is dealt with there.
  parser.on('error', () => {});
  return parser;
}

function isWritten(parser: Parser, bytes: Buffer): Promise<boolean> {
  return new Promise((resolve) => parser.write(bytes, (error) => resolve(!error)));
}

function isEnded(parser: Parser): Promise<boolean> {
  return new Promise((resolve) => parser.end((error?: Error | null) => resolve(!error)));
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
