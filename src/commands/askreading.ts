import { CHANNELS, type Channel, STATES, type State } from '../core/deal.ts';
import { BadInput } from '../core/failure.ts';
import type { ColumnStyle, ColumnVerdict } from '../core/import/columnsurvey.ts';
import type { DateOrder } from '../core/import/dateorder.ts';
import type { DecimalSign } from '../core/money.ts';
import { detectEncoding, type Encoding } from '../exchange/table/encoding.ts';
import type { Source } from '../exchange/table/source.ts';
import { sampleOf } from '../exchange/table/text.ts';
import { clip } from '../views/layout.ts';
import { printable } from '../views/printable.ts';
import type { Context } from './context.ts';
import type { Telling } from './telling.ts';

/** So much of a line shows whether it reads right. */
const SAMPLE_WIDTH = 60;

/** Returns how the bytes are to be read. Where several encodings are plausible, the rep chooses by what reads right. */
export async function askEncoding<Field extends string>(
  { terminal, words }: Context,
  source: Source,
  telling: Telling<Field>,
): Promise<Encoding> {
  const encoding = await detectEncoding(source, telling.encoding);
  if (encoding.rivals.length < 2) return encoding;
  if (!terminal.ask) throw new BadInput('encoding_unclear', { file: source.name, choices: encoding.rivals });
  const choices = [];
  for (const rival of encoding.rivals) {
    choices.push({ value: rival, name: `${rival}: ${await firstForeignLine(source, rival)}` });
  }
  telling.wasAsked = true;
  telling.encoding = await terminal.ask.choose(words.importing.ask.encoding(printable(source.name)), choices);
  return detectEncoding(source, telling.encoding);
}

async function firstForeignLine(source: Source, encoding: string): Promise<string> {
  const { text } = await sampleOf(source, encoding);
  const line = text.split(/\r\n|\r|\n/).find((it) => /[^\0-\x7f]/.test(it)) ?? '';
  return clip(printable(line.trim()), SAMPLE_WIDTH);
}

/** Asks which column a field is that must be known, and keeps it as told. Throws `lack` off a terminal, or where none is. */
export async function askColumn<Field extends string>(
  { terminal, words }: Context,
  headers: readonly string[],
  telling: Telling<Field>,
  { field, question, lack }: { readonly field: Field; readonly question: string; readonly lack: BadInput },
): Promise<void> {
  if (!terminal.ask) throw lack;
  const named = headers.filter((header, index) => header !== '' && headers.indexOf(header) === index);
  const choices = named.map((header) => ({ value: header, name: printable(header) }));
  const none = { value: null, name: words.importing.ask.noColumn };
  const header = await terminal.ask.choose<string | null>(question, [...choices, none]);
  if (header === null) throw lack;
  telling.wasAsked = true;
  telling.columns.set(header, field);
}

/**
 * Asks whether a column that nobody knows tells how deals stand, since one of its cells says that a deal has ended; keeps the
 * answer as told. Off a terminal it is BadInput: a lost deal must not come in as open.
 */
export async function isStageColumn<Field extends string>(
  { terminal, words }: Context,
  { column, value }: { readonly column: string; readonly value: string },
  telling: Telling<Field>,
): Promise<boolean> {
  if (!terminal.ask) throw new BadInput('stage_unclear', { column, value });
  const isStage = await terminal.ask.confirm(words.importing.ask.isStage(printable(column), printable(value)), true);
  telling.wasAsked = true;
  telling.columns.set(column, isStage ? ('state' as Field) : null);
  return true;
}

/** Returns the style of a column; what its values leave open, the rep says once for all columns of the file. */
export async function settle<Field extends string>(
  { terminal, words }: Context,
  column: string,
  { style, unclear }: ColumnVerdict,
  telling: Telling<Field>,
): Promise<ColumnStyle> {
  if (!unclear) return style;
  const { code, value, readings } = unclear;
  const isDate = code === 'date_order_unclear';
  const known = isDate ? telling.order : telling.decimal;
  if (known === null && !terminal.ask) {
    throw new BadInput(code, { column, value, readings: readings.map(({ means }) => means) });
  }
  const ask = isDate ? words.importing.ask.dateOrder : words.importing.ask.decimal;
  const choices = readings.map(({ answer, means }) => ({ value: answer, name: means }));
  const answer = known ?? (await terminal.ask?.choose(ask(printable(column), printable(value)), choices));
  telling.wasAsked ||= known === null;
  if (isDate) telling.order = answer as DateOrder;
  else telling.decimal = answer as DecimalSign;
  return isDate ? { ...style, date: { ...style.date, order: telling.order } } : { ...style, decimal: telling.decimal };
}

/** Asks what the stages mean that nobody knows. Off a terminal their rows are refused, each with its stage. */
export async function askStages(
  { terminal, words }: Context,
  unknown: ReadonlyMap<string, number>,
  telling: Telling,
): Promise<void> {
  if (!terminal.ask) return;
  const { stage, state, leaveOut } = words.importing.ask;
  const choices: { value: State | null; name: string }[] = STATES.filter((it) => it !== 'lost').map((it) => ({
    value: it,
    name: state(it),
  }));
  for (const [word, rows] of unknown) {
    const all = [...choices, { value: null, name: leaveOut }];
    telling.wasAsked = true;
    telling.stages.set(word, await terminal.ask.choose(stage(printable(word), rows), all));
  }
}

/** Asks how the customer was reached by the types of activity that nobody knows. */
export async function askTypes<Field extends string>(
  { terminal, words }: Context,
  unknown: ReadonlyMap<string, number>,
  telling: Telling<Field>,
): Promise<void> {
  if (!terminal.ask) return;
  const { type, leaveOut } = words.importing.ask;
  const channels = CHANNELS.map((it) => ({ value: it as Channel | null, name: words.screens.channels[it] }));
  for (const [word, rows] of unknown) {
    const choices = [...channels, { value: null, name: leaveOut }];
    telling.wasAsked = true;
    telling.types.set(word, await terminal.ask.choose(type(printable(word), rows), choices));
  }
}
