import fc from 'fast-check';
import { ANGLE_CODES, DOUBT_CODES, MATERIAL_CODES } from '../../src/core/codes.ts';
import { judgeContact } from '../../src/core/contact.ts';
import { addDays, type Day } from '../../src/core/day.ts';
import { CHANNELS, DEAL_KINDS, type Deal, type History, STATES, TALKS } from '../../src/core/deal.ts';
import { TODAY } from './deals.ts';

/** A deal in any state, with any history, its days around the day of the scenarios. */
export interface Case {
  readonly fields: Partial<Deal>;
  readonly history: History;
}

export const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const daysFromToday = (min: number, max: number): fc.Arbitrary<Day> =>
  fc.integer({ min, max }).map((days) => addDays(TODAY, days));
/** Facts cluster in the weeks around today, where the rule has its steps. */
export const past = fc.oneof(daysFromToday(-12, 0), daysFromToday(-130, 0));
export const future = fc.oneof(daysFromToday(1, 20), daysFromToday(1, 130));
const anyDay = fc.oneof(past, future);
export const lead = maybe(fc.constantFrom('3d', '2w', '1mo', '5bd', '3mo', '20bd'));
const material = fc.constantFrom(...MATERIAL_CODES.slice(0, 12));

const stated: fc.Arbitrary<Partial<Deal>> = fc.record({
  amount: maybe(fc.constantFrom(500_000, 1_000_000, 2_000_000, 9_000_000)),
  currency: maybe(fc.constantFrom('JPY', 'USD')),
  kind: maybe(fc.constantFrom(...DEAL_KINDS)),
  proposedOn: maybe(past),
  goal: maybe(fc.constant('hire')),
  goalOn: maybe(anyDay),
  lead,
  slots: fc.array(anyDay, { maxLength: 3 }),
  prep: lead,
  approval: lead,
  offerUntilOn: maybe(anyDay),
  notBeforeOn: maybe(anyDay),
  decisionOn: maybe(anyDay),
  decider: maybe(fc.constant('head')),
  route: maybe(fc.constant('ringi')),
  rival: maybe(fc.constant('other')),
  next: maybe(fc.constant('staff hours')),
  nextOn: maybe(anyDay),
  booked: fc.boolean(),
  earlierContactOn: maybe(past),
  earlierSignalOn: maybe(past),
  doNotContact: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  snoozeUntilOn: maybe(anyDay),
});

const ending: fc.Arbitrary<Partial<Deal>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Partial<Deal>>({ state: 'open' }) },
  fc.record({
    state: fc.constantFrom(...STATES.filter((state) => state !== 'open')),
    closedOn: past,
    reason: maybe(fc.constant('price')),
    revisitOn: maybe(anyDay),
  }),
);

const holding: fc.Arbitrary<Partial<Deal>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Partial<Deal>>({}) },
  fc.record({ holdUntilOn: anyDay, holdSinceOn: past, holdWords: fc.constant('later') }),
);

/** A contact as a note records it: what was said about it, judged. */
const noted = (on: fc.Arbitrary<Day>, channels: readonly (typeof CHANNELS)[number][] = CHANNELS) =>
  fc
    .record({
      on,
      from: fc.constantFrom('us', 'us', 'them'),
      channel: fc.constantFrom(...channels),
      angle: maybe(fc.constantFrom(...ANGLE_CODES)),
      text: fc.constant(''),
      isStatusOnly: fc.boolean(),
      noAnswer: fc.constantFrom(false, false, false, true),
      delivers: fc.constantFrom(false, false, true),
    })
    .map((facts) => judgeContact(facts).contact);

const ONE_WAY = CHANNELS.filter((channel) => !TALKS.includes(channel));
export const oneWayToday = noted(fc.constant(TODAY), ONE_WAY).map((contact) => ({ ...contact, from: 'us' as const }));

const history: fc.Arbitrary<History> = fc.record({
  contacts: fc
    .array(noted(past), { maxLength: 7 })
    .map((list) => list.map((contact, index) => ({ ...contact, n: index + 1 }))),
  promises: fc
    .array(fc.record({ dueOn: maybe(anyDay), keptOn: maybe(past), material: maybe(material) }), { maxLength: 3 })
    .map((list) => list.map((promise, index) => ({ text: 'sheet', ...promise, n: index + 1 }))),
  questions: fc
    .array(fc.record({ askedOn: past, answeredOn: maybe(past), doubt: maybe(fc.constantFrom(...DOUBT_CODES)) }), {
      maxLength: 3,
    })
    .map((list) => list.map((question, index) => ({ text: 'why?', answer: null, ...question, n: index + 1 }))),
  materials: fc.uniqueArray(
    fc.record({
      code: material,
      status: fc.constantFrom('not-needed', 'wanted', 'promised', 'supplied', 'useful'),
      on: past,
    }),
    { maxLength: 6, selector: ({ code }) => code },
  ),
});

export const anyCase: fc.Arbitrary<Case> = fc
  .tuple(stated, ending, holding, history)
  .map(([deal, ended, held, told]) => ({ fields: { ...deal, ...ended, ...held }, history: told }));
