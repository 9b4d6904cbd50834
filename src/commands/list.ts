import type { Command } from 'commander';
import { readChoice } from '../core/dealfield.ts';
import { DEAL_ORDERS } from '../store/dealpage.ts';
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

/** The other order, open deals first, is the usual one. */
export const LIST_SORTS = DEAL_ORDERS.filter((order) => order !== 'open');

export function addList(program: Command, context: Context): void {
  const command = declare(program, context, 'list [words...]');
  withOptions(command, context, '--state <state>', '--sort <key>', '--limit <count>', '--owner <name>').action(
    (words: string[], options: ListOptions) => list(context, words, options),
  );
}

export async function list(context: Context, words: readonly string[], options: ListOptions): Promise<void> {
  const filter = await readFilter(context, words, options);
  const order = options.sort === undefined ? 'open' : readChoice(options.sort, LIST_SORTS, '--sort');
  const limit = options.limit === undefined ? null : readCount(options.limit);
  const store = await context.store();
  const most = limit ?? (context.isJson ? null : FIRST_PAGE);
  const { deals, count } = await store.dealPage(filter, { order, limit: most });
  answer(
    context,
    () => ({ deals: deals.map(dealJson) }),
    () => listView(deals, count, context.page),
  );
}
