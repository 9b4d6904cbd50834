import { type Sample, samplesText } from './importsample.ts';
import type { ImportWords } from './importwords.ts';
import { wrap } from './layout.ts';
import { moneyText } from './money.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

/** How a file was read, before any row of it is judged. */
export interface FileFacts {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerLine: number;
  readonly columns: readonly { readonly header: string; readonly field: string | null; readonly isTold: boolean }[];
  readonly kind: 'deals' | 'contacts';
  /** What amounts are counted in, where header or title say so. */
  readonly units: readonly { readonly column: string; readonly factor: number; readonly currency: string | null }[];
  readonly usualCurrency: string | null;
  readonly isNoteKept: boolean;
  /** Headers that a kept mapping names and the file does not have. */
  readonly missing: readonly string[];
  /** The column that stands for the customer although it names the deal. */
  readonly titleAsCustomer: string | null;
}

/** Lines that are no deals, by what they are, and short rows. */
export interface Leftovers {
  readonly header: readonly number[];
  readonly total: readonly number[];
  readonly footer: readonly number[];
  readonly short: readonly number[];
}

/**
 * Why a row was left out: its stage or type is none to bring in, it has not taken place, its day is still to come, it says the
 * same as another row.
 */
export type LeftKind = 'stage' | 'type' | 'notDone' | 'ahead' | 'duplicate';

/** And the rows that were left out. */
export type LeftOut = Leftovers & Readonly<Partial<Record<LeftKind, readonly number[]>>>;

/** Values that were not read as they stand: how many, and the first few. */
export interface Notice {
  readonly code: string;
  readonly column: string;
  readonly values: readonly string[];
  readonly count: number;
}

export interface Reject {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly problem: string;
}

export interface ImportReport {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly batch: number | null;
  readonly rejects: readonly Reject[];
  /** Problems beyond those in `rejects`. */
  readonly moreRejects: number;
  readonly declined: number;
  /** New contacts that only asked how it stands. */
  readonly statusOnly: number;
  /** New deals with an amount for which the file names no currency. */
  readonly withoutCurrency: number;
  readonly keptOpen: readonly number[];
  readonly keptEnded: readonly number[];
  readonly leftovers: LeftOut;
  readonly notices: readonly Notice[];
  readonly samples: readonly Sample[];
  readonly isDry: boolean;
  readonly wasRefused: boolean;
}

/** Problems beyond this many are counted, not listed; `--json` and `--rejects` have them all. */
const MOST_REJECTS = 20;
const MOST_LINES = 10;

const LEFT_OUT = ['header', 'total', 'footer', 'stage', 'type', 'notDone', 'ahead', 'duplicate'] as const;

/** Returns how the file was read: encoding, shape, and what each column is. */
export function fileReadingView(facts: FileFacts, page: Page): string {
  const { importing, screens } = page.words;
  const mapped = facts.columns.filter(({ field }) => field !== null);
  const pairs = mapped
    .map(({ header, field }) => importing.pair(printable(header), field ?? ''))
    .join(screens.listJoin);
  const delimiter = importing.delimiters[facts.delimiter] ?? facts.delimiter;
  return [
    importing.readAs({ encoding: facts.encoding.toUpperCase(), delimiter, headerLine: facts.headerLine }),
    importing.columns(pairs),
  ]
    .flatMap((line) => wrap(line, page.width))
    .join('\n');
}

/** What became of columns that are no field, and of fields that have no column. */
function columnLines({ kind, columns, units, isNoteKept, titleAsCustomer, missing }: FileFacts, page: Page): string[] {
  const { importing, screens } = page.words;
  const { ignored, kept } = kind === 'contacts' ? importing.contacts : importing;
  const names = (headers: readonly string[]): string => headers.map(printable).join(screens.listJoin);
  const others = columns
    .filter(({ field, header, isTold }) => field === null && header !== '' && !isTold)
    .map(({ header }) => header);
  return [
    ...units.map(({ column, factor, currency }) =>
      importing.unit(printable(column), moneyText(factor, currency, page.words.language)),
    ),
    ...(titleAsCustomer === null ? [] : [importing.titleIsCustomer(printable(titleAsCustomer))]),
    ...(others.length === 0 ? [] : [isNoteKept ? kept(names(others)) : ignored(names(others))]),
    ...(missing.length === 0 ? [] : [importing.missing(names(missing))]),
  ];
}

/** Returns the problems of an import, the first of them in words. */
export function rejectsView(report: ImportReport, kind: FileFacts['kind'], page: Page): string {
  return rejectLines(report, kind, page)
    .flatMap((line) => wrap(line, page.width))
    .join('\n');
}

/** Returns the words for problems of rows of this kind. */
export function problemsOf(kind: FileFacts['kind'], words: ImportWords): ImportWords['problems'] {
  return kind === 'contacts' ? { ...words.problems, ...words.contacts.problems } : words.problems;
}

function rejectLines({ rejects, moreRejects }: ImportReport, kind: FileFacts['kind'], page: Page): string[] {
  const { importing: words } = page.words;
  const problems = problemsOf(kind, words);
  const listed = rejects.slice(0, MOST_REJECTS);
  const more = rejects.length + moreRejects - listed.length;
  return [
    ...listed.map(({ line, column, value, problem }) =>
      words.reject(line, printable(column), printable(value), problems[problem] ?? problem),
    ),
    ...(more > 0 ? [words.moreRejects(more)] : []),
  ];
}

/** Returns an import for scripts: the public counts, and what a person is told in words. */
export function importReportJson(report: ImportReport, { columns, ...facts }: FileFacts) {
  const { read, created, updated, unchanged, rejected, batch, rejects } = report;
  const { moreRejects, declined, statusOnly, keptOpen, keptEnded, leftovers, notices, samples, isDry } = report;
  const { kind, encoding, delimiter, headerLine, titleAsCustomer, missing, units } = facts;
  return {
    ...{ read, created, updated, unchanged, rejected, batch, rejects, moreRejects },
    ...(kind === 'contacts' ? { kind, statusOnly } : { declined, keptOpen, keptEnded }),
    ...{ leftOut: leftovers, notices },
    file: {
      ...{ encoding, delimiter, headerLine, titleAsCustomer, missing, units },
      columns: columns.map(({ header, field }) => ({ header, field })),
    },
    ...(isDry ? { samples } : {}),
  };
}

/** Returns what an import did or would do, every problem, and whatever was not read as it stands. */
export function importView(report: ImportReport, facts: FileFacts, page: Page): string {
  const { importing: words } = page.words;
  const { leftovers, notices } = report;
  const said = [
    ...rejectLines(report, facts.kind, page),
    ...columnLines(facts, page),
    ...LEFT_OUT.flatMap((kind) => {
      const lines = leftovers[kind] ?? [];
      return lines.length > 0 ? [words.leftOut(kind, lines.length, linesText(lines, page))] : [];
    }),
    ...(leftovers.short.length > 0 ? [words.short(linesText(leftovers.short, page))] : []),
    ...notices.flatMap((notice) => noticeText(notice, page) ?? []),
    ...(report.statusOnly > 0 ? [words.contacts.statusOnly(report.statusOnly)] : []),
    ...(report.withoutCurrency > 0 ? [words.currency(facts.usualCurrency, report.withoutCurrency)] : []),
    ...(report.declined > 0 ? [words.declined(report.declined)] : []),
    ...(report.keptOpen.length > 0 ? [words.keptOpen(numbersText(report.keptOpen, page))] : []),
    ...(report.keptEnded.length > 0 ? [words.keptEnded(numbersText(report.keptEnded, page))] : []),
  ].flatMap((line) => wrap(line, page.width));
  const samples = report.isDry ? samplesText(report.samples, page) : [];
  return [...samples, ...said, ...importedView(report, page)].join('\n');
}

/** Returns the lines that say what came in. */
export function importedView(
  report: Pick<
    ImportReport,
    'read' | 'created' | 'updated' | 'unchanged' | 'rejected' | 'batch' | 'isDry' | 'wasRefused'
  >,
  page: Page,
): string[] {
  const { importing: words } = page.words;
  const hasWritten = !report.isDry && !report.wasRefused;
  return [
    words.summary(report),
    ...(hasWritten && report.batch !== null ? [words.step(report.batch)] : []),
    ...(hasWritten && report.batch === null && report.read > 0 ? [words.nothingNew] : []),
    ...(report.isDry ? [words.dryRun] : []),
  ].flatMap((line) => wrap(line, page.width));
}

function noticeText({ code, column, values, count }: Notice, page: Page): string | null {
  const { importing, screens } = page.words;
  const shown = values.map((value) => screens.quote(printable(value))).join(screens.listJoin);
  return importing.notices[code]?.({ column: printable(column), values: shown, count }) ?? null;
}

function linesText(lines: readonly number[], page: Page): string {
  const shown = lines.slice(0, MOST_LINES).map(String);
  return [...shown, ...(lines.length > MOST_LINES ? [`… (${lines.length})`] : [])].join(page.words.screens.listJoin);
}

function numbersText(ids: readonly number[], page: Page): string {
  const shown = ids.slice(0, MOST_LINES).map((id) => `#${id}`);
  return [...shown, ...(ids.length > MOST_LINES ? [`… (${ids.length})`] : [])].join(page.words.screens.listJoin);
}
