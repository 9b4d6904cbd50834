import { BadInput } from '../core/failure.ts';
import type { DealFilter } from '../store/deals.ts';
import type { Context } from './context.ts';
import { readFilter } from './filter.ts';
import { knownOwner } from './owner.ts';

const NARROWED = ['owner', 'state'] as const;
type Narrowed = (typeof NARROWED)[number];

/**
 * Returns which deals these conditions mean, narrowed as `list` narrows them: `owner=Sato`, `state=open`, or a word of customer or
 * title. Throws where a condition cannot be read, stands twice, or names an owner nobody is.
 */
export async function readConditions(context: Context, texts: readonly string[]): Promise<DealFilter> {
  const words: string[] = [];
  const given: Partial<Record<Narrowed, string>> = {};
  for (const text of texts) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*=(.*)$/s.exec(text) ?? [];
    if (key === '') words.push(...text.split(/\s+/).filter((word) => word !== ''));
    else if (!isNarrowed(key)) throw new BadInput('bad_condition', { value: key, choices: NARROWED });
    else if (given[key] !== undefined) throw new BadInput('condition_twice', { value: key });
    else given[key] = value.trim();
  }
  if (words.length === 0 && Object.values(given).every((value) => value === '')) {
    throw new BadInput('empty_value', { flag: '--where' });
  }
  const owner = given.owner === undefined ? undefined : await knownOwner(context, given.owner);
  return readFilter(context, words, { ...given, ...(owner === undefined ? {} : { owner }) });
}

function isNarrowed(key: string): key is Narrowed {
  return (NARROWED as readonly string[]).includes(key);
}
