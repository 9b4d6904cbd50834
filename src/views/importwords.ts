import type { State } from '../core/deal.ts';

/** What an import says and asks, in one language. */
export interface ImportWords {
  /** How the file was read: "Read as CP932, separated by tabs, header on line 3." */
  readAs(facts: { readonly encoding: string; readonly delimiter: string; readonly headerLine: number }): string;
  readonly delimiters: Readonly<Record<string, string>>;
  columns(pairs: string): string;
  pair(header: string, field: string): string;
  ignored(columns: string): string;
  kept(columns: string): string;
  missing(columns: string): string;
  titleIsCustomer(header: string): string;
  /** "金額（千円）: counted in ¥1,000." */
  unit(column: string, one: string): string;
  /** What amounts without a currency were taken for. */
  currency(currency: string | null, count: number): string;
  /** Lines that are not brought in: repeated headers, totals, footers, activities that are no contacts. */
  leftOut(
    kind: 'header' | 'total' | 'footer' | 'stage' | 'type' | 'notDone' | 'ahead' | 'duplicate',
    count: number,
    lines: string,
  ): string;
  short(lines: string): string;
  /** A value that was not read as it stands, by code. */
  readonly notices: Readonly<
    Record<string, (facts: { readonly column: string; readonly values: string; readonly count: number }) => string>
  >;
  readonly progress: { reading(rows: number): string; writing(rows: number, of: number): string };
  summary(counts: {
    readonly read: number;
    readonly created: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly rejected: number;
  }): string;
  readonly nothingNew: string;
  step(batch: number): string;
  readonly dryRun: string;
  readonly samples: string;
  sample(line: number, did: string, facts: string): string;
  readonly did: Readonly<Record<'created' | 'updated' | 'unchanged', string>>;
  reject(line: number, column: string, value: string, problem: string): string;
  moreRejects(count: number): string;
  readonly problems: Readonly<Record<string, string>>;
  rejectsWritten(file: string, rows: number): string;
  declined(count: number): string;
  keptOpen(deals: string): string;
  keptEnded(deals: string): string;
  /** Where rows are contacts instead of deals. */
  readonly contacts: {
    ignored(columns: string): string;
    kept(columns: string): string;
    statusOnly(count: number): string;
    /** Problems that only contacts have, or that mean something else there. */
    readonly problems: Readonly<Record<string, string>>;
  };
  mappingSaved(name: string, file: string): string;
  readonly ask: {
    encoding(file: string): string;
    customer: string;
    isStage(header: string, value: string): string;
    /** Which column names the deal, and which the day. */
    readonly deal: string;
    readonly date: string;
    /** The last choice where a column is asked for. */
    readonly noColumn: string;
    dateOrder(header: string, example: string): string;
    decimal(header: string, example: string): string;
    stage(word: string, rows: number): string;
    state(state: State): string;
    /** What a type of activity is; a blank word where a row names none. */
    type(word: string, rows: number): string;
    readonly leaveOut: string;
    importGood(good: number, bad: number): string;
    readonly save: string;
  };
  /** The header of the column that says why a row was refused. */
  readonly reason: string;
}
