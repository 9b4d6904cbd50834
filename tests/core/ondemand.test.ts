import { expect, test } from 'vitest';
import { onDemand } from '../../src/core/ondemand.ts';

test('makes a member when it is first asked for, and once', () => {
  const made: string[] = [];
  const make = (name: string) => () => {
    made.push(name);
    return { name };
  };
  const whole = onDemand<{ a: { name: string }; b: { name: string } }>({ a: make('a'), b: make('b') });
  expect([Object.keys(whole), made]).toEqual([['a', 'b'], []]);
  expect(whole.b).toBe(whole.b);
  expect([whole.b.name, made]).toEqual(['b', ['b']]);
});
