import fc from 'fast-check';
import type { ArchivedDeal } from '../../src/core/archive.ts';
import { ANGLE_CODES, DOUBT_CODES, MATERIAL_CODES, QUESTION_CODES } from '../../src/core/codes.ts';
import type { Day } from '../../src/core/day.ts';
import {
  blankDeal,
  CHAIN_LINKS,
  CHANNELS,
  DEAL_KINDS,
  ENDED_STATES,
  LANGUAGES,
  MATERIAL_STATUSES,
} from '../../src/core/deal.ts';
import { day } from './deals.ts';

/** An open deal of which only what is named is known. */
export function archivedDeal(fields: Partial<ArchivedDeal> = {}): ArchivedDeal {
  return {
    id: 1,
    uid: '0123456789abcdef0123456789abcdef',
    ...blankDeal('Aoki'),
    state: 'open',
    closedOn: null,
    holdUntilOn: null,
    holdSinceOn: null,
    holdWords: null,
    snoozeUntilOn: null,
    unknowns: {},
    contacts: [],
    promises: [],
    questions: [],
    materials: [],
    slips: [],
    outcomes: [],
    ...fields,
  };
}

/** Returns deals as the file that holds them. */
export function archiveFile(...deals: readonly object[]): Buffer {
  return Buffer.from(JSON.stringify({ format: 'followup', version: 1, deals }));
}

const nothing = fc.constant(null);
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.oneof(value, nothing);
const aDay: fc.Arbitrary<Day> = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

/** Any text that may stand in a field: every character, and what files and terminals trip over. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  // What stands in the place of U+0000 is tested by itself.
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\u0000', '\u0001')),
  fc.constantFrom(
    '=1+1',
    "'=1",
    "'",
    '+81 3 1234',
    ' a ',
    '　全角　',
    'a\r\nb',
    '\r',
    '\n',
    '"quoted"',
    'a;b,c\\d',
    '\u001b[31mred\u001b[0m',
    '\u202eabc',
    '\ufeff',
    '青木工業',
    '😀'.repeat(30),
    'null',
    '__proto__',
  ),
);
const aName = anyText.map((text) => (text.trim() === '' ? 'Aoki' : text));
const aDuration = fc.constantFrom('10d', '2w', '1mo', '5bd');
const anAmount = fc.oneof(
  fc.integer({ min: 0, max: 1e15 }),
  fc.double({ min: 0, max: 1e9, noNaN: true }).map((it) => Math.abs(Number(it.toFixed(9)))),
  fc.constantFrom(0.1, 1.234, 12.5, 1e15, 1e-7),
);

/** What `add` can know of a deal. */
export const anyFields = fc.record({
  externalId: maybe(anyText),
  customer: aName,
  title: anyText,
  contact: maybe(anyText),
  email: maybe(anyText),
  phone: maybe(anyText),
  channel: maybe(fc.constantFrom(...CHANNELS)),
  language: maybe(fc.constantFrom(...LANGUAGES)),
  amount: maybe(anAmount),
  currency: maybe(fc.constantFrom('JPY', 'EUR', 'USD')),
  kind: maybe(fc.constantFrom(...DEAL_KINDS)),
  owner: maybe(anyText),
  proposedOn: maybe(aDay),
  goal: maybe(anyText),
  goalOn: maybe(aDay),
  lead: maybe(aDuration),
  slots: fc.uniqueArray(aDay, { maxLength: 3 }).map((days) => days.sort()),
  prep: maybe(aDuration),
  approval: maybe(aDuration),
  offerUntilOn: maybe(aDay),
  notBeforeOn: maybe(aDay),
  assumed: fc.uniqueArray(fc.constantFrom(...CHAIN_LINKS), { maxLength: 3 }),
  decisionOn: maybe(aDay),
  scene: maybe(anyText),
  decider: maybe(anyText),
  route: maybe(anyText),
  rival: maybe(anyText),
  next: maybe(anyText),
  nextOn: maybe(aDay),
  booked: fc.boolean(),
  earlierContactOn: maybe(aDay),
  earlierSignalOn: maybe(aDay),
  expectedCloseOn: maybe(aDay),
  note: maybe(anyText),
  doNotContact: fc.boolean(),
});

const numbered = <Row extends object>(row: fc.Arbitrary<Row>): fc.Arbitrary<({ n: number } & Row)[]> =>
  fc.array(row, { maxLength: 3 }).map((rows) => rows.map((it, index) => ({ n: index + 1, ...it })));

const history = fc.record({
  contacts: numbered(
    fc.record({
      on: aDay,
      from: fc.constantFrom('us' as const, 'them' as const),
      channel: fc.constantFrom(...CHANNELS),
      angle: maybe(fc.constantFrom(...ANGLE_CODES)),
      statusOnly: fc.boolean(),
      gives: fc.boolean(),
      noAnswer: fc.boolean(),
      toldLatestOn: maybe(aDay),
      text: anyText,
    }),
  ),
  promises: numbered(
    fc.record({
      text: anyText,
      material: maybe(fc.constantFrom(...MATERIAL_CODES)),
      dueOn: maybe(aDay),
      keptOn: maybe(aDay),
    }),
  ),
  questions: numbered(
    fc.record({
      text: anyText,
      doubt: maybe(fc.constantFrom(...DOUBT_CODES)),
      askedOn: aDay,
      answeredOn: maybe(aDay),
      answer: maybe(anyText),
    }),
  ),
  materials: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom(...MATERIAL_CODES),
      status: fc.constantFrom(...MATERIAL_STATUSES),
      on: aDay,
      wantedOn: maybe(aDay),
      suppliedOn: maybe(aDay),
    }),
    { maxLength: 3, selector: ({ code }) => code },
  ),
  slips: fc.array(fc.record({ from: maybe(aDay), to: maybe(aDay), on: aDay }), { maxLength: 2 }),
});

const anOutcome = fc.record({ state: fc.constantFrom(...ENDED_STATES), on: aDay, fact: maybe(anyText) }).map((it) => {
  const isLost = it.state === 'lost';
  return {
    state: it.state,
    on: it.on,
    words: isLost ? 'The budget was cut.' : null,
    who: isLost ? 'Ms Sato' : null,
    channel: isLost ? ('phone' as const) : null,
    reason: isLost ? ('budget' as const) : null,
    factor: null,
    fact: isLost ? null : it.fact,
    revisitOn: null,
  };
});

/** Deals as any book may hold them, open and ended, numbered from 1. */
export const anyDeals: fc.Arbitrary<ArchivedDeal[]> = fc
  .array(
    fc.record({
      uid: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('hex')),
      fields: anyFields,
      quiet: fc.record({
        holdUntilOn: maybe(aDay),
        holdSinceOn: maybe(aDay),
        holdWords: maybe(anyText),
        snoozeUntilOn: maybe(aDay),
        unknowns: fc.dictionary(fc.constantFrom(...QUESTION_CODES), aDay, { maxKeys: 3, noNullPrototype: true }),
      }),
      history,
      outcomes: fc.array(anOutcome, { maxLength: 2 }),
      isOpen: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((deals) =>
    deals.map(({ uid, fields, quiet, history: rows, outcomes, isOpen }, index) => {
      const standing = isOpen ? undefined : outcomes.at(-1);
      return {
        ...archivedDeal(),
        id: index + 1,
        uid: `${String(index).padStart(2, '0')}${uid.slice(2)}`,
        ...fields,
        ...quiet,
        state: standing?.state ?? 'open',
        closedOn: standing?.on ?? null,
        ...rows,
        outcomes,
      };
    }),
  );
