import type { DealFields } from './deal.ts';
import { searchKey } from './text.ts';

/** Returns what deals without an external id are told apart by: customer and title, width and case folded. */
export function matchKey({ customer, title }: Pick<DealFields, 'customer' | 'title'>): string {
  // White space is folded to one blank, so a line break stands in neither name.
  return `${searchKey(customer)}\n${searchKey(title)}`;
}
