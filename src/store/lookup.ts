import type { Kysely } from 'kysely';
import type { Contact } from '../core/deal.ts';
import type { NamedDeal } from '../core/import/dealindex.ts';
import { channelToColumn } from './contactrow.ts';
import { dealNames } from './deals.ts';
import { runKept } from './keptquery.ts';
import type { Schema } from './schema.ts';

/** What makes two contacts of one deal the same. */
export type ContactLikeness = Pick<Contact, 'on' | 'from' | 'channel' | 'noAnswer' | 'text'>;

/** What an import of contacts looks up. */
export interface Lookup {
  /** Returns what every deal is called. */
  dealNames(): Promise<NamedDeal[]>;
  /** Returns the id of the earliest contact of this deal that says the same, or undefined. */
  sameContact(dealId: number, contact: ContactLikeness): Promise<number | undefined>;
  /** Returns the highest id of a contact, 0 where there is none: those that are added later come after it. */
  lastContactId(): Promise<number>;
}

export function lookupIn(db: Kysely<Schema>): Lookup {
  return {
    dealNames: () => dealNames(db),
    sameContact: (dealId, contact) => sameContact(db, dealId, contact),
    lastContactId: () => lastContactId(db),
  };
}

async function sameContact(
  db: Kysely<Schema>,
  dealId: number,
  { on, from, channel, noAnswer, text }: ContactLikeness,
): Promise<number | undefined> {
  const values = [dealId, on, from, channelToColumn(channel), noAnswer ? 1 : 0, text] as const;
  const build = () =>
    db
      .selectFrom('contact')
      .select(({ fn }) => fn.min('id').as('id'))
      .where('deal_id', '=', values[0])
      .where('held_on', '=', values[1])
      .where('side', '=', values[2])
      .where('channel', '=', values[3])
      .where('no_answer', '=', values[4])
      .where('text', '=', values[5]);
  const [row] = await runKept(db, 'same contact', build, values);
  return row?.id == null ? undefined : Number(row.id);
}

async function lastContactId(db: Kysely<Schema>): Promise<number> {
  const { last } = await db
    .selectFrom('contact')
    .select(({ fn }) => fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  return Number(last ?? 0);
}
