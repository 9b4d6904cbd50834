import type { DealFields } from './deal.ts';
import { searchKey } from './text.ts';

type DealNames = Pick<DealFields, 'customer' | 'title'>;

/** Returns what deals without an external id are told apart by: customer and title, width and case folded. */
export function matchKey({ customer, title }: DealNames): string {
  // White space is folded to one blank, so a line break stands in neither name.
  return `${searchKey(customer)}\n${searchKey(title)}`;
}

/** Two systems count from 1: the id fits, and neither the customer nor the title has anything of the other's. */
export function isNamedApart(one: DealNames, other: DealNames): boolean {
  return isApart(one.customer, other.customer) && isApart(one.title, other.title);
}

function isApart(one: string, other: string): boolean {
  const [a, b] = [searchKey(one), searchKey(other)];
  return a !== '' && b !== '' && !a.includes(b) && !b.includes(a);
}
