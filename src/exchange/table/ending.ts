import { isAmounts, isEndMark } from './leftover.ts';
import type { Row } from './row.ts';

/** The last rows of a table, among which reports put who made them, when and for whom. */
export interface Ending {
  /** Returns the rows of which no more is to be learnt, in order. */
  add(row: Row): readonly Row[];
  /** Returns the rows that waited, now that the file has ended. */
  rest(): readonly Row[];
}

/** No report says more about itself. */
const MOST_LINES = 50;

/**
 * Returns a place where lone cells wait for the end of the file: where one of those at the end is a footer for certain, all are. A
 * row of nothing but amounts behind a total is its second half.
 */
export function createEnding(): Ending {
  let waiting: readonly Row[] = [];

  const release = (rows: readonly Row[]): readonly Row[] => {
    if (waiting.length === 0) return rows;
    const released = [...waiting, ...rows];
    waiting = [];
    return released;
  };
  return {
    add: (row) => {
      const last = waiting.findLast(({ kind }) => kind !== 'blank');
      const it: Row = last?.kind === 'total' && row.kind === 'row' && isAmounts(row.cells) ? asKind(row, 'total') : row;
      if (!isLoose(it)) return release([it]);
      waiting = [...waiting, it];
      return waiting.length > MOST_LINES ? release([]) : [];
    },
    rest: () => {
      const isCertain = waiting.some(({ kind, cells }) => kind === 'total' || (kind === 'footer' && isEndMark(cells)));
      const rows = release([]);
      return isCertain ? rows.map((row) => (row.kind === 'row' ? asKind(row, 'footer') : row)) : rows;
    },
  };
}

function isLoose({ kind, fault }: Row): boolean {
  return kind === 'blank' || kind === 'total' || kind === 'footer' || fault === 'too_short';
}

function asKind({ line, cells }: Row, kind: 'total' | 'footer'): Row {
  return { line, cells, kind };
}
