import type { Command } from 'commander';
import { blankDeal, type Deal, type Outcome } from '../core/deal.ts';
import { BadInput } from '../core/failure.ts';
import { type ImportedDeal, type ImportField, type Problem, readRow } from '../core/importrow.ts';
import { readCsv, type Table } from '../exchange/csv.ts';
import { type Mapping, mapHeaders, readMaps } from '../exchange/headers.ts';
import type { Book } from '../store/book.ts';
import { importView } from '../views/import.ts';
import { answer, type Context, readingOf } from './context.ts';
import { declare, withOptions } from './option.ts';

interface ImportOptions {
  readonly map?: readonly string[];
  readonly dryRun?: true;
  readonly skipBad?: true;
}

/** A value that kept a row out, by the line the row begins on. */
export interface Reject extends Problem {
  readonly line: number;
}

export interface ImportResult {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** The step of the journal that this import is; null where nothing was written. */
  readonly batch: number | null;
  readonly rejects: readonly Reject[];
}

/** What is written, judged before anything is. */
interface Judged {
  readonly good: readonly ImportedDeal[];
  readonly rejects: readonly Reject[];
}

export function addImport(program: Command, context: Context): void {
  const command = declare(program, context, 'import <file>');
  withOptions(command, context, '--map <header=field>...', '--dry-run', '--skip-bad').action(
    (file: string, options: ImportOptions) => importFile(context, file, options),
  );
}

export async function importFile(context: Context, file: string, options: ImportOptions): Promise<void> {
  const maps = readMaps(options.map ?? []);
  const table = await readCsv(await context.readFile(file), file);
  const mapping = mapHeaders(table.headers, maps);
  const judged = judgeRows(context, table, nameTheCustomer(table, mapping));
  const rejected = new Set(judged.rejects.map(({ line }) => line)).size;
  const isRefused = rejected > 0 && !options.skipBad;
  const written = await write(context, judged.good, { isDry: options.dryRun === true || isRefused });
  const result = { read: table.rows.length, ...written, rejected, rejects: judged.rejects };
  const shown = isRefused && !options.dryRun ? { ...result, created: 0, updated: 0, unchanged: 0 } : result;
  const declined = judged.good.filter(({ state }) => state === 'declined').length;
  answer(
    context,
    () => shown,
    () =>
      importView(
        shown,
        { ignored: ignoredColumns(table, mapping, maps), declined, isDry: options.dryRun === true },
        context.page,
      ),
  );
  if (isRefused) throw new BadInput('import_rejected', { count: rejected });
}

/** Where only a title is named, as on many deal boards, it stands for the customer. */
function nameTheCustomer({ headers }: Table, mapping: Mapping): Mapping {
  if (mapping.includes('customer')) return mapping;
  const title = mapping.indexOf('title');
  if (title < 0) throw new BadInput('no_customer_column', { headers });
  return mapping.map((field, index) => (index === title ? 'customer' : field));
}

function ignoredColumns({ headers }: Table, mapping: Mapping, maps: ReadonlyMap<string, ImportField | null>): string[] {
  return headers.filter((header, index) => mapping[index] === null && header !== '' && !maps.has(header));
}

function judgeRows(context: Context, { headers, rows }: Table, mapping: Mapping): Judged {
  const good: ImportedDeal[] = [];
  const rejects: Reject[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of rows) {
    const mapped = mapping.flatMap((field, index) =>
      field === null ? [] : [{ field, column: headers[index] ?? '', text: cells[index] ?? '' }],
    );
    const { deal, problems } = readRow(mapped, readingOf(context));
    const found = [...problems, ...wholeRowProblems(deal, headers, cells, seen, line)];
    if (found.length === 0) good.push(deal);
    else rejects.push(...found.map((problem) => ({ line, ...problem })));
  }
  return { good, rejects };
}

function wholeRowProblems(
  { fields }: ImportedDeal,
  headers: readonly string[],
  cells: readonly string[],
  seen: Map<string, number>,
  line: number,
): Problem[] {
  const column = headers[0] ?? '';
  if (cells.length > headers.length && cells.slice(headers.length).some((cell) => cell.trim() !== '')) {
    return [{ column, value: cells[headers.length] ?? '', problem: 'row_length' }];
  }
  if (!fields.customer && !fields.title && !fields.externalId)
    return [{ column, value: cells[0] ?? '', problem: 'customer_missing' }];
  if (!fields.externalId) return [];
  if (seen.has(fields.externalId)) return [{ column, value: fields.externalId, problem: 'duplicate' }];
  seen.set(fields.externalId, line);
  return [];
}

type Written = Pick<ImportResult, 'created' | 'updated' | 'unchanged' | 'batch'>;

/** Writes the good rows as one transaction; a dry run does the same and takes it back. */
async function write(
  context: Context,
  deals: readonly ImportedDeal[],
  { isDry }: { isDry: boolean },
): Promise<Written> {
  const store = await context.store();
  const written = { created: 0, updated: 0, unchanged: 0 };
  let batch: number | null = null;
  try {
    await store.change('import', async (book) => {
      for (const deal of deals) written[await writeDeal(context, book, deal)] += 1;
      batch = book.stepId;
      if (isDry) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    batch = null;
  }
  return { ...written, batch };
}

/** Takes back the transaction of a dry run. */
class DryRun extends Error {}

async function writeDeal(
  context: Context,
  book: Book,
  imported: ImportedDeal,
): Promise<'created' | 'updated' | 'unchanged'> {
  const { fields, state, closedOn } = imported;
  const existing = fields.externalId ? await book.dealByExternalId(fields.externalId) : undefined;
  if (!existing) {
    const id = await book.addDeal({
      ...blankDeal(''),
      owner: context.settings.owner ?? null,
      ...fields,
      state: state ?? 'open',
      closedOn,
    });
    if (state && state !== 'open') await book.keepOutcome(id, outcomeOf(context, imported));
    return 'created';
  }
  const isChanged = await book.editDeal(existing.id, kept(existing, fields), context.today);
  const hasEnded = existing.state === 'open' && state !== null && state !== 'open';
  if (hasEnded) await book.endDeal(existing.id, outcomeOf(context, imported));
  return isChanged || hasEnded ? 'updated' : 'unchanged';
}

/** A wish not to be contacted is never taken back by an import. */
function kept(existing: Deal, fields: ImportedDeal['fields']): ImportedDeal['fields'] {
  return existing.doNotContact ? { ...fields, doNotContact: true } : fields;
}

/** An outcome as the other system tells it: the seller's word, kept as a fact and not as the customer's reason. */
function outcomeOf({ today }: Context, { state, closedOn, lostReason }: ImportedDeal): Outcome {
  return {
    state: state ?? 'open',
    on: closedOn ?? today,
    words: null,
    who: null,
    channel: null,
    reason: null,
    factor: null,
    fact: lostReason,
    revisitOn: null,
  };
}
