import { filledCells, type Header, headerName, namedHeaders } from './headerrow.ts';

/** What stands among the rows of a table; only a `row` is a deal. */
export type RowKind = 'row' | 'blank' | 'header' | 'total' | 'footer';

/** What a table is known by. */
export interface TableFrame {
  readonly headers: readonly Header[];
  readonly titleLines: readonly string[];
}

/** In a narrower table a single cell is a row like others. */
const FOOTER_WIDTH = 3;

/** In a narrower table a lone cell may be a deal of which only the name is known. */
export const HEADING_WIDTH = 4;
/** 【東京支店】, ■ 受注済 and the like above the rows of a group. */
const HEADING = /^(?:【.+】|[<〔《].+[>〕》]|[■●◆◇□▼▽★☆▶►].*|([=*#-])\1+\s.+)$/;
/** kintone marks the first line of a record with a sign, and leaves the others blank. */
const RECORD_START = 'レコードの開始行';

const TOTAL =
  /^(?:総?合計|小計|総計|累計|計|平均|件数|(?:grand |sub[- ]?)?totals?|sum|average|count)(?:金額|件数|額)?\s*(?:\(.*\))?\s*:?\s*/i;
/** Words of sums in other languages, and sums of a group: 東京支店計, 4月計, 営業一課合計. */
const GROUP_TOTAL = new RegExp(
  '^(?:(?:zwischen|gesamt)?summe|gesamt(?:betrag|ergebnis)?|(?:sous-)?total(?:e|es)? (?:général|general|generale|geral)|sous-total|somme|' +
    'suma|razem|celkem|totale|totaal|durchschnitt|mittelwert|moyenne|promedio|' +
    '平均(?:値|単価|額|確度|日数)|最[大小]値|中央値|(?:レコード|データ|案件|商談|行)(?:件)?数|' +
    '.*(?:小計|合計|総計|累計)(?:金額|件数|額)?|.*(?:支社|支店|営業所|本部|部|課|係|チーム|グループ|地区|エリア|月|期|週|日|年|年度|全社)計)$',
  'i',
);
/** Ends like a sum, but not like 設計, 会計 and what else companies are called by. */
const MAYBE_TOTAL = /[^\s設会時統家生計余早推]計$/;
const NUMBER =
  /^[-+(△▲]?\s*(?:[A-Z]{3}|[¥$€£])?\s*[-+]?\d[\d.,' ]*(?:円|千円|万円|億円|%|件|[A-Z]{3}|[¥€]|records?|rows?)?\)?$/i;
/** 1.11.2026 and 20261101: a row that has a date is a row. */
const DATE = /^(?:\d{1,4}\.\d{1,2}\.\d{1,4}|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/;
const DASH = /^[-–—―]+$/;

const FOOTERS: readonly RegExp[] = [
  /^以上[。.]?$/,
  /^※/,
  /\bconfidential\b|do not distribute|all rights reserved|社外秘|部外秘|取扱注意|無断転載/i,
  /^(?:copyright\b|©|\(c\))/i,
  /^(?:generated|exported|created|printed|downloaded|run|last updated|report generated) (?:by|on|at|from)\b/i,
  /^(?:generated|exported|printed|as of|filter(?:s|ed by)?|report)\s*:/i,
  /^(?:出力|作成|印刷|抽出|集計|更新|エクスポート|ダウンロード|レポート)(?:日時?|日付|時刻|者|条件|元)?\s*:/,
  /^(?:全|計|合計|total:?)?\s*[\d,]+\s*(?:件|レコード|行|records?|rows?|items?|results?|deals?|opportunities)(?:\s*(?:中|of|\/|を表示|found|total).*)?[。.]?$/i,
  /^(?:page\s*\d+(?:\s*(?:of|\/)\s*\d+)?|\d+\s*\/\s*\d+\s*(?:ページ|頁|pages?))$/i,
  /^-*\s*end of (?:report|file|list)\s*-*[.]?$/i,
];

/** Returns what a record of the table is. What is unclear is a row, so that nobody's deal is taken for decoration. */
export function kindOfRow(cells: readonly string[], { headers, titleLines }: TableFrame): RowKind {
  const count = filledCells(cells);
  if (count === 0) return 'blank';
  if (isHeader(cells, headers)) return 'header';
  const first = (cells.find((cell) => cell.trim() !== '') ?? '').trim();
  const width = namedHeaders(headers);
  if (count === 1 && width >= FOOTER_WIDTH && isFooter(first, titleLines)) return 'footer';
  if (count === 1 && width >= HEADING_WIDTH && HEADING.test(folded(first))) return 'footer';
  if (headers[0]?.name === RECORD_START && (cells[0] ?? '').trim() === '') return 'footer';
  return isTotal(cells) ? 'total' : 'row';
}

/** Returns whether a row may be the sum of a group, or a customer with a name that looks like one. */
export function isMaybeTotal(cells: readonly string[]): boolean {
  const { first, numbers } = headOfNumbers(cells) ?? {};
  return first !== undefined && numbers !== 0 && MAYBE_TOTAL.test(first);
}

/** Returns whether a record says that the table is over, whatever stands beside it. */
export function isEndMark(cells: readonly string[]): boolean {
  const [first = '', ...others] = filled(cells);
  return others.length === 0 && FOOTERS.some((footer) => footer.test(first));
}

/** Returns whether a record holds amounts and currencies, and nothing else. */
export function isAmounts(cells: readonly string[]): boolean {
  const all = filled(cells);
  return all.some(isNumber) && all.every((cell) => isNumber(cell) || /^[A-Z]{3}$/.test(cell));
}

/** Page breaks repeat the header. */
function isHeader(cells: readonly string[], headers: readonly Header[]): boolean {
  const [first] = headers;
  if (!first || headerName(cells[0] ?? '') !== first.name) return false;
  const width = Math.max(cells.length, headers.length);
  return Array.from({ length: width }, (_, at) => at).every(
    (at) => headerName(cells[at] ?? '') === (headers[at]?.name ?? ''),
  );
}

function isFooter(cell: string, titleLines: readonly string[]): boolean {
  return titleLines.includes(cell) || FOOTERS.some((footer) => footer.test(folded(cell)));
}

/** The word comes first, and nothing but numbers follows: a customer of that name has an id before it, or a stage or a date behind. */
function isTotal(cells: readonly string[]): boolean {
  const { first, numbers } = headOfNumbers(cells) ?? {};
  if (first === undefined) return false;
  if (GROUP_TOTAL.test(first)) return numbers !== 0;
  const behind = first.replace(TOTAL, '');
  return behind !== first && (behind === '' || isNumber(behind));
}

/** Returns the first filled cell of a record and how many numbers follow it; null where anything else does, as in most rows. */
function headOfNumbers(cells: readonly string[]): { readonly first: string; readonly numbers: number } | null {
  let first: string | null = null;
  let numbers = 0;
  for (const cell of cells) {
    const text = folded(cell.trim());
    if (text === '') continue;
    if (first === null) first = text;
    else if (isNumber(text)) numbers += 1;
    else return null;
  }
  return first === null ? null : { first, numbers };
}

function filled(cells: readonly string[]): string[] {
  return cells.map((cell) => folded(cell.trim())).filter((cell) => cell !== '');
}

function isNumber(cell: string): boolean {
  return DASH.test(cell) || (NUMBER.test(cell) && !DATE.test(cell));
}

/** Full-width signs as half-width ones, and the space within 合　計 left out. */
function folded(cell: string): string {
  if (/^[ -~]*$/.test(cell)) return cell;
  return cell.normalize('NFKC').replace(/(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])/g, '');
}
