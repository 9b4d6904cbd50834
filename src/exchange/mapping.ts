import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, parseDocument } from 'yaml';
import { z } from 'zod';
import { composed } from '../core/composed.ts';
import { CHANNELS, type Channel, STATES, type State } from '../core/deal.ts';
import { BadInput, Failure } from '../core/failure.ts';
import type { ImportField } from '../core/import/field.ts';
import { writeOwnFile } from './ownfile.ts';

/** How a file of a certain system is read, as the rep keeps it under a name. What is absent is detected anew each time. */
export interface SavedMapping<Field extends string = ImportField> {
  /** The field of each header; null leaves the column out. */
  readonly columns: ReadonlyMap<string, Field | null>;
  readonly skip?: number | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly dateFormat?: string | undefined;
  readonly decimal?: string | undefined;
  /** What a stage word means; null leaves such rows out. */
  readonly stages: ReadonlyMap<string, State | null>;
  /** What a type of activity means; null leaves such rows out. */
  readonly types?: ReadonlyMap<string, Channel | null> | undefined;
}

/** How "leave it out" is written: an empty value reads as a mistake in a list. */
const LEFT_OUT = 'leave-out';

const HEADING = `How \`followup import --mapping\` reads a file: each column's header and the field it is
(${LEFT_OUT}: not imported), then what else cannot be seen from the file. Edit it freely.`;

/** Returns the mapping of this name, for files with these fields; fails with the names there are, or with what is wrong in the file. */
export function readMapping<Field extends string>(
  folder: string,
  name: string,
  fields: readonly Field[],
): SavedMapping<Field> {
  const file = fileOf(folder, name);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Failure('file_unreadable', { file });
    throw new BadInput('no_mapping', { value: name, choices: mappingNames(folder) });
  }
  const document = parseDocument(text, { prettyErrors: true });
  const [mistake] = document.errors;
  if (mistake) throw new Failure('bad_mapping', { file, where: '', value: mistake.message.split('\n')[0] ?? '' });
  const schema = z.strictObject({
    columns: z.map(z.string(), z.enum<readonly string[]>([...fields, LEFT_OUT])).optional(),
    skip: z.int().min(0).optional(),
    encoding: z.string().optional(),
    delimiter: z.string().optional(),
    'date-format': z.string().optional(),
    decimal: z.string().optional(),
    stages: z.map(z.string(), z.enum([...STATES, LEFT_OUT])).optional(),
    types: z.map(z.string(), z.enum([...CHANNELS, LEFT_OUT])).optional(),
  });
  const { data, error } = schema.safeParse(withMapsInside(document.toJS({ mapAsMap: true })));
  if (!data) {
    const [issue] = error.issues;
    const where = [...(issue?.path ?? []), ...(issue && 'keys' in issue ? issue.keys : [])].map(String).join('.');
    throw new Failure('bad_mapping', { file, where, value: issue?.message ?? '' });
  }
  return {
    columns: read(data.columns) as ReadonlyMap<string, Field | null>,
    skip: data.skip,
    encoding: data.encoding,
    delimiter: data.delimiter,
    dateFormat: data['date-format'],
    decimal: data.decimal,
    stages: read(data.stages),
    ...(data.types === undefined ? {} : { types: read(data.types) }),
  };
}

/** Keeps a mapping under a name, replacing what was kept there, and returns its file. */
export function writeMapping<Field extends string>(folder: string, name: string, mapping: SavedMapping<Field>): string {
  const file = fileOf(folder, name);
  const { columns, stages, types, skip, encoding, delimiter, dateFormat, decimal } = mapping;
  const content = {
    columns: written(columns),
    ...(skip === undefined ? {} : { skip }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(dateFormat === undefined ? {} : { 'date-format': dateFormat }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(stages.size === 0 ? {} : { stages: written(stages) }),
    ...(types === undefined || types.size === 0 ? {} : { types: written(types) }),
  };
  const document = new Document(content);
  document.commentBefore = HEADING.replace(/^/gm, ' ');
  writeOwnFile(file, String(document));
  return file;
}

function read<Value extends string>(
  entries: ReadonlyMap<string, Value> | undefined,
): Map<string, Exclude<Value, typeof LEFT_OUT> | null> {
  return new Map(
    [...(entries ?? [])].map(([key, value]) => [
      key,
      value === LEFT_OUT ? null : (value as Exclude<Value, typeof LEFT_OUT>),
    ]),
  );
}

function written(entries: ReadonlyMap<string, string | null>): Map<string, string> {
  return new Map([...entries].map(([key, value]) => [key, value ?? LEFT_OUT]));
}

/** The parser gives maps all the way down; the outermost one is a record of known keys. */
function withMapsInside(value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : (value ?? {});
}

function mappingNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => file.slice(0, -'.yaml'.length))
      .sort();
  } catch {
    return [];
  }
}

/** On Windows these are devices, whatever stands behind a point. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name becomes a file's name: nothing in it may lead elsewhere, on any system. */
function fileOf(folder: string, told: string): string {
  const name = composed(told);
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u.test(name) || DEVICE.test(name))
    throw new BadInput('bad_mapping_name', { value: name });
  return join(folder, `${name}.yaml`);
}
