import { ERASED } from './erased.ts';
import { nameKey, type Person } from './person.ts';
import { addressPattern, folded, namePattern, phonePattern, quoted, replaceFolded } from './spelling.ts';

/** Returns a text without a person. */
export type Eraser = (text: string) => string;

/**
 * Returns what takes a person's names, addresses and numbers out of texts. Names of customers that have the person's name in
 * them stay whole: a company is not the person.
 */
export function createEraser({ names, emails, phones }: Person, customers: readonly string[]): Eraser {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const sources = [
    ...[...emails].map(addressPattern),
    ...[...phones].map(phonePattern),
    ...longestFirst.map(namePattern),
  ];
  if (sources.length === 0) return (text) => text;
  const kept = customersNamedLike(names, customers).map((customer) => quoted(folded(customer).trim()));
  const pattern = new RegExp([...(kept.length > 0 ? [`(${kept.join('|')})`] : ['(?!)()']), ...sources].join('|'), 'gu');
  return (text) => replaceFolded(text, pattern, ([found, company]) => (company === undefined ? ERASED : found));
}

/** Returns the customers whose name has the person's in it and more: they stay. */
export function customersNamedLike(names: ReadonlySet<string>, customers: readonly string[]): string[] {
  if (names.size === 0) return [];
  const pattern = new RegExp([...names].map(namePattern).join('|'), 'u');
  return [...new Set(customers)].filter((customer) => !names.has(nameKey(customer)) && pattern.test(folded(customer)));
}
