import { channelNamed } from '../contact.ts';
import type { Channel } from '../deal.ts';
import { type Activity, type Course, readActivity, readCourse, readSide, type Side, wordKey } from './activity.ts';
import type { ColumnStyle } from './columnsurvey.ts';
import type { ContactField } from './contactfield.ts';
import { isNone } from './none.ts';
import type { Problem } from './row.ts';
import { cellToText } from './spreadsheet.ts';

/** A column of an activity export that is a field. */
export interface ContactColumn {
  /** Its header, for saying where a problem is. */
  readonly column: string;
  readonly field: ContactField;
  readonly style: ColumnStyle;
}

/** The filled cells of one row, by field. */
export type ContactCells = Readonly<Partial<Record<ContactField, { readonly column: string; readonly text: string }>>>;

/** What a row says of how the customer was reached. */
export interface WayRead {
  /** Why the row is no contact: nobody was in touch, or it has not taken place. */
  readonly left: 'type' | 'notDone' | null;
  /** Null where it is left, or where it is not known. */
  readonly channel: Channel | null;
  readonly from: Side;
  readonly noAnswer: boolean;
  /** The type that nobody knows; blank where the row names none. */
  readonly unknown: string | null;
  readonly problems: readonly Problem[];
}

/** Returns the filled cells of a row, given in the order of the columns; what several columns say of one field is put together. */
export function cellsOf(
  columns: readonly Pick<ContactColumn, 'column' | 'field'>[],
  texts: readonly string[],
): ContactCells {
  const cells: Partial<Record<ContactField, { column: string; text: string }>> = {};
  for (const [index, { column, field }] of columns.entries()) {
    const text = cellToText(texts[index] ?? '').trim();
    if (isNone(text, 'text')) continue;
    const earlier = cells[field];
    cells[field] = earlier ? { ...earlier, text: `${earlier.text}\n${text}` } : { column, text };
  }
  return cells;
}

/**
 * Returns the reader of how the customer was reached. `types` are the words that the rep explained (null leaves such rows out).
 * A row that names no type is read by its subject, else by what the headers say of all rows.
 */
export function createWayReader(
  columns: readonly Pick<ContactColumn, 'column' | 'field'>[],
  types: ReadonlyMap<string, Channel | null>,
): (cells: ContactCells) => WayRead {
  const told = new Map([...types].map(([word, channel]) => [wordKey(word), channel] as const));
  // A row that names no type is pointed at where it should.
  const typeColumn = (columns.find(({ field }) => field === 'type') ?? columns[0])?.column ?? '';
  const usual = columns.some(({ field }) => field === 'type') ? null : channelOfHeaders(columns);
  const tell = (word: string): Activity | null => {
    const channel = told.get(wordKey(word));
    return channel === undefined ? null : { channel, from: null, noAnswer: false };
  };
  return (cells) => {
    const word = cells.type?.text ?? '';
    const known = readActivity(word);
    const explained = tell(word);
    const bySubject = word === '' ? activityOfSubject(cells) : null;
    // The rep's word outranks ours; what the word says of the side stays.
    const activity = explained ? { ...known, ...explained, from: known?.from ?? null } : (known ?? bySubject);
    const found = activity ?? (word === '' && usual !== null ? { channel: usual, from: null, noAnswer: false } : null);
    return wayOf(cells, found, found === null ? { column: typeColumn, word } : null);
  };
}

function wayOf(
  { direction, done, ...cells }: ContactCells,
  activity: Activity | null,
  unknown: { readonly column: string; readonly word: string } | null,
): WayRead {
  const side = direction ? readSide(direction.text) : null;
  const course = done ? readCourse(done.text) : null;
  const result = courseOfOutcome(cells);
  const problems: Problem[] = [];
  const refuse = (column: string, value: string, problem: string): void => {
    problems.push({ column, value, problem });
  };
  if (direction && side === null) refuse(direction.column, direction.text, 'bad_direction');
  if (done && course === null) refuse(done.column, done.text, 'bad_done');
  if (unknown) refuse(unknown.column, unknown.word, unknown.word === '' ? 'type_missing' : 'bad_type');
  const isOpen = course === 'notHeld' || result === 'notHeld';
  const isNoContact = (activity !== null && activity.channel === null) || side === 'internal';
  const from = (side === 'internal' ? null : side) ?? activity?.from ?? 'us';
  const isUnreached = activity?.noAnswer === true || course === 'noAnswer' || result === 'noAnswer';
  return {
    left: isNoContact ? 'type' : isOpen ? 'notDone' : null,
    channel: activity?.channel ?? null,
    from,
    // A call of theirs that we missed is a word from them all the same.
    noAnswer: from === 'us' && isUnreached,
    unknown: unknown?.word ?? null,
    problems,
  };
}

/** Returns how the activity went as its outcome says in a word that we know; null where the outcome is a sentence of its own. */
export function courseOfOutcome({ outcome }: ContactCells): Course | null {
  return outcome ? readCourse(outcome.text) : null;
}

/** Reads `Call`, `Email: the quote`, `[Call] Aoki`, 【訪問】, or 「電話。…」 in the subject, else the first word of the note. */
function activityOfSubject({ subject, note }: ContactCells): Activity | null {
  const text = subject?.text ?? '';
  const whole = readActivity(text);
  if (whole) return whole;
  const label = /^[[【(（]([^\])】）]{1,20})[\])】）]|^([^:：]{1,20})[:：]/.exec(text);
  const labelled = label && readActivity(label[1] ?? label[2] ?? '');
  if (labelled) return labelled;
  const channel = channelNamed(text) ?? channelNamed(note?.text ?? '');
  return channel && { channel, from: null, noAnswer: false };
}

const HEADER_WORDS: readonly (readonly [Channel, RegExp])[] = [
  ['phone', /^(?:call|phone|通話|架電|電話|コール)/i],
  ['visit', /^(?:visit|訪問)/i],
  ['meeting', /^(?:meeting|面談|商談(?:日|内容|結果)|打ち?合わ?せ)/i],
  ['email', /^(?:e-?mail|メール)/i],
];

/** A list of calls names no type: its headers do. Where they name several, they name none. */
function channelOfHeaders(columns: readonly Pick<ContactColumn, 'column' | 'field'>[]): Channel | null {
  const own = columns.filter(({ field }) => OWN.includes(field));
  const named = new Set(
    own.flatMap(({ column }) => HEADER_WORDS.flatMap(([channel, word]) => (word.test(column.trim()) ? [channel] : []))),
  );
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/** The fields that are about the activity itself. */
const OWN: readonly ContactField[] = ['subject', 'date', 'note', 'direction', 'outcome'];
