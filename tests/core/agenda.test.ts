import { expect, test } from 'vitest';
import { agendaOf } from '../../src/core/agenda.ts';
import { archivedDeal } from '../support/archives.ts';
import { day, promise, WEEKENDS } from '../support/deals.ts';

const FULL = {
  decisionOn: day('2025-08-20'),
  goalOn: day('2025-09-30'),
  lead: '1mo',
  next: 'staff hours',
  nextOn: day('2025-07-28'),
  promises: [
    promise('2025-07-25', { n: 2 }),
    promise('2025-07-18', { n: 1, keptOn: day('2025-07-18') }),
    promise(null, { n: 3 }),
  ],
} as const;

const daysOf = (fields: Parameters<typeof archivedDeal>[0]): readonly string[] =>
  agendaOf(archivedDeal({ ...FULL, ...fields }), WEEKENDS).map(({ kind, n, on }) => `${kind} ${n ?? '-'} ${on}`);

test('holds the days that somebody waits for', () => {
  expect(daysOf({})).toEqual([
    'decision - 2025-08-20',
    'latest-useful - 2025-08-29',
    'promise 2 2025-07-25',
    'next - 2025-07-28',
  ]);
});

test('holds no day that only calls for a contact the customer does not wish', () => {
  expect(daysOf({ doNotContact: true })).toEqual([
    'decision - 2025-08-20',
    'promise 2 2025-07-25',
    'next - 2025-07-28',
  ]);
});

test('holds nothing of a deal that has ended', () => {
  expect(daysOf({ state: 'won' })).toEqual([]);
});

test.each([
  [{ booked: true }, 'next', { isBooked: true, text: 'staff hours' }],
  [{ assumed: ['lead'] }, 'latest-useful', { isAssumed: true }],
] as const)('with %j says so of its %s', (fields, kind, expected) => {
  const found = agendaOf(archivedDeal({ ...FULL, ...fields }), WEEKENDS).find((it) => it.kind === kind);
  expect(found).toMatchObject(expected);
});
