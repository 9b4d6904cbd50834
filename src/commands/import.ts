import { extname } from 'node:path';
import type { Command } from 'commander';
import { readChoice } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import { isOurRemark } from '../exchange/rejects.ts';
import type { Source } from '../exchange/source.ts';
import {
  type FileFacts,
  fileReadingView,
  type ImportReport,
  importedView,
  importReportJson,
  importView,
  rejectsView,
} from '../views/import.ts';
import { answer, type Context, remark } from './context.ts';
import { type FileReading, readFile } from './filereading.ts';
import { type ImportOptions, importDeals } from './importdeals.ts';
import { importJson } from './importjson.ts';
import { declare, withOptions } from './option.ts';
import { readTelling, type Telling, type TellingFlags, toSavedMapping } from './telling.ts';
import { watched } from './watch.ts';
import { ON_DUPLICATE } from './writedeal.ts';

export interface ImportFlags extends TellingFlags {
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
    '--format <csv|json>',
    '--map <header=field>...',
    '--mapping <name>',
    '--save-mapping <name>',
    '--keep-unmapped',
    '--stage <word=state>...',
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

async function importTable(context: Context, file: string, flags: ImportFlags): Promise<void> {
  const options: ImportOptions = {
    isDry: flags.dryRun === true,
    skipBad: flags.skipBad === true,
    onDuplicate: readChoice(flags.onDuplicate ?? 'update', ON_DUPLICATE, '--on-duplicate'),
    keepUnmapped: flags.keepUnmapped === true,
    blankOverwrites: flags.blankOverwrites === true,
    rejects: flags.rejects ?? null,
  };
  const telling = await readTelling(context, flags);
  const source = await context.openSource(file);
  try {
    const reading = await watched(context, source.size, (watch) => readFile(context, source, telling, watch));
    const facts = fileFacts(reading, options);
    remark(context, fileReadingView(facts, context.page));
    const report = await attempt(context, source, reading, options);
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
  source: Source,
  reading: FileReading,
  options: ImportOptions,
): Promise<ImportReport> {
  const { ask } = context.terminal;
  const once = (choice: ImportOptions): Promise<ImportReport> =>
    watched(context, source.size, (watch) => importDeals(context, source, reading, choice, watch));
  const first = await once(options);
  const good = first.read - first.rejected;
  if (!first.wasRefused || !ask || good === 0) return first;
  remark(context, rejectsView(first, context.page));
  const isAgreed = await ask.confirm(context.words.importing.ask.importGood(good, first.rejected), false);
  return isAgreed ? once({ ...options, skipBad: true }) : first;
}

/** Keeps what was told under the name that was given, or that the rep gives now that a question was answered. */
async function keepMapping(context: Context, telling: Telling, given: string | undefined): Promise<void> {
  const { terminal, words, mappingFolder } = context;
  const asked = telling.wasAsked && terminal.ask ? terminal.ask : undefined;
  const name = given ?? (await asked?.text({ message: words.importing.ask.save })) ?? '';
  if (name === '') return;
  const { writeMapping } = await import('../exchange/mapping.ts');
  const file = writeMapping(mappingFolder, name, toSavedMapping(telling));
  remark(context, words.importing.mappingSaved(name, file));
}

function fileFacts(
  { shape, columns, fields, titleAsCustomer, missing, usualCurrency }: FileReading,
  options: ImportOptions,
): FileFacts {
  return {
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
