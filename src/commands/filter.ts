import { STATES, type State } from '../core/deal.ts';
import { readChoice } from '../core/dealfield.ts';
import type { DealFilter } from '../store/deals.ts';
import type { Context } from './context.ts';
import { knownOwner } from './owner.ts';

/** The flags that say which deals are meant, where a command takes many. */
export interface FilterOptions {
  readonly state?: string;
  readonly owner?: string;
}

/** Returns which deals are meant: all of the rep's own, unless words or flags say otherwise. Throws Failure for an owner nobody is. */
export async function readFilter(
  context: Context,
  words: readonly string[],
  options: FilterOptions,
): Promise<DealFilter> {
  const states = readStates(options.state);
  return {
    words,
    ...(states ? { states } : {}),
    owner: options.owner === undefined ? context.settings.owner : await knownOwner(context, options.owner),
  };
}

function readStates(value: string | undefined): readonly State[] | null {
  if (value === undefined) return null;
  const names = value.split(',').map((name) => readChoice(name, [...STATES, 'all'] as const, '--state'));
  return names.includes('all') ? null : (names as State[]);
}
