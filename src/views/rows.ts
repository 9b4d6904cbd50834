import { indented, padEnd, widthOf } from './layout.ts';
import type { Row } from './topicwords.ts';

/** A longer term stands on a line of its own. */
const WIDEST_TERM = 26;
/** Below this width what a term means stands under it. */
const NARROW = 60;

/** Returns the lines of a table of terms: side by side where there is room. */
export function rowLines(rows: readonly Row[], width: number | null): string[] {
  const column = Math.max(...rows.map(([term]) => widthOf(term)).filter((it) => it <= WIDEST_TERM), 0) + 2;
  return rows.flatMap(([term, meaning]) => {
    const isApart = widthOf(term) > WIDEST_TERM || (width !== null && width < NARROW);
    if (isApart) return [`  ${term}`, ...indented(meaning, '      ', width)];
    const [first = '', ...rest] = indented(meaning, ' '.repeat(column + 2), width);
    return [`  ${padEnd(term, column)}${first.trimStart()}`, ...rest];
  });
}
