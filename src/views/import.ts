import { wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

interface Counts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rejects: readonly {
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly problem: string;
  }[];
}

/** Problems beyond this many are counted, not listed; `--json` has them all. */
const MOST_REJECTS = 20;

/** Returns what an import did, and every value that kept a row out. */
export function importView(
  counts: Counts,
  {
    ignored,
    declined,
    isDry,
  }: { readonly ignored: readonly string[]; readonly declined: number; readonly isDry: boolean },
  page: Page,
): string {
  const words = page.words.screens.import;
  const { rejects } = counts;
  const lines = rejects
    .slice(0, MOST_REJECTS)
    .map(({ line, column, value, problem }) =>
      words.reject(line, printable(column), printable(value), words.problems[problem] ?? problem),
    );
  const more = rejects.length - lines.length;
  const said = [
    ...lines,
    ...(more > 0 ? [words.moreRejects(more)] : []),
    ...(ignored.length > 0 ? [words.ignored(ignored.map(printable).join(page.words.screens.listJoin))] : []),
    ...(declined > 0 && (counts.created > 0 || counts.updated > 0) ? [words.declinedNote(declined)] : []),
    words.summary(counts),
    ...(isDry ? [words.dryRun] : []),
  ];
  return said.flatMap((line) => wrap(line, page.width)).join('\n');
}
