import { judgeContact } from '../core/contact.ts';
import type { Contact } from '../core/deal.ts';
import { createContactReader, type ImportedContact } from '../core/import/contact.ts';
import type { ContactField } from '../core/import/contactfield.ts';
import { createDealIndex, type DealIndex, type NamedDeal } from '../core/import/dealindex.ts';
import { searchKey } from '../core/text.ts';
import type { Row } from '../exchange/table/row.ts';
import type { Source } from '../exchange/table/source.ts';
import type { Book } from '../store/book.ts';
import type { ImportReport } from '../views/import.ts';
import type { SampleContact } from '../views/importsample.ts';
import type { Context } from './context.ts';
import type { FileReading } from './filereading.ts';
import { importRows, type RowOptions } from './importrows.ts';
import { rowFaults, type Unmapped, unmappedColumns, withUnmapped } from './judgerow.ts';
import type { RowDone } from './tally.ts';
import type { BeforeChange } from './trial.ts';
import type { Watch } from './watch.ts';

export interface ContactImportOptions extends RowOptions {
  /** Puts the columns that are no field into the text. */
  readonly keepUnmapped: boolean;
}

/** Brings the rows of an activity export into the histories of the deals they name. */
export async function importContacts(
  context: Context,
  source: Source,
  reading: FileReading<ContactField>,
  options: ContactImportOptions,
  watch: Watch,
): Promise<ImportReport> {
  const { today, localDayOf } = context;
  const { fields, types } = reading;
  const read = createContactReader(fields, { today, localDayOf, types });
  const unmapped = options.keepUnmapped ? unmappedColumns(reading.columns) : [];
  return importRows(context, source, reading, options, watch, {
    kind: 'contacts',
    leftKinds: ['type', 'notDone', 'ahead', 'duplicate'],
    open: async (book, beforeChange) => {
      const writing = await openWriting(book, beforeChange, unmapped);
      const write = async (row: Row): Promise<RowDone> => {
        const { line, cells } = row;
        const faults = rowFaults(row, reading);
        if (faults.length > 0) return { did: 'refused', problems: faults };
        const result = read(fields.map(({ index }) => cells[index] ?? ''));
        if (result.is === 'left') return { did: 'left', why: result.why };
        if (result.is === 'bad') return { did: 'refused', problems: result.problems };
        const { contact, notices } = result;
        const found = writing.index.find(contact.deal);
        if (found.is === 'one') {
          const written = await writeContact(writing, found.deal, contact, cells);
          return written.did === 'left'
            ? written
            : { ...written, notices, sample: () => ({ line, ...written.sampled }) };
        }
        const { field, value } = namingOf(contact);
        const column = fields.find((it) => it.field === field)?.column ?? '';
        return { did: 'refused', problems: [{ column, value, problem: PROBLEMS[found.is] }] };
      };
      return async (rows) => {
        const done: RowDone[] = [];
        for (const row of rows) done.push(await write(row));
        return done;
      };
    },
  });
}

const PROBLEMS = { none: 'deal_unknown', many: 'many_deals' } as const;

interface Writing {
  readonly book: Book;
  readonly beforeChange: BeforeChange;
  readonly index: DealIndex;
  /** Contacts with a higher id came with this file. */
  readonly lastId: number;
  readonly unmapped: readonly Unmapped[];
}

async function openWriting(book: Book, beforeChange: BeforeChange, unmapped: readonly Unmapped[]): Promise<Writing> {
  const index = createDealIndex(await book.lookup.dealNames());
  return { book, beforeChange, index, lastId: await book.lookup.lastContactId(), unmapped };
}

/** Records a contact as `note` would, unless the history has it already. Nothing else of the deal changes. */
async function writeContact(
  { book, beforeChange, lastId, unmapped }: Writing,
  deal: NamedDeal,
  { facts, person }: ImportedContact,
  cells: readonly string[],
) {
  // The wording check reads what was said, not what the file has beside it.
  const { contact: judged } = judgeContact(facts);
  const text = withUnmapped(withPerson(facts.text, person, deal), unmapped, cells) ?? '';
  const contact = { ...judged, text, toldLatestOn: null };
  const same = await book.lookup.sameContact(deal.id, contact);
  if (same !== undefined && same > lastId) return { did: 'left', why: 'duplicate' } as const;
  const did = same === undefined ? 'created' : 'unchanged';
  if (same === undefined) {
    beforeChange();
    await book.recordContact(deal.id, contact);
  }
  const isStatusOnly = did === 'created' && contact.statusOnly;
  return { did, marks: { isStatusOnly }, sampled: { did, contact: sampleOf(deal, contact) } } as const;
}

/** Whom we met is told where it is not the person whom the deal names. */
function withPerson(text: string, person: string | null, { contact }: NamedDeal): string {
  if (person === null || searchKey(contact ?? '') === searchKey(person) || text.includes(person)) return text;
  return text === '' ? person : `${text} (${person})`;
}

function sampleOf({ id, customer, title }: NamedDeal, contact: Omit<Contact, 'n'>): SampleContact {
  const { on, from, channel, statusOnly, noAnswer, text } = contact;
  return { deal: { id, customer, title }, on, from, channel, statusOnly, noAnswer, text };
}

/** What the row called its deal by, for saying that it is not known. */
function namingOf({ deal }: ImportedContact): { readonly field: ContactField; readonly value: string } {
  if (deal.deal !== null) return { field: 'deal', value: deal.deal };
  if (deal.title !== null) return { field: 'title', value: deal.title };
  if (deal.externalId !== null) return { field: 'external-id', value: deal.externalId };
  return { field: 'customer', value: deal.customer ?? '' };
}
