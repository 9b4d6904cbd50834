import type { RecordForm } from './delimiter.ts';

/** What the quotes of one record are like. */
export interface Quotes {
  /** Text follows a closing quote. */
  readonly isStray: boolean;
  /** Where a quote opens that is never closed; the length of the text where there is none. */
  readonly openAt: number;
}

/** Looks at the quotes of one record as it stands in the file. */
export function lookAtQuotes(raw: string, { delimiter, isPadded }: RecordForm): Quotes {
  const cellEnd = new RegExp(`[\\r\\n${escaped(delimiter)}]|$`, 'g');
  let isStray = false;
  let at = 0;
  while (at < raw.length) {
    const opening = isPadded ? skipSpaces(raw, at) : at;
    const isQuoted = raw[opening] === '"';
    const quotedEnd = isQuoted ? endOfQuoted(raw, opening) : at;
    if (quotedEnd < 0) return { isStray, openAt: opening };
    cellEnd.lastIndex = quotedEnd;
    const end = cellEnd.exec(raw)?.index ?? raw.length;
    if (isQuoted && end > quotedEnd) isStray = true;
    at = end + 1;
  }
  return { isStray, openAt: raw.length };
}

/** Returns a character as it stands in a class of a regular expression. */
export function escaped(character: string): string {
  return character.replace(/[\\\]^-]/, '\\$&');
}

/** Two quotes within a quoted cell are one of its characters. Returns where the cell ends; -1 where it does not. */
export function endOfQuoted(raw: string, opening: number): number {
  let at = raw.indexOf('"', opening + 1);
  while (at >= 0 && raw[at + 1] === '"') at = raw.indexOf('"', at + 2);
  return at < 0 ? -1 : at + 1;
}

function skipSpaces(raw: string, from: number): number {
  let at = from;
  while (raw[at] === ' ') at += 1;
  return at;
}
