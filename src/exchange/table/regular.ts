import { endOfQuoted, escaped } from './quotes.ts';
import type { CsvRecord } from './records.ts';

/** Whole records from the front of a text, and what is left of it. */
export interface Cut {
  readonly records: readonly CsvRecord[];
  /** The line on which the rest begins. */
  readonly line: number;
  readonly rest: string;
  /** Whether the rest lacks only its end; else it begins with a record that is not written by the rules. */
  readonly isRegular: boolean;
}

/**
 * Cuts records off a text as long as they are written by the rules: a cell that begins with a quote ends with one, and lines end
 * with a line feed. Finding the line ends takes a small part of the time in which the library looks at every byte.
 */
export function cutRegular(text: string, firstLine: number, delimiter: string): Cut {
  const records: CsvRecord[] = [];
  const opening = `${delimiter}"`;
  const bareEnd = new RegExp(`[\\r\\n${escaped(delimiter)}]`, 'g');
  let line = firstLine;
  let at = 0;
  const stopped = (isRegular: boolean): Cut => ({ records, line, rest: text.slice(at), isRegular });
  for (;;) {
    const feed = text.indexOf('\n', at);
    if (feed < 0) return stopped(true);
    const raw = text.slice(at, feed > at && text[feed - 1] === '\r' ? feed - 1 : feed);
    if (raw.startsWith('"') || raw.includes(opening)) {
      const found = cutQuoted(text, at, { delimiter, bareEnd });
      if (typeof found === 'string') return stopped(found === 'unfinished');
      const { cells, end } = found;
      records.push({ line, cells, hasStrayQuote: false });
      line += text.slice(at, end).match(/\r\n|\r|\n/g)?.length ?? 0;
      at = end;
    } else if (raw.includes('\r')) {
      return stopped(false);
    } else {
      records.push({ line, cells: raw.split(delimiter), hasStrayQuote: false });
      line += 1;
      at = feed + 1;
    }
  }
}

interface Signs {
  readonly delimiter: string;
  /** Finds what ends a cell without quotes. */
  readonly bareEnd: RegExp;
}

interface CutRecord {
  readonly cells: readonly string[];
  /** Where the next record begins. */
  readonly end: number;
}

function cutQuoted(text: string, from: number, { delimiter, bareEnd }: Signs): CutRecord | 'unfinished' | 'irregular' {
  const cells: string[] = [];
  for (let at = from; ; at += 1) {
    let end: number;
    if (text[at] === '"') {
      end = endOfQuoted(text, at);
      cells.push(text.slice(at + 1, end - 1).replaceAll('""', '"'));
    } else {
      bareEnd.lastIndex = at;
      end = bareEnd.exec(text)?.index ?? -1;
      cells.push(text.slice(at, end));
    }
    // Behind the last sign there may be another quote, or the second half of a line end.
    if (end < 0 || end >= text.length) return 'unfinished';
    if (text[end] === '\n') return { cells, end: end + 1 };
    if (text[end] === '\r' && end + 1 >= text.length) return 'unfinished';
    if (text[end] === '\r' && text[end + 1] === '\n') return { cells, end: end + 2 };
    if (text[end] !== delimiter) return 'irregular';
    at = end;
  }
}
