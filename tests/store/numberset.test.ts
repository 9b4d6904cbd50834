import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NumberSet } from '../../src/store/numberset.ts';

test('holds what a set of numbers holds', () => {
  const number = fc.oneof(fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
  fc.assert(
    fc.property(fc.array(number), number, (numbers, other) => {
      const set = new NumberSet();
      for (const it of numbers) set.add(it);
      const real = new Set(numbers);
      expect([set.size, set.has(other), numbers.every((it) => set.has(it))]).toEqual([
        real.size,
        real.has(other),
        true,
      ]);
    }),
  );
});
