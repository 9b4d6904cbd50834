import type { Row } from './row.ts';

/** Rows that may be pieces of one, since a line break in a cell that is not in quotes cuts a row in two. */
export interface Pieces {
  /** Returns the rows of which no more is to be learnt, in order. */
  add(row: Row): readonly Row[];
  rest(): readonly Row[];
}

/** A cell has hardly more lines. */
const MOST_PIECES = 20;

/**
 * Returns a place where short rows wait for those that follow: together exactly as wide as the table, they are `broken`. The
 * last cell of one piece and the first of the next are one cell.
 */
export function createPieces(width: number): Pieces {
  let waiting: readonly Row[] = [];

  const add = (row: Row): readonly Row[] => {
    if (!isPiece(row, width)) return waiting.length === 0 ? [row] : [...rest(), row];
    waiting = [...waiting, row];
    const together = widthOf(waiting);
    if (together === width && row.kind === 'row') {
      waiting = waiting.map((piece) => (piece.kind === 'row' ? { ...piece, fault: 'broken' } : piece));
      return rest();
    }
    if (together <= width && waiting.length < MOST_PIECES) return [];
    const [first, ...others] = waiting as readonly [Row, ...Row[]];
    waiting = [];
    return [first, ...others.flatMap(add)];
  };
  const rest = (): readonly Row[] => {
    const settled = waiting;
    waiting = [];
    return settled;
  };
  return { add, rest };
}

/** A row that lacks cells; a blank line may stand between the lines of one cell. */
function isPiece({ kind, cells, fault }: Row, width: number): boolean {
  return (kind === 'row' || kind === 'blank') && cells.length < width && fault !== 'stray_quote';
}

function widthOf(pieces: readonly Row[]): number {
  return pieces.reduce((sum, { cells }) => sum + cells.length - 1, 1);
}
