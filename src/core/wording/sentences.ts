import { pattern } from './rule.ts';

export type Tongue = 'en' | 'ja';

/** A sentence of the message; `text` is folded and in lower case for matching, and as long as the original, so offsets carry over. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tongue: Tongue;
  /** Stands as an item of a list. */
  readonly item: boolean;
}

const JAPANESE = /[぀-ヿ㐀-鿿ｦ-ﾝ々〆]/g;
const SENTENCE_END = /[。．！？!?]+[)）」』"']*|\.{1,3}(?=["')\]]*(?:\s|$))|…+/g;
const ABBREVIATION = /\b(?:mr|mrs|ms|dr|st|vs|e\.g|i\.e|etc|no|inc|ltd|co|approx|a\.m|p\.m)\.$/i;
const ITEM = /^\s*(?:[-*•・●◆■○▪–]|\(?\d{1,2}[.)、)]|[①-⑳]|[a-d][.)])\s*(?=\S)/i;
/** Where the quoted earlier mail begins. */
const QUOTE_HEAD = pattern`
  ^\s*(?:-{2,}\s*(?:original message|forwarded message|元のメッセージ|転送)|on .{4,120} wrote:\s*$|
  差出人[:：]|from: .*@|\d{4}年\d{1,2}月\d{1,2}日.{0,60}[:：]\s*$)`;
const QUOTED = /^\s*>/;
const SIGN_OFF = pattern`
  ^\s*(?:(?:with )?(?:best|kind|warm|many)? ?(?:regards|wishes|thanks)|best|sincerely(?: yours)?|
  yours (?:truly|sincerely|faithfully)|cheers|respectfully|talk soon|thank you|thanks(?: again)?|--\s*|
  [-―─━=_*＊]{4,})[,.!]?\s*$`;
const POSTSCRIPT = /^\s*(?:p\.?\s?s\.?\b|追伸)/i;

/** A Japanese sign says about as much as this many letters, generously counted. */
const LATIN_LETTERS_PER_JAPANESE = 6;
/** No one writes such a sentence; cutting there keeps the time in proportion to the text. */
const LONGEST = 800;

/** Returns the text with typographic quotes, full-width ASCII and a written-out `\n` folded, length unchanged. */
export function fold(text: string): string {
  return text
    .replace(/\\r\\n|\\n|\\t/g, (it) => (it === '\\t' ? '  ' : '\n'.padStart(it.length)))
    .replace(/\r/g, ' ')
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[　\u00a0\t]/g, ' ')
    .replace(/[！-～]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0));
}

/** Returns the text in lower case, length unchanged: a few capitals of other scripts become two signs, and stay. */
export function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (it) => it.toLowerCase());
}

/** Returns the sentences the writer wrote: quoted mail and the signature block are left out. */
export function sentences(text: string): Sentence[] {
  return blocks(fold(text)).flatMap(split);
}

/** Returns whether the message carries the mail it answers. */
export function hasQuote(text: string): boolean {
  return fold(text)
    .split('\n')
    .some((line) => QUOTED.test(line) || QUOTE_HEAD.test(lowered(line)));
}

interface Block {
  readonly from: number;
  readonly text: string;
  readonly item: boolean;
}

/** Joins lines that were only wrapped; keeps list items, and drops what is not the writer's message. */
function blocks(folded: string): Block[] {
  const found: Block[] = [];
  let at = 0;
  let signed = false;
  let above = '';
  let open: { from: number; text: string; item: boolean } | undefined;
  const lines = folded.split('\n');
  for (const [index, line] of lines.entries()) {
    const from = at;
    at += line.length + 1;
    if (QUOTE_HEAD.test(lowered(line))) {
      if ((open || found.length > 0) && !QUOTED.test(lines[index + 1] ?? '')) break;
      continue;
    }
    if (POSTSCRIPT.test(line)) signed = false;
    if (signed || QUOTED.test(line)) continue;
    if (found.length + (open ? 1 : 0) > 0 && SIGN_OFF.test(lowered(line))) {
      signed = true;
      continue;
    }
    const item = ITEM.test(line) || isCounted(lines, index);
    if (open && line.trim() !== '' && !item && isWrapped(above, line)) {
      open.text += ` ${line}`;
      above = line;
      continue;
    }
    above = line;
    if (open) found.push(open);
    open = line.trim() === '' ? undefined : { from, text: line, item };
  }
  if (open) found.push(open);
  return found;
}

const COUNTED = /^\s*(\d{1,2})\s+\S/;

/** Lines that count up, "1 yes", "2 no", are a list too. */
function isCounted(lines: readonly string[], index: number): boolean {
  const count = (at: number): number => Number(COUNTED.exec(lines[at] ?? '')?.[1] ?? Number.NaN);
  const here = count(index);
  return here === count(index - 1) + 1 || here === count(index + 1) - 1;
}

function isWrapped(before: string, line: string): boolean {
  const end = before.trimEnd();
  if (end.endsWith('、')) return true;
  if (/^\s*(?:hi|hello|hey|dear)\b.{0,40},$/i.test(end)) return false;
  return /[a-z0-9,}\])]/i.test(end.slice(-1)) && /^\s*[a-z]/.test(line);
}

function split(block: Block): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    while (end - start > LONGEST) cut(start + LONGEST);
    cut(end);
  };
  const cut = (end: number): void => {
    const raw = block.text.slice(start, end);
    const text = lowered(raw.trim());
    if (/[\p{L}\p{N}]/u.test(text)) {
      const from = block.from + start + (raw.length - raw.trimStart().length);

      found.push({ from, to: from + text.length, text, tongue: tongueOf(text), item: block.item });
    }
    start = end;
  };
  for (const match of block.text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (ABBREVIATION.test(block.text.slice(Math.max(start, end - 8), end))) continue;
    if (ITEM.test(block.text.slice(start, end + 2)) && /^\s*\d{1,2}\.$/.test(block.text.slice(start, end))) continue;
    push(end);
  }
  push(block.text.length);
  return found;
}

/** A Japanese name does not make an English sentence Japanese, nor does a product name in Latin letters the reverse. */
function tongueOf(text: string): Tongue {
  const own = text.replace(/[[{<][^\]}>]{0,80}[\]}>]|https?:\S{1,200}/g, ' ');
  const japanese = own.match(JAPANESE)?.length ?? 0;
  const latin = own.match(/[a-z]/gi)?.length ?? 0;
  return japanese > 0 && japanese * LATIN_LETTERS_PER_JAPANESE >= latin ? 'ja' : 'en';
}
