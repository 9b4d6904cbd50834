import { blankDeal, type DealFields, type State } from '../core/deal.ts';
import { indented, wrap } from './layout.ts';
import { moneyText } from './money.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

/** How a file was read, before any row of it is judged. */
export interface FileFacts {
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerLine: number;
  readonly columns: readonly { readonly header: string; readonly field: string | null; readonly isTold: boolean }[];
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

/** And the rows whose stage the rep said to leave out. */
export type LeftOut = Leftovers & { readonly stage: readonly number[] };

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

/** A row as it would be stored. */
export interface Sample {
  readonly line: number;
  readonly did: 'created' | 'updated' | 'unchanged';
  readonly deal: Partial<DealFields> & { readonly state: State };
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
function columnLines({ columns, units, isNoteKept, titleAsCustomer, missing }: FileFacts, page: Page): string[] {
  const { importing, screens } = page.words;
  const names = (headers: readonly string[]): string => headers.map(printable).join(screens.listJoin);
  const others = columns
    .filter(({ field, header, isTold }) => field === null && header !== '' && !isTold)
    .map(({ header }) => header);
  return [
    ...units.map(({ column, factor, currency }) =>
      importing.unit(printable(column), moneyText(factor, currency, page.words.language)),
    ),
    ...(titleAsCustomer === null ? [] : [importing.titleIsCustomer(printable(titleAsCustomer))]),
    ...(others.length === 0 ? [] : [isNoteKept ? importing.kept(names(others)) : importing.ignored(names(others))]),
    ...(missing.length === 0 ? [] : [importing.missing(names(missing))]),
  ];
}

/** Returns the problems of an import, the first of them in words. */
export function rejectsView(report: ImportReport, page: Page): string {
  return rejectLines(report, page)
    .flatMap((line) => wrap(line, page.width))
    .join('\n');
}

function rejectLines({ rejects, moreRejects }: ImportReport, page: Page): string[] {
  const { importing: words } = page.words;
  const listed = rejects.slice(0, MOST_REJECTS);
  const more = rejects.length + moreRejects - listed.length;
  return [
    ...listed.map(({ line, column, value, problem }) =>
      words.reject(line, printable(column), printable(value), words.problems[problem] ?? problem),
    ),
    ...(more > 0 ? [words.moreRejects(more)] : []),
  ];
}

/** Returns an import for scripts: the public counts, and what a person is told in words. */
export function importReportJson(report: ImportReport, { columns, ...facts }: FileFacts) {
  const { read, created, updated, unchanged, rejected, batch, rejects } = report;
  const { moreRejects, declined, keptOpen, keptEnded, leftovers, notices, samples, isDry } = report;
  const { encoding, delimiter, headerLine, titleAsCustomer, missing, units } = facts;
  return {
    ...{ read, created, updated, unchanged, rejected, batch, rejects, moreRejects },
    ...{ declined, keptOpen, keptEnded, leftOut: leftovers, notices },
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
    ...rejectLines(report, page),
    ...columnLines(facts, page),
    ...(['header', 'total', 'footer', 'stage'] as const).flatMap((kind) =>
      leftovers[kind].length > 0 ? [words.leftOut(kind, linesText(leftovers[kind], page))] : [],
    ),
    ...(leftovers.short.length > 0 ? [words.short(linesText(leftovers.short, page))] : []),
    ...notices.flatMap((notice) => noticeText(notice, page) ?? []),
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

function samplesText(samples: readonly Sample[], page: Page): string[] {
  if (samples.length === 0) return [];
  const { importing: words } = page.words;
  return [
    words.samples,
    ...samples.flatMap(({ line, did, deal }) =>
      indented(words.sample(line, words.did[did], factsText(deal, page)), '  ', page.width),
    ),
    '',
  ];
}

/** Every field that is known, days as they are stored: this is where a value read wrong would be seen. */
function factsText(deal: Sample['deal'], page: Page): string {
  const { screens, language } = page.words;
  const order = [...Object.keys(blankDeal('')), 'state', 'closedOn'];
  const facts = order.flatMap((field) => {
    const value: unknown = deal[field as keyof typeof deal] ?? null;
    if (value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)) return [];
    if (field === 'currency') return [];
    const label = screens.fields[field] ?? field;
    if (field === 'amount')
      return [`${label}${screens.labelEnd}${moneyText(Number(value), deal.currency ?? null, language)}`];
    if (field === 'state') return [`${label}${screens.labelEnd}${page.playbook.outcomes[deal.state]}`];
    const text = value === true ? screens.yes : Array.isArray(value) ? value.join(' ') : String(value);
    return [`${label}${screens.labelEnd}${printable(text)}`];
  });
  return facts.join('; ');
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
