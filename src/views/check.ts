import type { Language } from '../core/deal.ts';
import type { Finding, Judgement } from '../core/wording.ts';
import type { FindingCode } from './checkwords.ts';
import { indented, widthOf, wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';
import { wordsOf } from './words.ts';

const INDENT = '  ';
/** So much of a long line is shown before a finding. */
const BEFORE = 12;

/** Returns what the wording check found: the verdict, then each finding in its line, why, and a better wording. */
export function checkView(message: string, { verdict, gives, findings }: Judgement, page: Page): string {
  const { check } = page.words;
  const isPlain = verdict === 'value' && !gives;
  const isClean = verdict === 'value' && !isPlain && findings.length === 0;
  const said = isPlain ? check.plain : check.verdicts[verdict];
  const head = wrap(isClean ? `${said} ${check.clean}`.trim() : said, page.width)
    .map(page.paint.strong)
    .join('\n');
  if (findings.length === 0) return head;
  return [head, ...findings.map((finding) => findingBlock(message, finding, page))].join('\n\n');
}

/** Returns the findings as scripts read them. */
export function checkJson({ verdict, findings }: Judgement) {
  return { verdict, findings: findings.map(findingJson) };
}

export function findingJson(finding: Finding) {
  const { code, from, to, text } = finding;
  return { code, from, to, text, suggestion: suggestionFor(finding) };
}

/** The correction where it is mechanical, else a sentence to take as a pattern, in the language of what was found. */
function suggestionFor({ code, text, replacement }: Finding): string {
  return replacement ?? wordsOf(languageOf(text)).check.better[code as FindingCode];
}

function languageOf(text: string): Language {
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(text) ? 'ja' : 'en';
}

function findingBlock(message: string, finding: Finding, page: Page): string {
  const { check, screens } = page.words;
  const { line, text, column } = placeOf(message, finding);
  const shown = cutAround(text, column, finding.to - finding.from, page.width);
  const label = `${check.line(line)}${screens.labelEnd}`;
  const suggestion = suggestionFor(finding);
  return [
    `${label}${shown.text}`,
    `${' '.repeat(widthOf(label) + widthOf(shown.text.slice(0, shown.column)))}${page.paint.warm('^'.repeat(Math.max(1, widthOf(shown.marked))))}`,
    ...indented(check.why[finding.code as FindingCode], INDENT, page.width),
    ...indented(`${check.instead}${suggestion}`, INDENT, page.width),
  ].join('\n');
}

/** Where a finding stands: its line, counted from 1, and how far into it. */
function placeOf(message: string, { from }: Finding): { line: number; text: string; column: number } {
  const before = message.slice(0, from);
  const start = before.lastIndexOf('\n') + 1;
  const end = message.indexOf('\n', from);
  return {
    line: before.split('\n').length,
    text: message.slice(start, end < 0 ? undefined : end),
    column: from - start,
  };
}

/** Cuts a line to the page so that what was found stays in sight; carets need it on one line. */
function cutAround(
  text: string,
  column: number,
  length: number,
  width: number | null,
): { text: string; column: number; marked: string } {
  const room = width === null ? Number.POSITIVE_INFINITY : Math.max(16, width - 14);
  const from = widthOf(text) > room && column > BEFORE ? column - BEFORE : 0;
  let shown = printable(text.slice(from));
  while (widthOf(shown) > room) shown = shown.slice(0, -1);
  const head = from > 0 ? '…' : '';
  const at = head.length + column - from;
  return { text: head + shown, column: at, marked: (head + shown).slice(at, at + length) };
}
