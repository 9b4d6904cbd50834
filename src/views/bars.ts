import { indented, padEnd, widthOf } from './layout.ts';
import type { Page } from './page.ts';

/** A number as a bar: how long it is, and what stands beside it. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

const INDENT = '  ';
const BLOCK = '█';
/** A bar of a few counts need not fill the line. */
const WIDEST_UNIT = 3;

/**
 * Returns the bars of one scale, under each other: counts against the largest of them, shares against `whole`. Where a
 * label leaves no room, its bar stands below it.
 */
export function barLines(bars: readonly Bar[], page: Page, whole: number | null = null): string[] {
  const cells = cellsFor(page.width);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const unit = whole === null ? Math.min(WIDEST_UNIT, cells / most) : cells / whole;
  const labelWidth = Math.max(0, ...bars.map(({ label }) => widthOf(label)));
  const textWidth = Math.max(0, ...bars.map(({ text }) => widthOf(text)));
  const isRoomy = page.width === null || INDENT.length + labelWidth + 2 + cells + 1 + textWidth <= page.width;
  return bars.flatMap(({ label, value, text }) => {
    const bar = [BLOCK.repeat(lengthOf(value, unit)), text].filter((part) => part !== '').join(' ');
    if (page.width === null) return [`${INDENT}${label}  ${bar}`];
    if (isRoomy) return [`${INDENT}${padEnd(label, labelWidth)}  ${bar}`];
    return [...indented(label, INDENT, page.width), ...indented(bar, `${INDENT}  `, page.width)];
  });
}

/** Bars leave room for words on both sides. */
function cellsFor(width: number | null): number {
  return width === null || width >= 72 ? 18 : width >= 50 ? 10 : 8;
}

/** Every count above nothing is seen. */
function lengthOf(value: number, unit: number): number {
  return value <= 0 ? 0 : Math.max(1, Math.round(value * unit));
}
