import { TALKS } from '../core/deal.ts';
import { ERASED } from '../core/erased.ts';
import type { Eraser } from '../core/erasure.ts';
import { matchKey } from '../core/match.ts';
import { nameKey, type Person } from '../core/person.ts';
import type { Row } from './columns.ts';
import { searchTextOf } from './deals.ts';
import type { JournalledTable } from './schema.ts';

/** What is erased, by kind. */
export type ErasedKind = 'details' | 'contacts' | 'promises' | 'questions' | 'answers' | 'outcomes' | 'holds' | 'texts';

/** A person to be taken out of rows. */
export interface Scrubbing {
  readonly person: Person;
  /** Takes the person out of texts of this deal. */
  readonly eraserOf: (dealId: number) => Eraser;
  /** Whether the deal is, or was, with this person as its contact. */
  readonly isTheirs: (dealId: number) => boolean;
  /** Whether a deal's own row says that this person is its contact. */
  readonly isContact: (row: Row, dealId: number) => boolean;
}

/** How the person stands to one row. */
interface Standing {
  readonly names: ReadonlySet<string>;
  readonly isContact: boolean;
}

type Scrub = (row: Row, theirs: boolean, erase: Eraser, standing: Standing) => Row;

const SCRUBS: Partial<Record<JournalledTable, Scrub>> = {
  deal: scrubDeal,
  contact: ({ text, side, channel }, theirs, erase) => {
    const without = erase(String(text ?? ''));
    const isTheirWords =
      side === undefined || side === 'them' || TALKS.some((talk) => talk === channel) || without !== text;
    return text ? { text: theirs && isTheirWords ? ERASED : without } : {};
  },
  promise: (row, _theirs, erase) => texts(row, ['text'], erase),
  question: (row, theirs, erase) => texts(row, ['text', 'answer'], theirs ? whole : erase),
  outcome: (row, theirs, erase) => {
    const isSaidByThem = theirs || (typeof row.who === 'string' && erase(row.who) !== row.who);
    return texts(row, ['words', 'who', 'fact'], isSaidByThem ? whole : erase);
  },
};

const whole: Eraser = () => ERASED;

/** Returns the columns of a row that change when the person is taken out of it. A row of the journal may be a part of one. */
export function scrubbed(table: JournalledTable, row: Row, dealId: number, scrubbing: Scrubbing): Row {
  const scrub = SCRUBS[table];
  if (!scrub) return {};
  const { person, isTheirs, isContact, eraserOf } = scrubbing;
  const standing = { names: person.names, isContact: isContact(row, dealId) };
  const after = scrub(row, isTheirs(dealId), eraserOf(dealId), standing);
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => row[column] !== value));
}

const KINDS: Partial<Record<JournalledTable, Readonly<Record<string, ErasedKind>>>> = {
  deal: { contact: 'details', email: 'details', phone: 'details', customer: 'details', hold_words: 'holds' },
  contact: { text: 'contacts' },
  promise: { text: 'promises' },
  question: { text: 'questions', answer: 'answers' },
  outcome: { words: 'outcomes', who: 'outcomes', fact: 'outcomes' },
};

/** Returns what kinds of things those columns were; what follows from other columns is none. */
export function kindsOf(table: JournalledTable, columns: Row): ReadonlySet<ErasedKind> {
  const kinds = Object.keys(columns)
    .filter((column) => column !== 'search_text' && column !== 'match_key')
    .map((column) => KINDS[table]?.[column] ?? 'texts');
  return new Set(kinds);
}

/** Free texts of a deal; what only repeats them is made anew. */
const FREE = ['title', 'goal', 'scene', 'route', 'rival', 'next', 'note'];
const DETAILS = ['contact', 'email', 'phone'];

function scrubDeal(row: Row, theirs: boolean, erase: Eraser, { names, isContact }: Standing): Row {
  const isWhole = row.id !== undefined;
  const isCustomer = typeof row.customer === 'string' && names.has(nameKey(row.customer));
  // An earlier contact of the journal is let go with the person: nobody can tell any more whose each part was.
  const leaves = isContact || (theirs && !isWhole) || isCustomer;
  const after: Row = {
    ...row,
    ...texts(row, FREE, erase),
    ...texts(row, ['hold_words'], theirs ? whole : erase),
    ...texts(row, DETAILS, leaves ? () => null : (text) => orNothing(erase(text))),
    ...texts(row, ['decider', 'external_id'], (text) => orNothing(erase(text))),
    ...(isCustomer ? { customer: ERASED } : {}),
  };
  // An id with a hole in it would fit other rows.
  if (after.external_id !== row.external_id) after.external_id = null;
  if (!isWhole) return { ...after, ...texts(row, ['search_text', 'match_key'], erase) };
  const named = {
    customer: String(after.customer),
    title: String(after.title),
    contact: after.contact as string | null,
  };
  return { ...after, search_text: searchTextOf(named), match_key: matchKey(named) };
}

function texts(row: Row, columns: readonly string[], erase: (text: string) => string | null): Row {
  const found = columns.filter((column) => typeof row[column] === 'string' && row[column] !== '');
  return Object.fromEntries(found.map((column) => [column, erase(String(row[column]))]));
}

function orNothing(text: string): string | null {
  return /[\p{L}\p{N}]/u.test(text.replaceAll(ERASED, '')) ? text : null;
}
