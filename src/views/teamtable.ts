import { type RepFigures, statusOnlyShare } from '../core/team.ts';
import { clip, indented, padEnd, padStart, widthOf } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

/** A name takes so much of a line at most, and what is left of it must be so much at least. */
const WIDEST_NAME = 24;
const LEAST_NAME = 16;
const GAPS = [2, 1];

/** Returns what stands for an owner's name, also where nobody is one. */
export function ownerName(owner: string | null, { words }: Page): string {
  return owner === null ? words.teamPage.nobody : printable(owner);
}

/**
 * Returns a long team as a table, a line each and all of them together at its end; where the line is too short for that, the
 * figures stand below the names. Returns null where not even the figures have room.
 */
export function teamTable(reps: readonly RepFigures[], width: number, page: Page): string | null {
  const { columns, everybody } = page.words.teamPage;
  const headings = Object.values(columns);
  const rows = [
    ...reps.map((rep) => ({ name: ownerName(rep.owner, page), figures: figuresOf(rep) })),
    { name: everybody, figures: figuresOf(sumOf(reps)) },
  ];
  const widths = headings.map((heading, at) =>
    Math.max(widthOf(heading), ...rows.map(({ figures }) => widthOf(figures[at] ?? ''))),
  );
  const least = widths.reduce((sum, it) => sum + it, 0);
  const gap = GAPS.find((it) => least + it * widths.length <= width);
  if (gap === undefined) return null;
  const cells = (texts: readonly string[]): string =>
    texts.map((text, at) => ' '.repeat(gap) + padStart(text, widths[at] ?? 0)).join('');
  const room = Math.min(WIDEST_NAME, width - widthOf(cells(headings)));
  if (room < LEAST_NAME)
    return [
      page.paint.faint(cells(headings)),
      ...rows.flatMap(({ name, figures }) => [...indented(name, '', width), cells(figures)]),
    ].join('\n');
  return [
    page.paint.faint(padEnd('', room) + cells(headings)),
    ...rows.map(({ name, figures }) => padEnd(clip(name, room), room) + cells(figures)),
  ].join('\n');
}

function figuresOf(rep: RepFigures): string[] {
  const share = statusOnlyShare(rep);
  return [
    String(rep.owed),
    String(rep.outstanding),
    String(rep.collected),
    String(rep.undated),
    share === null ? '–' : `${Math.round(share * 100)} %`,
  ];
}

function sumOf(reps: readonly RepFigures[]): RepFigures {
  const sum = (field: Exclude<keyof RepFigures, 'owner'>): number => reps.reduce((total, rep) => total + rep[field], 0);
  return {
    owner: null,
    open: sum('open'),
    owed: sum('owed'),
    overdue: sum('overdue'),
    outstanding: sum('outstanding'),
    collected: sum('collected'),
    undated: sum('undated'),
    contacts: sum('contacts'),
    statusOnly: sum('statusOnly'),
  };
}
