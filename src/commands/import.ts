import type { Command } from 'commander';
import { readChoice } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import { writeMapping } from '../exchange/mapping.ts';
import type { Source } from '../exchange/source.ts';
import { fileReadingView, type ImportReport, importView } from '../views/import.ts';
import { importJsonOf } from '../views/json.ts';
import { answer, type Context, remark } from './context.ts';
import { type FileReading, readFile } from './filereading.ts';
import { importDeals } from './importdeals.ts';
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
  const onDuplicate = readChoice(flags.onDuplicate ?? 'update', ON_DUPLICATE, '--on-duplicate');
  const telling = await readTelling(context, flags);
  const source = await context.openSource(file);
  try {
    const reading = await watched(context, source.size, (watch) => readFile(context, source, telling, watch));
    remark(context, fileReadingView(fileFacts(reading, flags), context.page));
    const report = await attempt(context, source, reading, { ...flags, onDuplicate });
    answer(
      context,
      () => importJsonOf(report, fileFacts(reading, flags)),
      () => importView(report, context.page),
    );
    if (flags.rejects !== undefined && report.rejected > 0) {
      remark(context, context.words.importing.rejectsWritten(flags.rejects, report.rejected));
    }
    if (!report.wasRefused) await keepMapping(context, telling, flags);
    if (report.wasRefused) throw new BadInput('import_rejected', { count: report.rejected });
  } finally {
    await source.close();
  }
}
