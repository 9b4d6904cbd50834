import type { Command } from 'commander';
import type { Deal } from '../core/deal.ts';
import { readChoice } from '../core/dealfield.ts';
import { dealJson } from '../views/json.ts';
import { listView } from '../views/list.ts';
import { answer, type Context } from './context.ts';
import { type FilterOptions, readFilter } from './filter.ts';
import { declare, readCount, withOptions } from './option.ts';

interface ListOptions extends FilterOptions {
  readonly sort?: string;
  readonly limit?: string;
}

/** A first page; scripts get everything. */
const FIRST_PAGE = 50;

type Comparison = (a: Deal, b: Deal) => number;

const SORTS: Readonly<Record<string, Comparison>> = {
  number: (a, b) => a.id - b.id,
  customer: (a, b) => compareText(a.customer, b.customer),
  amount: (a, b) => (b.amount ?? -1) - (a.amount ?? -1),
  decision: (a, b) => compareText(a.decisionOn ?? '9', b.decisionOn ?? '9'),
  proposed: (a, b) => compareText(b.proposedOn ?? '0', a.proposedOn ?? '0'),
};

/** What a list can be sorted by. */
export const LIST_SORTS: readonly string[] = Object.keys(SORTS);

export function addList(program: Command, context: Context): void {
  const command = declare(program, context, 'list [words...]');
  withOptions(command, context, '--state <state>', '--sort <key>', '--limit <count>', '--owner <name>').action(
    (words: string[], options: ListOptions) => list(context, words, options),
  );
}

export async function list(context: Context, words: readonly string[], options: ListOptions): Promise<void> {
  const filter = readFilter(context, words, options);
  const compare =
    options.sort === undefined ? openFirst : (SORTS[readChoice(options.sort, LIST_SORTS, '--sort')] ?? openFirst);
  const limit = options.limit === undefined ? null : readCount(options.limit);
  const store = await context.store();
  const found = await store.deals(filter);
  // Every order is total: what compares equal goes by number.
  const sorted = found.sort((a, b) => compare(a, b) || a.id - b.id);
  answer(
    context,
    () => ({ deals: (limit === null ? sorted : sorted.slice(0, limit)).map(dealJson) }),
    () => listView(sorted.slice(0, limit ?? FIRST_PAGE), sorted.length, context.page),
  );
}

const openFirst: Comparison = (a, b) => Number(b.state === 'open') - Number(a.state === 'open');

/** Code point order: the same on every machine. */
function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
