import { z } from 'zod';
import type { ArchivedDeal } from '../core/archive.ts';
import { ANGLE_CODES, DOUBT_CODES, FACTOR_CODES, MATERIAL_CODES, QUESTION_CODES, REASON_CODES } from '../core/codes.ts';
import { type Day, isDay } from '../core/day.ts';
import { CHAIN_LINKS, CHANNELS, DEAL_KINDS, ENDED_STATES, LANGUAGES, MATERIAL_STATUSES, STATES } from '../core/deal.ts';
import { durationToText, findDuration } from '../core/duration.ts';

/** What a place in the file should have held; the views have the words. */
export type Expected =
  | 'text'
  | 'day'
  | 'number'
  | 'wholeNumber'
  | 'flag'
  | 'code'
  | 'duration'
  | 'list'
  | 'object'
  | 'unique'
  | 'known'
  | 'currency'
  | 'uid'
  | 'name'
  | 'version';

const expected = (kind: Expected): { readonly error: Expected } => ({ error: kind });

/** Half a character could not be kept as it is. */
const text = z.string(expected('text')).refine((it) => !/\p{Surrogate}/u.test(it), expected('text'));
const name = text.refine((it) => it.trim() !== '', expected('name'));
const day = z.custom<Day>((it) => typeof it === 'string' && isDay(it), expected('day'));
const code = <const Codes extends readonly string[]>(codes: Codes) => z.enum(codes, expected('code'));
const flag = z.boolean(expected('flag'));
const duration = text.refine((it) => {
  const found = findDuration(it);
  return found !== undefined && durationToText(found) === it;
}, expected('duration'));
/** Rows are numbered from 1; nobody has a million of a kind on one deal. */
const n = z.int(expected('wholeNumber')).min(1, expected('wholeNumber')).max(999_999, expected('wholeNumber'));
const id = z.int(expected('wholeNumber')).min(1, expected('wholeNumber'));
const amount = z.number(expected('number')).min(0, expected('number')).max(1e15, expected('number'));

function object<const Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, expected('object'));
}

/** A list in which no two rows are the same thing. */
function rows<Row>(row: z.ZodType<Row>, keyName?: keyof Row & string) {
  return z.array(row, expected('list')).superRefine((list, context) => {
    const seen = new Set<unknown>();
    for (const [index, it] of keyName === undefined ? [] : list.entries()) {
      const key = it[keyName as keyof Row];
      if (seen.has(key)) context.addIssue({ code: 'custom', message: 'unique', path: [index, keyName as string] });
      seen.add(key);
    }
  });
}

const contact = object({
  n,
  on: day,
  from: code(['us', 'them']),
  channel: code(CHANNELS).nullable(),
  angle: code(ANGLE_CODES).nullable(),
  statusOnly: flag,
  gives: flag,
  noAnswer: flag,
  toldLatestOn: day.nullable(),
  text,
});
const promise = object({
  n,
  text,
  material: code(MATERIAL_CODES).nullable(),
  dueOn: day.nullable(),
  keptOn: day.nullable(),
});
const question = object({
  n,
  text,
  doubt: code(DOUBT_CODES).nullable(),
  askedOn: day,
  answeredOn: day.nullable(),
  answer: text.nullable(),
});
const material = object({
  code: code(MATERIAL_CODES),
  status: code(MATERIAL_STATUSES),
  on: day,
  wantedOn: day.nullable(),
  suppliedOn: day.nullable(),
});
const slip = object({ from: day.nullable(), to: day.nullable(), on: day });
const outcome = object({
  state: code(ENDED_STATES),
  on: day,
  words: text.nullable(),
  who: text.nullable(),
  channel: code(CHANNELS).nullable(),
  reason: code(REASON_CODES).nullable(),
  factor: code(FACTOR_CODES).nullable(),
  fact: text.nullable(),
  revisitOn: day.nullable(),
});

const deal = object({
  id,
  uid: text.regex(/^[0-9a-f]{32}$/, expected('uid')),
  externalId: text.nullable(),
  customer: name,
  title: text,
  contact: text.nullable(),
  email: text.nullable(),
  phone: text.nullable(),
  channel: code(CHANNELS).nullable(),
  language: code(LANGUAGES).nullable(),
  amount: amount.nullable(),
  currency: text.regex(/^[A-Z]{3}$/, expected('currency')).nullable(),
  kind: code(DEAL_KINDS).nullable(),
  owner: text.nullable(),
  proposedOn: day.nullable(),
  goal: text.nullable(),
  goalOn: day.nullable(),
  lead: duration.nullable(),
  slots: rows(day),
  prep: duration.nullable(),
  approval: duration.nullable(),
  offerUntilOn: day.nullable(),
  notBeforeOn: day.nullable(),
  assumed: rows(code(CHAIN_LINKS)),
  decisionOn: day.nullable(),
  scene: text.nullable(),
  decider: text.nullable(),
  route: text.nullable(),
  rival: text.nullable(),
  next: text.nullable(),
  nextOn: day.nullable(),
  booked: flag,
  earlierContactOn: day.nullable(),
  earlierSignalOn: day.nullable(),
  expectedCloseOn: day.nullable(),
  note: text.nullable(),
  doNotContact: flag,
  state: code(STATES),
  closedOn: day.nullable(),
  holdUntilOn: day.nullable(),
  holdSinceOn: day.nullable(),
  holdWords: text.nullable(),
  snoozeUntilOn: day.nullable(),
  unknowns: z.partialRecord(code(QUESTION_CODES), day, expected('object')),
  contacts: rows(contact, 'n'),
  promises: rows(promise, 'n'),
  questions: rows(question, 'n'),
  materials: rows(material, 'code'),
  slips: rows(slip),
  outcomes: rows(outcome),
});

/** Every field stands in an archive, and nothing that is not a field: what is misspelt or left out would be lost in silence. */
export const archiveSchema = object({
  format: z.literal('followup', expected('text')),
  version: z.literal(1, expected('version')),
  deals: rows(deal, 'uid').superRefine((deals: readonly ArchivedDeal[], context) => {
    const ids = new Set<number>();
    for (const [index, it] of deals.entries()) {
      if (ids.has(it.id)) context.addIssue({ code: 'custom', message: 'unique', path: [index, 'id'] });
      ids.add(it.id);
    }
  }),
});

/** Returns where the first mistake stands and what was expected there, and how many there are. */
export function mistakeOf(error: z.ZodError): { where: string; expected: string; count: number } {
  const [first] = error.issues;
  if (!first) return { where: '', expected: 'object', count: 0 };
  const isUnknown = first.code === 'unrecognized_keys';
  const path = isUnknown ? [...first.path, first.keys[0] ?? ''] : first.path;
  return { where: placeOf(path), expected: isUnknown ? 'known' : first.message, count: error.issues.length };
}

/** Returns a path as one would write it: `deals[3].contacts[0].on`. */
function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${String(step)}`))
    .join('');
}
