import { extname } from 'node:path';
import type { Command } from 'commander';
import { readChoice } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import { isOurRemark } from '../exchange/rejects.ts';
import type { Source } from '../exchange/table/source.ts';
import {
  type FileFacts,
  fileReadingView,
  type ImportReport,
  importedView,
  importReportJson,
  importView,
  rejectsView,
} from '../views/import.ts';
import { CONTACTS } from './contactkind.ts';
import { answer, type Context, remark } from './context.ts';
import { DEALS } from './dealkind.ts';
import { type FileReading, readFile } from './filereading.ts';
import { importContacts } from './importcontacts.ts';
import { type ImportOptions, importDeals } from './importdeals.ts';
import { importJson } from './importjson.ts';
import type { ImportKind } from './importkind.ts';
import { declare, withOptions } from './option.ts';
import { readTelling, type Telling, type TellingFlags, toSavedMapping } from './telling.ts';
import { type Watch, watched } from './watch.ts';
import { ON_DUPLICATE } from './writedeal.ts';

export interface ImportFlags extends TellingFlags {
  readonly kind?: string;
  readonly format?: string;
  readonly saveMapping?: string;
  readonly keepUnmapped?: true;
  readonly onDuplicate?: string;
  readonly blankOverwrites?: true;
  readonly rejects?: string;
  readonly dryRun?: true;
  readonly skipBad?: true;
}

export function addImport(program: Command, context: Context): void {
  const command = declare(program, context, 'import <file>');
  withOptions(
    command,
    context,
    '--kind <deals|contacts>',
    '--format <csv|json>',
    '--map <header=field>...',
    '--mapping <name>',
    '--save-mapping <name>',
    '--keep-unmapped',
    '--stage <word=state>...',
    '--type <word=channel>...',
    '--date-format <order>',
    '--decimal <sign>',
    '--encoding <name>',
    '--delimiter <sign>',
    '--skip <lines>',
    '--on-duplicate <what>',
    '--blank-overwrites',
    '--dry-run',
    '--skip-bad',
    '--rejects <file>',
  ).action((file: string, flags: ImportFlags) => importFile(context, file, flags));
}

export async function importFile(context: Context, file: string, flags: ImportFlags): Promise<void> {
  const usual = extname(file).toLowerCase() === '.json' ? 'json' : 'csv';
  const format = readChoice(flags.format ?? usual, ['csv', 'json'] as const, '--format');
  return format === 'json' ? importBook(context, file, flags) : importTable(context, file, flags);
}

/** The flags that say how a book's own JSON comes in; it says everything else itself. */
const JSON_FLAGS: readonly string[] = ['format', 'dryRun', 'onDuplicate'];

async function importBook(context: Context, file: string, flags: ImportFlags): Promise<void> {
  const other = Object.keys(flags).find((flag) => !JSON_FLAGS.includes(flag));
  if (other !== undefined) throw new BadInput('flags_apart', { flag: flagName(other), other: '--format json' });
  const onDuplicate = readChoice(flags.onDuplicate ?? 'update', ON_DUPLICATE, '--on-duplicate');
  const isDry = flags.dryRun === true;
  const imported = await importJson(context, await context.readFile(file), { file, isDry, onDuplicate });
  answer(
    context,
    () => imported,
    () => importedView({ ...imported, isDry, wasRefused: false }, context.page).join('\n'),
  );
}

function flagName(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The flags that say something of rows of the other kind only. */
const APART = {
  deals: ['type'],
  contacts: ['stage', 'decimal', 'onDuplicate', 'blankOverwrites'],
} as const satisfies Readonly<Record<string, readonly (keyof ImportFlags)[]>>;

async function importTable(context: Context, file: string, flags: ImportFlags): Promise<void> {
  const kind = readChoice(flags.kind ?? 'deals', ['deals', 'contacts'] as const, '--kind');
  const apart = APART[kind].find((flag) => flags[flag] !== undefined);
  if (apart !== undefined) throw new BadInput('kind_apart', { flag: flagName(apart), kind });
  const options: ImportOptions = {
    isDry: flags.dryRun === true,
    skipBad: flags.skipBad === true,
    onDuplicate: readChoice(flags.onDuplicate ?? 'update', ON_DUPLICATE, '--on-duplicate'),
    keepUnmapped: flags.keepUnmapped === true,
    blankOverwrites: flags.blankOverwrites === true,
    rejects: flags.rejects ?? null,
  };
  if (kind === 'deals') return importRowsOf(context, file, flags, options, { kind, rows: DEALS, work: importDeals });
  return importRowsOf(context, file, flags, options, { kind, rows: CONTACTS, work: importContacts });
}

/** How the rows of one kind are read, and what brings them in. */
interface Importing<Field extends string> {
  readonly kind: FileFacts['kind'];
  readonly rows: ImportKind<Field>;
  readonly work: (
    context: Context,
    source: Source,
    reading: FileReading<Field>,
    options: ImportOptions,
    watch: Watch,
  ) => Promise<ImportReport>;
}

async function importRowsOf<Field extends string>(
  context: Context,
  file: string,
  flags: ImportFlags,
  options: ImportOptions,
  { kind, rows, work }: Importing<Field>,
): Promise<void> {
  const telling = await readTelling(context, flags, rows.fields);
  const source = await context.openSource(file);
  try {
    const reading = await watched(context, source.size, (watch) => readFile(context, source, rows, telling, watch));
    const facts = fileFacts(reading, kind, options);
    remark(context, fileReadingView(facts, context.page));
    const once = (choice: ImportOptions): Promise<ImportReport> =>
      watched(context, source.size, (watch) => work(context, source, reading, choice, watch));
    const report = await attempt(context, kind, options, once);
    answer(
      context,
      () => importReportJson(report, facts),
      () => importView(report, facts, context.page),
    );
    if (flags.rejects !== undefined && report.rejected > 0) {
      remark(context, context.words.importing.rejectsWritten(flags.rejects, report.rejected));
    }
    if (report.wasRefused) throw new BadInput('import_rejected', { count: report.rejected });
    await keepMapping(context, telling, flags.saveMapping);
  } finally {
    await source.close();
  }
}

/** Imports all rows; where some are bad and a person is there, they are shown and the person says whether the others come in. */
async function attempt(
  context: Context,
  kind: FileFacts['kind'],
  options: ImportOptions,
  once: (options: ImportOptions) => Promise<ImportReport>,
): Promise<ImportReport> {
  const { ask } = context.terminal;
  const first = await once(options);
  const good = first.read - first.rejected;
  if (!first.wasRefused || !ask || good === 0) return first;
  remark(context, rejectsView(first, kind, context.page));
  const isAgreed = await ask.confirm(context.words.importing.ask.importGood(good, first.rejected), false);
  return isAgreed ? once({ ...options, skipBad: true }) : first;
}

/** Keeps what was told under the name that was given, or that the rep gives now that a question was answered. */
async function keepMapping<Field extends string>(
  context: Context,
  telling: Telling<Field>,
  given: string | undefined,
): Promise<void> {
  const { terminal, words, mappingFolder } = context;
  const asked = telling.wasAsked && terminal.ask ? terminal.ask : undefined;
  const name = given ?? (await asked?.text({ message: words.importing.ask.save })) ?? '';
  if (name === '') return;
  const { writeMapping } = await import('../exchange/mapping.ts');
  const file = writeMapping(mappingFolder, name, toSavedMapping(telling));
  remark(context, words.importing.mappingSaved(name, file));
}

function fileFacts(
  { shape, columns, fields, titleAsCustomer, missing, usualCurrency }: FileReading<string>,
  kind: FileFacts['kind'],
  options: ImportOptions,
): FileFacts {
  return {
    kind,
    encoding: shape.encoding.name,
    delimiter: shape.delimiter,
    headerLine: shape.headerLine,
    columns: columns.map(({ header, field, isTold }) => ({ header, field, isTold: isTold || isOurRemark(header) })),
    units: fields.flatMap(({ column, style: { unit } }) => (unit && unit.factor !== 1 ? [{ column, ...unit }] : [])),
    usualCurrency,
    isNoteKept: options.keepUnmapped,
    titleAsCustomer,
    missing,
  };
}
