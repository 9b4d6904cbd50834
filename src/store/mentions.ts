import type { Kysely } from 'kysely';
import { type Mention, namesIn } from '../core/person.ts';
import type { Row } from './columns.ts';
import type { Schema } from './schema.ts';

/** Returns every place of the book, its journal with it, where a field says who somebody is. */
export async function mentionsIn(db: Kysely<Schema>): Promise<Mention[]> {
  const deals = await db
    .selectFrom('deal')
    .select(['id', 'customer', 'contact', 'email', 'phone', 'decider'])
    .execute();
  const customers = new Map(deals.map(({ id, customer }) => [id, customer]));
  const told = await db.selectFrom('outcome').select(['deal_id', 'who']).where('who', 'is not', null).execute();
  const kept = await db
    .selectFrom('change')
    .select(['table_name', 'deal_id', 'before', 'after', 'row'])
    .where('table_name', 'in', ['deal', 'outcome'])
    .where(({ eb, or }) => or([eb('before', 'is not', null), eb('row', 'is not', null)]))
    .execute();
  const journalled = kept.flatMap(({ deal_id, before, after, row }) =>
    [before, after, row].flatMap((text) =>
      text === null ? [] : mentionsOf(deal_id, JSON.parse(text) as Row, customers.get(deal_id) ?? ''),
    ),
  );
  return [
    ...deals.flatMap(({ id, ...row }) => mentionsOf(id, row, row.customer)),
    ...told.flatMap(({ deal_id, who }) => mentionsOf(deal_id, { who }, customers.get(deal_id) ?? '')),
    ...journalled,
  ];
}

/** Rows of the journal have only the columns that changed. */
function mentionsOf(dealId: number, row: Row, known: string): Mention[] {
  const cell = (column: string): string | null => (row[column] ? String(row[column]) : null);
  const [contact, email, phone] = [cell('contact'), cell('email'), cell('phone')];
  const customer = cell('customer') ?? known;
  const named = (as: Mention['as'], text: string | null): Mention[] =>
    text === null ? [] : [{ dealId, customer, as, names: namesIn(text), email: null, phone: null }];
  const contacts: Mention[] =
    (contact ?? email ?? phone) ? [{ dealId, customer, as: 'contact', names: namesIn(contact), email, phone }] : [];
  return [
    ...contacts,
    ...named('named', cell('decider')),
    ...named('named', cell('who')),
    ...(row.customer === undefined
      ? []
      : [{ dealId, customer, as: 'customer', names: [customer], email: null, phone: null } as const]),
  ];
}
