import { expect, test } from 'vitest';
import { createDealIndex, type DealReference, type NamedDeal } from '../../../src/core/import/dealindex.ts';

const deal = (id: number, externalId: string | null, customer: string, title: string): NamedDeal => ({
  id,
  externalId,
  customer,
  title,
  contact: null,
});

const INDEX = createDealIndex([
  deal(1, 'A-1', 'Aoki', 'event'),
  deal(2, null, 'Mori', 'stand'),
  deal(3, null, 'Mori', 'lights'),
  deal(4, null, 'Kita', 'lights'),
  deal(5, null, 'Sato renewal', ''),
  deal(6, '61787997776', 'Hara', 'show (2025)'),
  deal(7, 'X', 'Oda', 'twin'),
  deal(8, 'X', 'Oda', 'twin'),
  deal(9, 'Y', 'Mori', 'show'),
  deal(10, 'Y', 'Hara', 'show'),
]);

const NOBODY: DealReference = { externalId: null, deal: null, title: null, customer: null };

test.each<[string, Partial<DealReference>, number | 'none' | 'many']>([
  ['its external id', { externalId: 'A-1' }, 1],
  ['its external id, whatever else is said', { externalId: 'A-1', title: 'lights', customer: 'Kita' }, 1],
  ['an id that two deals have', { externalId: 'X' }, 'many'],
  ['an id that two deals have, and a customer', { externalId: 'Y', customer: 'hara' }, 10],
  ['an id that two deals have, and neither’s customer', { externalId: 'Y', customer: 'Kita' }, 'many'],
  ['an id that nobody has', { externalId: 'Z-9' }, 'none'],
  ['an unknown id and a title of a deal without one', { externalId: 'Z-9', title: 'stand' }, 2],
  ['an unknown id and a title of a deal with another id', { externalId: 'Z-9', title: 'event' }, 'none'],
  ['a deal column with an id', { deal: 'A-1' }, 1],
  ['a deal column with a title', { deal: 'STAND' }, 2],
  ['a title with the id in brackets', { deal: 'show 2025 (61787997776)' }, 6],
  ['a title with brackets of its own', { deal: 'Show (2025)' }, 6],
  ['a title that two customers have', { title: 'lights' }, 'many'],
  ['a title with its customer', { title: 'lights', customer: 'ＫＩＴＡ' }, 4],
  ['a title with another customer', { title: 'stand', customer: 'Kita' }, 'none'],
  ['a title that is not here, of a customer with one deal', { title: 'tower', customer: 'Kita' }, 'none'],
  ['a deal that has its title for a customer', { title: 'Sato renewal' }, 5],
  ['the same beside a customer', { title: 'Sato renewal', customer: 'Sato Inc' }, 5],
  ['a customer with one deal', { customer: 'kita' }, 4],
  ['a customer with several', { customer: 'Mori' }, 'many'],
  ['a customer that is not here', { customer: 'Nobody' }, 'none'],
  ['a deal column with a customer', { deal: 'Kita' }, 4],
  ['a deal column with a customer of several deals', { deal: 'Mori' }, 'many'],
  ['a deal column with another customer than is named', { deal: 'Kita', customer: 'Mori' }, 'none'],
  ['a title that is only a customer', { title: 'Kita' }, 'none'],
  ['nothing', {}, 'none'],
])('%s finds its deal, or none', (_what, reference, expected) => {
  const found = INDEX.find({ ...NOBODY, ...reference });
  expect(found.is === 'one' ? found.deal.id : found.is).toBe(expected);
});
