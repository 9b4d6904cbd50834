import stringWidth from 'fast-string-width';

/** Text of one look and one width of signs, and where it stands. */
interface Run {
  readonly text: string;
  readonly look: string;
  readonly column: number;
  readonly cells: number;
}

const CELL = 8.4;
const LINE = 20;
const SIZE = 14;
/** A kanji is as wide as it is high, and has two cells: at the size of the letters it would leave gaps. */
const WIDE_SIZE = 2 * CELL;
const MARGIN = 16;

/** What the colours of the terminal are called here; what ends one has no name. */
const LOOKS: Readonly<Record<string, string>> = { 1: 'strong', 2: 'faint', 31: 'warm', 35: 'accent' };

/** A dark page gets a dark picture. */
const STYLE = `
  text { font: ${SIZE}px ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK JP", "BIZ UDGothic", monospace; white-space: pre; fill: #1f2328 }
  rect { fill: #ffffff; stroke: #d0d7de }
  .wide { font-size: ${WIDE_SIZE}px }
  .strong { font-weight: bold }
  .faint { fill: #59636e }
  .accent { fill: #8a2a8a }
  .warm { fill: #b3261e }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 }
    rect { fill: #0d1117; stroke: #30363d }
    .faint { fill: #9198a1 }
    .accent { fill: #d99be3 }
    .warm { fill: #ff9a8f }
  }
`;

/** Returns a picture of what a terminal so many columns wide shows of a text, colours included. */
export function textToSvg(text: string, title: string, columns: number): string {
  const lines = text.split('\n');
  const width = Math.ceil(columns * CELL) + 2 * MARGIN;
  const height = lines.length * LINE + 2 * MARGIN;
  const drawn = lines.flatMap((line, row) => runsOf(line).map((run) => drawRun(run, MARGIN + row * LINE + SIZE)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** The length is said, so that every sign stands in its cells whatever font there is. */
function drawRun({ text, look, column, cells }: Run, y: number): string {
  const looks = [look, WIDE.test(text) ? 'wide' : ''].filter((it) => it !== '').join(' ');
  const place = `x="${rounded(MARGIN + column * CELL)}" y="${y}" textLength="${rounded(cells * CELL)}"`;
  return `<text ${place}${looks && ` class="${looks}"`}>${escaped(text)}</text>`;
}

function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let look = '';
  let column = 0;
  for (const [, code, plain = ''] of line.matchAll(/\u001b\[(\d+)m|([^\u001b]+)/g)) {
    if (code) look = LOOKS[code] ?? '';
    for (const word of plain.split(/(\s+)/)) {
      for (const text of word.match(WIDE_OR_NARROW) ?? []) {
        const cells = stringWidth(text);
        if (text.trim() !== '') runs.push({ text, look, column, cells });
        column += cells;
      }
    }
  }
  return runs;
}

const WIDE = /^[\u3000-\u9fff\uff00-\uff60]/;
/** Kana, kanji and their marks, or anything else. */
const WIDE_OR_NARROW = /[\u3000-\u9fff\uff00-\uff60]+|[^\u3000-\u9fff\uff00-\uff60]+/g;

function rounded(length: number): string {
  return String(Math.round(length * 10) / 10);
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
