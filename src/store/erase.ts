import type { Kysely, Transaction } from 'kysely';
import { createEraser, customersNamedLike } from '../core/erasure.ts';
import { addressKey, isOf, type Mention, nameKey, namesIn, type Person, phoneKey } from '../core/person.ts';
import type { Row } from './columns.ts';
import { refreshFigures } from './figures.ts';
import type { Journal } from './journal.ts';
import { assertLawfulDeals } from './lawful.ts';
import { mentionsIn } from './mentions.ts';
import { JOURNALLED, type JournalledTable, type Schema } from './schema.ts';
import { type ErasedKind, kindsOf, type Scrubbing, scrubbed } from './scrub.ts';

/** What is erased of a person, or would be. */
export interface Erasure {
  readonly dealIds: readonly number[];
  readonly erased: Readonly<Record<ErasedKind, number>>;
  /** The deals whose customer is the person. */
  readonly customerOf: readonly number[];
  /** Customers that have the person's name in theirs, which stays. */
  readonly customersLeft: readonly string[];
  /** Whether one of their deals said not to contact them. */
  readonly wishedSilence: boolean;
}

/** Many rows are read at a time, however many the book holds. */
const PAGE = 500;

/** Returns what erasing the person would take. */
export async function erasureIn(db: Kysely<Schema>, person: Person): Promise<Erasure> {
  return walk(db, person, { row: async () => undefined, change: async () => undefined });
}

/** Takes the person out of every row and out of the journal, as a step that nothing takes back. */
export async function eraseFrom(db: Transaction<Schema>, person: Person, journal: Journal): Promise<Erasure> {
  const erasure = await walk(db, person, {
    async row(table, id, dealId, patch) {
      await db
        .updateTable(table)
        .set(patch as never)
        .where('id', '=', id as never)
        .execute();
      await journal.erased(table, id, dealId);
    },
    async change(id, patch, { table_name, row_id, deal_id }) {
      await db.updateTable('change').set(patch).where('id', '=', id).execute();
      await journal.erased(table_name, row_id, deal_id);
    },
  });
  await journal.write();
  await assertLawfulDeals(db, erasure.dealIds);
  await refreshFigures(db, erasure.dealIds);
  return erasure;
}

interface Hand {
  row(table: JournalledTable, id: number, dealId: number, patch: Row): Promise<void>;
  change(
    id: number,
    patch: Record<string, string>,
    of: Pick<Change, 'table_name' | 'row_id' | 'deal_id'>,
  ): Promise<void>;
}

async function walk(db: Kysely<Schema>, person: Person, hand: Hand): Promise<Erasure> {
  const mentions = await mentionsIn(db);
  const scrubbing = scrubbingOf(person, mentions);
  const erased = { details: 0, contacts: 0, promises: 0, questions: 0, answers: 0, outcomes: 0, holds: 0, texts: 0 };
  const dealIds = new Set<number>();
  const customerOf: number[] = [];
  let wishedSilence = false;
  for (const table of JOURNALLED) {
    for await (const row of pages(db, table)) {
      const dealId = Number(table === 'deal' ? row.id : row.deal_id);
      if (table === 'deal' && scrubbing.isTheirs(dealId)) wishedSilence ||= row.do_not_contact === 1;
      const patch = scrubbed(table, row, dealId, scrubbing);
      if (Object.keys(patch).length === 0) continue;
      for (const kind of kindsOf(table, patch)) erased[kind] += 1;
      if (patch.customer !== undefined) customerOf.push(dealId);
      dealIds.add(dealId);
      await hand.row(table, Number(row.id), dealId, patch);
    }
  }
  for await (const row of pages(db, 'change')) {
    const change = row as unknown as Change;
    const patch = scrubbedChange(change, scrubbing);
    if (Object.keys(patch).length === 0) continue;
    dealIds.add(change.deal_id);
    await hand.change(change.id, patch, change);
  }
  const customersLeft = customersNamedLike(
    person.names,
    mentions.map(({ customer }) => customer),
  );
  return { dealIds: [...dealIds].sort((a, b) => a - b), erased, customerOf, customersLeft, wishedSilence };
}

interface Change {
  readonly id: number;
  readonly table_name: JournalledTable;
  readonly row_id: number;
  readonly deal_id: number;
  readonly before: string | null;
  readonly after: string | null;
  readonly row: string | null;
}

/** Texts are read and written anew, so that no way of writing JSON hides a name. */
function scrubbedChange(change: Change, scrubbing: Scrubbing): Record<string, string> {
  const patch: Record<string, string> = {};
  for (const part of ['before', 'after', 'row'] as const) {
    const text = change[part];
    if (text === null) continue;
    const row = JSON.parse(text) as Row;
    const columns = scrubbed(change.table_name, row, change.deal_id, scrubbing);
    if (Object.keys(columns).length > 0) patch[part] = JSON.stringify({ ...row, ...columns });
  }
  return patch;
}

function scrubbingOf(person: Person, mentions: readonly Mention[]): Scrubbing {
  const theirs = new Set(
    mentions.filter((mention) => mention.as !== 'named' && isOf(person, mention)).map(({ dealId }) => dealId),
  );
  const customers = [...new Set(mentions.map(({ customer }) => customer))];
  const everywhere = createEraser(person, customers);
  const unnamed = createEraser({ ...person, names: new Set() }, customers);
  const atTheirs = new Set(
    mentions.filter(({ customer }) => person.customers.has(nameKey(customer))).map(({ dealId }) => dealId),
  );
  // Where two people share a name, it is this one's only at their own customers.
  const isNamedHere = (dealId: number): boolean => !person.hasNamesake || atTheirs.has(dealId);
  return {
    person,
    isTheirs: (dealId) => theirs.has(dealId),
    eraserOf: (dealId) => (isNamedHere(dealId) ? everywhere : unnamed),
    isContact: ({ contact, email, phone }, dealId) => {
      const names = namesIn(contact === null || contact === undefined ? null : String(contact));
      if (names.length > 0) return isNamedHere(dealId) && names.some((name) => person.names.has(nameKey(name)));
      return (
        (typeof email === 'string' && person.emails.has(addressKey(email))) ||
        (typeof phone === 'string' && person.phones.has(phoneKey(phone)))
      );
    },
  };
}

async function* pages(db: Kysely<Schema>, table: JournalledTable | 'change'): AsyncGenerator<Row> {
  const { last } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max('id' as never).as('last'))
    .executeTakeFirstOrThrow();
  for (let after = 0; after < Number(last ?? 0); after += PAGE) {
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('id', '>', after as never)
      .where('id', '<=', (after + PAGE) as never)
      .execute();
    yield* rows as unknown as Row[];
  }
}
