import { type Kysely, sql } from 'kysely';
import type { Deal } from '../core/deal.ts';
import { searchKey } from '../core/text.ts';
import { type DayScope, inScope } from './deals.ts';
import type { Schema } from './schema.ts';

/** What says who a deal is with. */
export type WithPerson = Pick<Deal, 'id' | 'customer' | 'contact' | 'email'>;

/** Engines bind a limited number of values in one statement, and each deal takes three. */
const AT_ONCE = 100;

/**
 * Returns the deals of the day that may be with the same people as these: those with the same address, and those whose customer
 * begins with the same name. Whether they are, the caller judges.
 */
export async function dealsWithPeopleOf(
  db: Kysely<Schema>,
  scope: DayScope,
  deals: readonly WithPerson[],
): Promise<WithPerson[]> {
  const found: WithPerson[] = [];
  for (let at = 0; at < deals.length; at += AT_ONCE) {
    const some = deals.slice(at, at + AT_ONCE);
    const emails = some.flatMap(({ email }) => (email ? [searchKey(email)] : []));
    // What a deal is found by begins with its customer; the sign after a space is `!`.
    const customers = some.flatMap(({ customer, contact }) => (contact ? [searchKey(customer)] : []));
    const named = db
      .selectFrom('deal')
      .select(['deal.id', 'deal.customer', 'deal.contact', 'deal.email'])
      .where(({ eb, or, and }) =>
        or([
          ...customers.map((name) =>
            and([eb('deal.search_text', '>=', `${name} `), eb('deal.search_text', '<', `${name}!`)]),
          ),
          ...emails.map((email) => eb(sql<string>`lower(deal.email)`, '=', email)),
        ]),
      );
    if (customers.length + emails.length > 0) found.push(...(await inScope(named, scope).execute()));
  }
  return found;
}
