import { padEnd, padStart, widthOf, wrap } from './layout.ts';
import type { MovedKind } from './movewords.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

/** A move as it is shown; passwords are in neither address. */
interface ShownMove {
  readonly from: string;
  readonly to: string;
  readonly hasPassword: boolean;
  readonly owner: string | null;
  readonly rows: Readonly<Record<MovedKind, number>>;
  readonly digest: { readonly from: string; readonly to: string | null };
  readonly stepsLeftOut: number;
  readonly wasThere: boolean;
  readonly isDry: boolean;
}

/** Enough to see that two digests are the same; `--json` has them whole. */
const SHOWN_DIGITS = 12;

/** Returns what was copied, by counts and digests of both sides, and how to go on. */
export function moveView(shown: ShownMove, { words, width }: Page): string {
  const { from, to, owner, stepsLeftOut, wasThere, isDry, hasPassword } = shown;
  const { move } = words;
  const say = wasThere ? move.wasThere : isDry ? move.wouldMove : move.moved;
  const after = wasThere || !isDry;
  return [
    say(to),
    ...(owner === null ? [] : wrap(move.ofOwner(printable(owner)), width)),
    ...(stepsLeftOut > 0 ? wrap(move.leftOut(stepsLeftOut), width) : []),
    '',
    ...countLines(shown, words.move),
    '',
    ...(after
      ? [
          ...wrap(move.use, width),
          `  followup config set db "${to}"`,
          ...(hasPassword ? wrap(move.password, width) : []),
        ]
      : [move.dryRun]),
    ...(after ? ['', ...wrap(move.stays, width), `  ${from}`] : []),
  ].join('\n');
}

export function moveJson({ from, to, owner, rows, digest, stepsLeftOut, wasThere, isDry }: ShownMove) {
  return { from, to, owner, rows, digest, stepsLeftOut, wasThere, dryRun: isDry };
}

/** Returns a table: what there is, how much of it here, how much of it there. */
function countLines(
  { rows, digest }: ShownMove,
  { heads, kinds, digest: digestName }: Page['words']['move'],
): string[] {
  const counted = (Object.keys(kinds) as MovedKind[]).filter((kind) => rows[kind] > 0);
  const cells = [
    ['', heads.from, heads.to],
    ...counted.map((kind) => [kinds[kind], String(rows[kind]), String(rows[kind])]),
    [digestName, digest.from.slice(0, SHOWN_DIGITS), digest.to?.slice(0, SHOWN_DIGITS) ?? ''],
  ];
  const shown = digest.to === null ? cells.map((row) => row.slice(0, 2)) : cells;
  const nameWidth = Math.max(...shown.map(([name = '']) => widthOf(name)));
  return shown.map(([name = '', ...counts]) =>
    `  ${padEnd(name, nameWidth)}${counts.map((it) => `  ${padStart(it, SHOWN_DIGITS)}`).join('')}`.trimEnd(),
  );
}
