import stringWidth from 'fast-string-width';
import type LineBreaker from 'linebreak';

/** Its tables are slow to unpack, and a pipe, where nothing is wrapped, has no use for them. */
let Breaker: typeof LineBreaker | undefined;

/** Loads what wrapping needs. To be called once before anything is wrapped. */
export async function prepareWrapping(): Promise<void> {
  Breaker ??= (await import('linebreak')).default;
}

/** Letters of one column each; for all others there are large patterns, which are slow to make. */
const PLAIN = /^[ -~]*$/;

/** Returns the columns a text takes; a full-width character takes two. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** Returns the text filled up with spaces to a width. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/**
 * Returns the lines of a text at most this wide, broken where its script allows (UAX #14: no line of Japanese begins with
 * a closing mark). Without a width there is one line a paragraph.
 */
export function wrap(text: string, width: number | null): string[] {
  return text.split('\n').flatMap((paragraph) => (width === null ? [paragraph] : wrapParagraph(paragraph, width)));
}

function wrapParagraph(paragraph: string, width: number): string[] {
  if (widthOf(paragraph) <= width) return [paragraph];
  if (!Breaker) throw new Error('prepareWrapping() was not called');
  const breaker = new Breaker(paragraph);
  const lines: string[] = [];
  let line = '';
  let from = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    if (isInside(paragraph, next.position)) continue;
    const piece = paragraph.slice(from, next.position);
    from = next.position;
    if (line !== '' && widthOf((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    for (const part of splitTooWide(piece, width)) {
      if (line !== '' && widthOf(line + part) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  return lines;
}

/** What Unicode would part and a reader would not: a number from what it counts, a date (5月20日), a flag from its dashes. */
const INSIDE: readonly (readonly [before: RegExp, after: RegExp])[] = [
  [/[\d０-９]$/, /^[\p{sc=Han}\p{sc=Kana}%％]/u],
  [/(?:[\d０-９][年月]|令和|平成|昭和)$/, /^[\d０-９元]/],
  [/[令平昭]$/, /^[和成][\d０-９元]/],
  [/(?:^|\s)--?$/, /^\w/],
];
/** So much of a text around a place says what stands there. */
const AROUND = 3;

function isInside(text: string, at: number): boolean {
  const [before, after] = [text.slice(Math.max(0, at - AROUND), at), text.slice(at, at + AROUND)];
  return INSIDE.some(([end, start]) => end.test(before) && start.test(after));
}

/** A single word wider than the line is cut where it must be. */
function splitTooWide(piece: string, width: number): string[] {
  if (widthOf(piece.trimEnd()) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of graphemesOf(piece)) {
    if (part !== '' && widthOf(part + character) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

let segmenter: Intl.Segmenter | undefined;
/** Node takes time by the square of a text's length to segment it. */
const BLOCK = 500;

/** Gives the signs a reader sees: a letter stays with its accent, a family of emoji together. */
function* graphemesOf(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter();
  for (let from = 0; from < text.length; ) {
    const block = Array.from(segmenter.segment(text.slice(from, from + BLOCK)), ({ segment }) => segment);
    // The last one may go on in the next block.
    if (from + BLOCK < text.length && block.length > 1) block.pop();
    yield* block;
    from += block.join('').length;
  }
}

/** Returns the lines of a paragraph, each behind an indent. */
export function indented(text: string, indent: string, width: number | null): string[] {
  return wrap(text, width === null ? null : Math.max(8, width - indent.length)).map((line) => indent + line);
}

/** Returns a text cut to a width, with … where something is missing. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const character of graphemesOf(text)) {
    if (widthOf(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Returns left and right on one line, as far apart as it is wide; in a pipe two spaces apart. */
export function apart(left: string, right: string, width: number | null): string {
  if (right === '') return left;
  const gap = width === null ? 2 : width - widthOf(left) - widthOf(right);
  return `${left}${' '.repeat(Math.max(2, gap))}${right}`;
}
