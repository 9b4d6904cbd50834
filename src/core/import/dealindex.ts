import type { Deal } from '../deal.ts';
import { searchKey } from '../text.ts';

/** What a deal is called. */
export type NamedDeal = Pick<Deal, 'id' | 'externalId' | 'customer' | 'title' | 'contact'>;

/** What a row of another system calls the deal it belongs to; null where it does not say. */
export interface DealReference {
  readonly externalId: string | null;
  /** Its external id or its title: whatever the column holds. */
  readonly deal: string | null;
  readonly title: string | null;
  readonly customer: string | null;
}

export type Found =
  | { readonly is: 'none' }
  | { readonly is: 'one'; readonly deal: NamedDeal }
  | { readonly is: 'many' };

export interface DealIndex {
  /**
   * Returns the deal of this external id; else, among the deals that no other id belongs to, the one of this title (and
   * customer, where both are named); else the only deal of this customer. Never one of several.
   */
  find(reference: DealReference): Found;
}

/** Returns an index of the deals by all they are called. */
export function createDealIndex(deals: Iterable<NamedDeal>): DealIndex {
  const byId = new Map<string, NamedDeal[]>();
  const byTitle = new Map<string, NamedDeal[]>();
  const byCustomer = new Map<string, NamedDeal[]>();
  for (const deal of deals) {
    if (deal.externalId !== null) add(byId, deal.externalId, deal);
    if (deal.title !== '') add(byTitle, searchKey(deal.title), deal);
    add(byCustomer, searchKey(deal.customer), deal);
  }
  const ofCustomer = (name: string): readonly NamedDeal[] => byCustomer.get(searchKey(name)) ?? [];
  const called = (name: string, customer: string | null): readonly NamedDeal[] => {
    const titled = byTitle.get(searchKey(name)) ?? [];
    if (titled.length > 0) return titled.filter((it) => customer === null || isOf(it, customer));
    // A board that knew no customers gave its deals' names to them.
    return ofCustomer(name).filter(({ title }) => title === '');
  };
  const byNames = ({ deal, title, customer }: DealReference): readonly NamedDeal[] => {
    const name = title ?? deal;
    if (name === null) return customer === null ? [] : ofCustomer(customer);
    const found = called(name, customer);
    // What an activity is "related to" may be the customer.
    const isCustomer = found.length === 0 && title === null && (customer === null || isSame(name, customer));
    return isCustomer ? ofCustomer(name) : found;
  };
  return {
    find: (reference) => {
      const { externalId, deal } = reference;
      const known = [externalId, deal, idInBrackets(deal)].map((id) => (id === null ? [] : (byId.get(id) ?? [])));
      const identified = known.find((it) => it.length > 0);
      if (identified) {
        const meant = identified.length === 1 ? identified : identified.filter(isMeantBy(reference));
        return oneOf(meant.length === 0 ? identified : meant);
      }
      const asWritten = byNames(reference);
      const named = asWritten.length > 0 ? asWritten : byNames(withoutBrackets(reference));
      return oneOf(externalId === null ? named : named.filter((it) => it.externalId === null));
    },
  };
}

function oneOf(deals: readonly NamedDeal[]): Found {
  const [deal, ...others] = deals;
  if (deal === undefined) return { is: 'none' };
  return others.length > 0 ? { is: 'many' } : { is: 'one', deal };
}

/** HubSpot writes name and number: `hiring event (61787997776)`. */
const NUMBERED = /^(.+?) ?\((\d{5,})\)$/;

function idInBrackets(name: string | null): string | null {
  return NUMBERED.exec(name ?? '')?.[2] ?? null;
}

function withoutBrackets(reference: DealReference): DealReference {
  return { ...reference, deal: NUMBERED.exec(reference.deal ?? '')?.[1] ?? reference.deal };
}

/** Among several of one id, as two reps' systems may give it, customer and title decide. */
function isMeantBy({ title, customer }: DealReference): (deal: NamedDeal) => boolean {
  return (it) => (customer === null || isOf(it, customer)) && (title === null || isSame(it.title, title));
}

function isOf({ customer }: NamedDeal, name: string): boolean {
  return isSame(customer, name);
}

function isSame(one: string, other: string): boolean {
  return searchKey(one) === searchKey(other);
}

function add(map: Map<string, NamedDeal[]>, key: string, deal: NamedDeal): void {
  const found = map.get(key);
  if (found) found.push(deal);
  else map.set(key, [deal]);
}
