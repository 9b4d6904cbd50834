import type { Command } from 'commander';
import { readChoice } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import { writeMapping } from '../exchange/mapping.ts';
import { type Refuse, writeRejects } from '../exchange/rejects.ts';
import type { Source } from '../exchange/source.ts';
import {
  type FileFacts,
  fileReadingView,
  type ImportReport,
  importJson,
  importView,
  rejectsView,
} from '../views/import.ts';
import { answer, type Context, remark } from './context.ts';
import { type FileReading, readFile } from './filereading.ts';
import { BackupNeeded, type ImportOptions, importDeals } from './importdeals.ts';
import { declare, withOptions } from './option.ts';
import { readTelling, type Telling, type TellingFlags, toSavedMapping } from './telling.ts';
import { watched } from './watch.ts';
import { ON_DUPLICATE } from './writedeal.ts';

export interface ImportFlags extends TellingFlags {
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
  const options: ImportOptions = {
    isDry: flags.dryRun === true,
    skipBad: flags.skipBad === true,
    onDuplicate: readChoice(flags.onDuplicate ?? 'update', ON_DUPLICATE, '--on-duplicate'),
    keepUnmapped: flags.keepUnmapped === true,
    blankOverwrites: flags.blankOverwrites === true,
  };
  const telling = await readTelling(context, flags);
  const source = await context.openSource(file);
  try {
    const reading = await watched(context, source.size, (watch) => readFile(context, source, telling, watch));
    const facts = fileFacts(reading, options);
    remark(context, fileReadingView(facts, context.page));
    const report = await attempt(context, source, reading, options, flags.rejects);
    answer(
      context,
      () => importJson(report, facts),
      () => importView(report, context.page),
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
  rejects: string | undefined,
): Promise<ImportReport> {
  const { ask } = context.terminal;
  const first = await importOnce(context, source, reading, options, rejects);
  const good = first.read - first.rejected;
  if (!first.wasRefused || !ask || good === 0) return first;
  remark(context, rejectsView(first, context.page));
  const isAgreed = await ask.confirm(context.words.importing.ask.importGood(good, first.rejected), false);
  return isAgreed ? importOnce(context, source, reading, { ...options, skipBad: true }, rejects) : first;
}

/** Before the first deal is changed that was here already, a backup is made, and the work begins anew. */
async function importOnce(
  context: Context,
  source: Source,
  reading: FileReading,
  options: ImportOptions,
  rejects: string | undefined,
): Promise<ImportReport> {
  try {
    return await importAll(context, source, reading, options, rejects, options.isDry);
  } catch (error) {
    if (!(error instanceof BackupNeeded)) throw error;
    await (await context.store()).backUpBefore('import');
    return importAll(context, source, reading, options, rejects, true);
  }
}

function importAll(
  context: Context,
  source: Source,
  reading: FileReading,
  options: ImportOptions,
  rejects: string | undefined,
  mayChange: boolean,
): Promise<ImportReport> {
  const { reason, problems } = context.words.importing;
  const work = (refuse: Refuse) =>
    watched(context, source.size, (watch) =>
      importDeals(context, { source, reading, options, refuse, watch, mayChange }),
    );
  if (rejects === undefined) return work(async () => undefined);
  const headers = reading.columns.map(({ header }) => header);
  return writeRejects(rejects, headers, reason, (refuse) =>
    work((cells, codes) =>
      refuse(
        cells,
        codes.map((code) => problems[code] ?? code),
      ),
    ),
  );
}

/** Keeps what was told under the name that was given, or that the rep gives now that a question was answered. */
async function keepMapping(context: Context, telling: Telling, given: string | undefined): Promise<void> {
  const { terminal, words, mappingFolder } = context;
  const asked = telling.wasAsked && terminal.ask ? terminal.ask : undefined;
  const name = given ?? (await asked?.text({ message: words.importing.ask.save })) ?? '';
  if (name === '') return;
  const file = await writeMapping(mappingFolder, name, toSavedMapping(telling));
  remark(context, words.importing.mappingSaved(name, file));
}

function fileFacts({ shape, columns, titleAsCustomer, missing }: FileReading, options: ImportOptions): FileFacts {
  return {
    encoding: shape.encoding.name,
    delimiter: shape.delimiter,
    headerLine: shape.headerLine,
    columns: columns.map(({ header, field }) => ({ header, field })),
    isNoteKept: options.keepUnmapped,
    titleAsCustomer,
    missing,
  };
}
