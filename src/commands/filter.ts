import { composed } from '../core/composed.ts';
import { STATES, type State } from '../core/deal.ts';
import { readChoice } from '../core/dealfield.ts';
import type { DealFilter } from '../store/deals.ts';
import type { Context } from './context.ts';

/** The flags that say which deals are meant, where a command takes many. */
export interface FilterOptions {
  readonly state?: string;
  readonly owner?: string;
}

/** Returns which deals are meant: all of the rep's own, unless words or flags say otherwise. */
export function readFilter({ settings }: Context, words: readonly string[], options: FilterOptions): DealFilter {
  const states = readStates(options.state);
  return {
    words,
    ...(states ? { states } : {}),
    owner: options.owner === undefined ? settings.owner : composed(options.owner),
  };
}

function readStates(value: string | undefined): readonly State[] | null {
  if (value === undefined) return null;
  const names = value.split(',').map((name) => readChoice(name, [...STATES, 'all'] as const, '--state'));
  return names.includes('all') ? null : (names as State[]);
}
