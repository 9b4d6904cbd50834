import { composed } from './composed.ts';
import type { Day } from './day.ts';
import { CHAIN_LINKS, CHANNELS, DEAL_KINDS, type DealFields, LANGUAGES } from './deal.ts';
import { durationToText, readDuration } from './duration.ts';
import { isEmail } from './email.ts';
import { BadInput } from './failure.ts';
import { isCurrency, readMoney } from './money.ts';
import { readDay } from './spokenday.ts';
import { narrow } from './text.ts';

/** What reading a value may depend on. */
export interface Reading {
  readonly today: Day;
  /** The currency of an amount that names none. */
  readonly currency: string | null;
}

type Patch = Partial<DealFields>;

interface FieldReader {
  /** Whether it takes a value or is a flag of its own. */
  readonly takes: 'value' | 'flag';
  readonly field: keyof DealFields;
  /** Returns what the text sets; throws BadInput where it cannot be read. */
  readonly read: (text: string, reading: Reading, flag: string) => Patch;
}

const text = (field: keyof DealFields): FieldReader => ({
  takes: 'value',
  field,
  read: (value, _reading, flag) => ({ [field]: readText(value, flag) }),
});
const day = (field: keyof DealFields, lean: 'ahead' | 'behind' = 'ahead'): FieldReader => ({
  takes: 'value',
  field,
  read: (value, { today }) => ({ [field]: readDay(value, today, lean) }),
});
const duration = (field: keyof DealFields): FieldReader => ({
  takes: 'value',
  field,
  read: (value) => ({ [field]: durationToText(readDuration(value)) }),
});
const choice = (field: keyof DealFields, choices: readonly string[]): FieldReader => ({
  takes: 'value',
  field,
  read: (value, _reading, flag) => ({ [field]: readChoice(value, choices, flag) }),
});
const flag = (field: keyof DealFields): FieldReader => ({ takes: 'flag', field, read: () => ({ [field]: true }) });

/** What `add` and `edit` take as flags and `import` as columns: by name, the field and how its text is read. */
export const DEAL_FLAGS = {
  customer: text('customer'),
  title: text('title'),
  contact: text('contact'),
  email: { takes: 'value', field: 'email', read: (value) => ({ email: readEmail(value) }) },
  phone: text('phone'),
  channel: choice('channel', CHANNELS),
  language: choice('language', LANGUAGES),
  amount: { takes: 'value', field: 'amount', read: readAmount },
  currency: { takes: 'value', field: 'currency', read: (value) => ({ currency: readCurrency(value) }) },
  kind: choice('kind', DEAL_KINDS),
  proposed: day('proposedOn', 'behind'),
  goal: text('goal'),
  'goal-date': day('goalOn'),
  lead: duration('lead'),
  slot: { takes: 'value', field: 'slots', read: readSlots },
  prep: duration('prep'),
  approval: duration('approval'),
  'offer-until': day('offerUntilOn'),
  'not-before': day('notBeforeOn'),
  assumed: { takes: 'value', field: 'assumed', read: readAssumed },
  'decision-date': day('decisionOn'),
  scene: text('scene'),
  decider: text('decider'),
  route: text('route'),
  rival: text('rival'),
  next: text('next'),
  'next-on': day('nextOn'),
  booked: flag('booked'),
  'last-contact': day('earlierContactOn', 'behind'),
  'last-signal': day('earlierSignalOn', 'behind'),
  'external-id': text('externalId'),
  owner: text('owner'),
  'do-not-contact': flag('doNotContact'),
} as const satisfies Record<string, FieldReader>;

export type DealFlag = keyof typeof DEAL_FLAGS;

export function isDealFlag(name: string): name is DealFlag {
  return Object.hasOwn(DEAL_FLAGS, name);
}

/** Returns what one flag's text sets; throws BadInput where it cannot be read. */
export function readDealFlag(name: DealFlag, value: string, reading: Reading): Patch {
  const reader: FieldReader = DEAL_FLAGS[name];
  return reader.read(value, reading, `--${name}`);
}

/** Returns the text trimmed; a name keeps its full-width characters. */
export function readText(value: string, flagName: string): string {
  const text = composed(value.trim());
  if (text === '') throw new BadInput('empty_value', { flag: flagName });
  return text;
}

export function readChoice<Choice extends string>(value: string, choices: readonly Choice[], flagName: string): Choice {
  const wanted = narrow(value).toLowerCase();
  const found = choices.find((it) => it === wanted);
  if (!found) throw new BadInput('bad_choice', { flag: flagName, value, choices });
  return found;
}

function readEmail(value: string): string {
  const address = value.trim();
  if (!isEmail(address)) throw new BadInput('bad_email', { value });
  return address;
}

function readAmount(value: string, { currency }: Reading): Patch {
  const money = readMoney(value);
  const known = money.currency ?? currency;
  return { amount: money.amount, ...(known ? { currency: known } : {}) };
}

function readCurrency(value: string): string {
  const code = narrow(value).toUpperCase();
  if (!isCurrency(code)) throw new BadInput('bad_currency', { value });
  return code;
}

function readSlots(value: string, { today }: Reading): Patch {
  const slots = value.split(/[;、]|,(?!\s*\d{4}\b)/).filter((part) => part.trim() !== '');
  if (slots.length === 0) throw new BadInput('empty_value', { flag: '--slot' });
  return { slots: [...new Set(slots.map((slot) => readDay(slot, today)))].sort() };
}

function readAssumed(value: string): Patch {
  const links = value.split(/[,、;\s]+/).filter((part) => part !== '');
  return { assumed: links.map((link) => readChoice(link, CHAIN_LINKS, '--assumed')) };
}
