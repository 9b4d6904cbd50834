import type { Command } from 'commander';
import type { DealFields } from '../core/deal.ts';
import { DEAL_FLAGS, type DealFlag, isDealFlag, type Reading, readDealFlag } from '../core/dealfield.ts';
import { readNextReason } from '../core/entry.ts';
import type { Context } from './context.ts';
import { withOptions } from './option.ts';

/** The options as commander gives them: by camel-cased flag name. */
export type DealOptions = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

const PLACEHOLDERS: Partial<Record<DealFlag, string>> = {
  amount: 'money',
  lead: 'duration',
  prep: 'duration',
  approval: 'duration',
  kind: 'small|mid|system',
  assumed: 'link,…',
};

/** Adds the flags that `add` and `edit` share. */
export function withDealFlags(command: Command, context: Context): Command {
  const flags = (Object.keys(DEAL_FLAGS) as DealFlag[]).map((name) => {
    if (DEAL_FLAGS[name].takes === 'flag') return `--${name}`;
    const repeated = name === 'slot' ? '...' : '';
    return `--${name} <${PLACEHOLDERS[name] ?? placeholder(name)}>${repeated}`;
  });
  return withOptions(command, context, ...flags);
}

function placeholder(name: DealFlag): string {
  const { field } = DEAL_FLAGS[name];
  return field.endsWith('On') || name === 'slot' ? 'day' : 'text';
}

/** Returns the fields that the given flags set; throws where one cannot be read or is a status check. */
export function readDealOptions(options: DealOptions, reading: Reading): Partial<DealFields> {
  let patch: Partial<DealFields> = {};
  for (const [option, value] of Object.entries(options)) {
    const name = option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (!isDealFlag(name) || value === undefined || value === false) continue;
    const texts = Array.isArray(value) ? (value as readonly string[]) : [String(value)];
    for (const text of texts) {
      const read = readDealFlag(name, name === 'next' ? readNextReason(text) : text, reading);
      const slots =
        name === 'slot' ? { slots: [...new Set([...(patch.slots ?? []), ...(read.slots ?? [])])].sort() } : {};
      patch = { ...patch, ...read, ...slots };
    }
  }
  // An explicit --currency is the rep's word, whatever sign the amount carried.
  return typeof options.currency === 'string'
    ? { ...patch, ...readDealFlag('currency', options.currency, reading) }
    : patch;
}
