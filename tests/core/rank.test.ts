import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/day.ts';
import { compareRanks, compareTexts, type Rank, rankToText } from '../../src/core/rank.ts';

const day = fc.option(
  fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-06-01' as Day, days)),
  { nil: null },
);
const rank: fc.Arbitrary<Rank> = fc.record({
  id: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 2 ** 31 })),
  owed: fc.boolean(),
  score: fc.oneof(fc.nat(120), fc.nat(60_000)),
  milestoneOn: day,
  lastSignalOn: day,
});

test('ranks as texts sort as ranks do', () => {
  fc.assert(
    fc.property(rank, rank, fc.boolean(), (a, b, isNear) => {
      // Two that differ in nothing but what decides last.
      const other = isNear ? { ...a, id: b.id, lastSignalOn: b.lastSignalOn } : b;
      expect(Math.sign(compareTexts(rankToText(a), rankToText(other)))).toBe(Math.sign(compareRanks(a, other)));
    }),
    { numRuns: 2_000 },
  );
});
