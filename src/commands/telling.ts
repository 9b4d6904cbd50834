import { CHANNELS, type Channel, STATES, type State } from '../core/deal.ts';
import { readChoice } from '../core/dealfield.ts';
import { BadInput } from '../core/failure.ts';
import { type DateOrder, readDateFormat } from '../core/import/dateorder.ts';
import type { ImportField } from '../core/import/field.ts';
import { DECIMAL_SIGNS, type DecimalSign } from '../core/money.ts';
import { narrow } from '../core/text.ts';
import { readMaps } from '../exchange/headers/toldcolumns.ts';
import type { SavedMapping } from '../exchange/mapping.ts';
import { delimiterNamed } from '../exchange/table/delimiter.ts';
import type { Context } from './context.ts';

/** What the rep may tell of a file; everything else is found out. */
export interface TellingFlags {
  readonly map?: readonly string[];
  readonly mapping?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly skip?: string;
  readonly dateFormat?: string;
  readonly decimal?: string;
  readonly stage?: readonly string[];
  readonly type?: readonly string[];
}

/** What is told of a file, by flags, by a kept mapping, or in answer to a question. */
export interface Telling<Field extends string = ImportField> {
  /** Headers told by flags: each must be there. */
  readonly columns: Map<string, Field | null>;
  /** Headers told by the kept mapping: one that is not there is said. */
  readonly keptColumns: ReadonlyMap<string, Field | null>;
  encoding: string | null;
  readonly delimiter: string | null;
  readonly skip: number | null;
  order: DateOrder | null;
  decimal: DecimalSign | null;
  readonly stages: Map<string, State | null>;
  /** What types of activity mean; null leaves such rows out. */
  readonly types: Map<string, Channel | null>;
  /** Whether the rep answered a question about the file. */
  wasAsked: boolean;
}

/** Returns what flags and the kept mapping tell; a flag outranks the mapping. Throws BadInput for what cannot be read. */
export async function readTelling<Field extends string>(
  context: Context,
  flags: TellingFlags,
  fields: readonly Field[],
): Promise<Telling<Field>> {
  const kept = await readKept(context, flags.mapping, fields);
  const dateFormat = flags.dateFormat ?? kept.dateFormat;
  const decimal = flags.decimal ?? kept.decimal;
  const delimiter = flags.delimiter ?? kept.delimiter;
  return {
    columns: new Map(readMaps(flags.map ?? [], fields)),
    keptColumns: kept.columns,
    encoding: flags.encoding ?? kept.encoding ?? null,
    delimiter: delimiter === undefined ? null : delimiterNamed(delimiter),
    skip: flags.skip === undefined ? (kept.skip ?? null) : readSkip(flags.skip),
    order: dateFormat === undefined ? null : readDateFormat(dateFormat),
    decimal: decimal === undefined ? null : readChoice(decimal, DECIMAL_SIGNS, '--decimal'),
    stages: new Map([...kept.stages, ...(flags.stage ?? []).map(readStageMap)]),
    types: new Map([...(kept.types ?? []), ...(flags.type ?? []).map(readTypeMap)]),
    wasAsked: false,
  };
}

/** Few imports use a kept mapping, and its parser is slow to load. */
async function readKept<Field extends string>(
  { mappingFolder }: Context,
  name: string | undefined,
  fields: readonly Field[],
): Promise<SavedMapping<Field>> {
  if (name === undefined) return { columns: new Map(), stages: new Map() };
  const { readMapping } = await import('../exchange/mapping.ts');
  return readMapping(mappingFolder, name, fields);
}

/** Returns what was told, to be kept under a name: with it the next file of the kind is read without a question. */
export function toSavedMapping<Field extends string>(telling: Telling<Field>): SavedMapping<Field> {
  const { columns, keptColumns, encoding, delimiter, skip, order, decimal, stages, types } = telling;
  return {
    columns: new Map([...keptColumns, ...columns]),
    encoding: encoding ?? undefined,
    delimiter: delimiter ?? undefined,
    skip: skip ?? undefined,
    dateFormat: order ?? undefined,
    decimal: decimal ?? undefined,
    stages,
    ...(types.size === 0 ? {} : { types }),
  };
}

/** Reads `word=state`; an empty state leaves such rows out. */
function readStageMap(text: string): readonly [string, State | null] {
  const at = text.lastIndexOf('=');
  const state = narrow(text.slice(at + 1)).toLowerCase();
  const found = STATES.find((it) => it === state);
  if (at < 1 || (state !== '' && !found)) throw new BadInput('bad_stage_map', { value: text });
  return [text.slice(0, at).trim(), found ?? null];
}

/** Reads `word=channel`; an empty channel leaves such rows out, an empty word is a row without a type. */
function readTypeMap(text: string): readonly [string, Channel | null] {
  const at = text.lastIndexOf('=');
  const channel = narrow(text.slice(at + 1)).toLowerCase();
  const found = CHANNELS.find((it) => it === channel);
  if (at < 0 || (channel !== '' && !found)) throw new BadInput('bad_type_map', { value: text, choices: CHANNELS });
  return [text.slice(0, at).trim(), found ?? null];
}

function readSkip(text: string): number {
  const digits = narrow(text);
  if (!/^\d{1,6}$/.test(digits)) throw new BadInput('bad_skip', { value: text });
  return Number(digits);
}
