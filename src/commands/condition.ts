import { BadInput } from '../core/failure.ts';
import type { DealFilter } from '../store/deals.ts';
import type { Context } from './context.ts';
import { readFilter } from './filter.ts';

const NARROWED = ['owner', 'state'] as const;
type Narrowed = (typeof NARROWED)[number];

/**
 * Returns which deals these conditions mean, narrowed as `list` narrows them: `owner=Sato` (`owner=` for nobody's), `state=open`, or a
 * word of customer or title. Throws where a condition cannot be read, stands twice, or names an owner nobody is.
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
  const { owner, ...others } = given;
  if (words.length === 0 && owner === undefined && !others.state)
    throw new BadInput('empty_value', { flag: '--where' });
  // A name that is left empty is nobody's.
  if (owner === '') return { ...(await readFilter(context, words, others)), owner: null };
  return readFilter(context, words, owner === undefined ? others : { ...others, owner });
}

function isNarrowed(key: string): key is Narrowed {
  return (NARROWED as readonly string[]).includes(key);
}
