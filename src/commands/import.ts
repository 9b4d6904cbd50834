import type { Command } from 'commander';
import { createColumnSurvey } from '../core/columnsurvey.ts';
import { blankDeal, type Deal, type EndedState } from '../core/deal.ts';
import type { EndGround } from '../core/dealrecord.ts';
import { BadInput, Refusal } from '../core/failure.ts';
import type { ImportColumn } from '../core/importcell.ts';
import { createRowReader, type ImportedDeal, type Problem } from '../core/importrow.ts';
import { type CheckedOutcome, checkOutcome, importedOutcome } from '../core/outcome.ts';
import { readCsv, type Table } from '../exchange/csv.ts';
import { type Column, customerStandIn, mapHeaders, readMaps } from '../exchange/headers.ts';
import type { Book } from '../store/book.ts';
import { importView } from '../views/import.ts';
import { answer, type Context, calendarOf, remark } from './context.ts';
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
  /** Deals that stay open here although they ended there: their gate refused it. */
  readonly keptOpen: readonly number[];
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
  const columns = mapHeaders(table.headers, maps);
  const judged = judgeRows(context, table, nameTheCustomer(columns));
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
      importView(shown, { ignored: ignoredColumns(columns), declined, isDry: options.dryRun === true }, context.page),
  );
  if (result.keptOpen.length > 0) remark(context, context.words.close.keptOpen(result.keptOpen));
  if (isRefused) throw new BadInput('import_rejected', { count: rejected });
}

/** Where only a deal's name is given, as on many boards, it stands for the customer. */
function nameTheCustomer(columns: readonly Column[]): readonly Column[] {
  if (columns.some(({ field }) => field === 'customer')) return columns;
  const index = customerStandIn(columns);
  if (index < 0) throw new BadInput('no_customer_column', { headers: columns.map(({ header }) => header) });
  return columns.map((column, at) => (at === index ? { ...column, field: 'customer' } : column));
}

function ignoredColumns(columns: readonly Column[]): string[] {
  return columns
    .filter(({ header, field, isTold }) => field === null && header !== '' && !isTold)
    .map(({ header }) => header);
}

interface KnownColumn extends ImportColumn {
  readonly index: number;
}

/** Looks through the columns before any value is read. Throws BadInput where a column can be read in two ways. */
function surveyed({ today }: Context, { rows }: Table, columns: readonly Column[]): readonly KnownColumn[] {
  return columns.flatMap(({ header, field, part, unit, order, isUnclear }, index) => {
    if (field === null) return [];
    if (isUnclear) throw new BadInput('unit_unclear', { column: header });
    const survey = createColumnSurvey(field, { today, delimiter: ',', unit, order, decimal: null });
    for (const { cells } of rows) survey.see(cells[index] ?? '');
    const { style, unclear } = survey.verdict();
    if (unclear) {
      const readings = unclear.readings.map(({ answer, means }) => `${answer} = ${means}`);
      throw new BadInput(unclear.code, { column: header, value: unclear.value, readings });
    }
    return [{ column: header, field, part, style, index }];
  });
}

function judgeRows(context: Context, table: Table, columns: readonly Column[]): Judged {
  const good: ImportedDeal[] = [];
  const rejects: Reject[] = [];
  const seen = new Map<string, number>();
  const known = surveyed(context, table, columns);
  const readRow = createRowReader(known, {
    today: context.today,
    localDayOf: context.localDayOf,
    stages: new Map(),
  });
  for (const { line, cells } of table.rows) {
    const { deal, problems } = readRow(known.map(({ index }) => cells[index] ?? ''));
    const found = [...problems, ...wholeRowProblems(deal, table.headers, cells, seen, line)];
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

type Written = Pick<ImportResult, 'created' | 'updated' | 'unchanged' | 'batch' | 'keptOpen'>;

/** Writes the good rows as one transaction; a dry run does the same and takes it back. */
async function write(
  context: Context,
  deals: readonly ImportedDeal[],
  { isDry }: { isDry: boolean },
): Promise<Written> {
  const store = await context.store();
  const ground = { today: context.today, calendar: await calendarOf(context) };
  const written = { created: 0, updated: 0, unchanged: 0 };
  const keptOpen: number[] = [];
  let batch: number | null = null;
  try {
    await store.change('import', async (book) => {
      for (const deal of deals) {
        const { did, refusedId } = await writeDeal(context, book, deal, ground);
        written[did] += 1;
        if (refusedId !== null) keptOpen.push(refusedId);
      }
      batch = book.stepId;
      if (isDry) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    batch = null;
  }
  return { ...written, batch, keptOpen };
}

/** Takes back the transaction of a dry run. */
class DryRun extends Error {}

async function writeDeal(
  context: Context,
  book: Book,
  imported: ImportedDeal,
  ground: EndGround,
): Promise<{ did: 'created' | 'updated' | 'unchanged'; refusedId: number | null }> {
  const { fields, state } = imported;
  const existing = fields.externalId ? await book.dealByExternalId(fields.externalId) : undefined;
  const ended = state !== null && state !== 'open' ? state : null;
  if (!existing) {
    const owner = context.settings.owner ?? null;
    await book.addDeal(
      { ...blankDeal(''), owner, ...fields, ...assumedCurrency(imported, context.currency) },
      ended ? endedElsewhere(imported, ended, context) : undefined,
    );
    return { did: 'created', refusedId: null };
  }
  const assumed = existing.currency === null ? assumedCurrency(imported, context.currency) : {};
  const isChanged = await book.editDeal(existing.id, { ...kept(existing, fields), ...assumed }, context.today);
  const wantsEnd = existing.state === 'open' && ended !== null;
  const hasEnded = wantsEnd && (await end(context, book, existing.id, imported, ended, ground));
  return {
    did: isChanged || hasEnded ? 'updated' : 'unchanged',
    refusedId: wantsEnd && !hasEnded ? existing.id : null,
  };
}

/**
 * Ends a deal of this book that has ended in the other system. Won and lost are theirs to tell (lost as a "no" whose reason is
 * not known); that we stepped back, wait or have nothing to decide must pass the gate of this book. Returns whether it did.
 */
async function end(
  context: Context,
  book: Book,
  dealId: number,
  imported: ImportedDeal,
  state: EndedState,
  ground: EndGround,
): Promise<boolean> {
  const told = endedElsewhere({ ...imported, closedOn: imported.closedOn ?? context.today }, state, context);
  if (state === 'won' || state === 'lost' || state === 'declined') {
    await book.endDeal(dealId, told);
    return true;
  }
  await book.settle();
  const dossier = await book.dossier(dealId);
  try {
    if (dossier) await book.endDeal(dealId, checkOutcome({ ...told.outcome, state }, dossier, ground));
    return dossier !== undefined;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function endedElsewhere({ lostReason, closedOn }: ImportedDeal, state: EndedState, { today }: Context): CheckedOutcome {
  return importedOutcome(state, lostReason, closedOn ?? today, closedOn);
}

/** An amount without a currency is in the usual one, where the deal has none yet. */
function assumedCurrency({ lacksCurrency }: ImportedDeal, currency: string | null): { currency?: string } {
  return lacksCurrency && currency !== null ? { currency } : {};
}

/** A wish not to be contacted is never taken back by an import. */
function kept(existing: Deal, fields: ImportedDeal['fields']): ImportedDeal['fields'] {
  return existing.doNotContact ? { ...fields, doNotContact: true } : fields;
}
