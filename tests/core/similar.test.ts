import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANGLE_CODES, MATERIAL_CODES } from '../../src/core/codes.ts';
import { similarTo } from '../../src/core/similar.ts';

const WORDS = fc.constantFrom(...ANGLE_CODES, ...MATERIAL_CODES);

describe('what was probably meant', () => {
  test.each([
    ['promis', 'promise'],
    ['mat', 'material'],
    ['prmoise', 'promise'],
    ['ＩＮＦＯ', 'info'],
    ['zzzz', undefined],
    ['', undefined],
    ['k', undefined],
    ['見積書', undefined],
  ])('by “%s”', (text, meant) => {
    expect(similarTo(text, ANGLE_CODES)).toBe(meant);
  });

  test('is the word itself where it is one', () => {
    fc.assert(fc.property(WORDS, (word) => similarTo(word, [...ANGLE_CODES, ...MATERIAL_CODES]) === word));
  });

  test('is found in spite of one slip in a longer word', () => {
    const long = fc.constantFrom(...ANGLE_CODES.filter((it) => it.length >= 5));
    fc.assert(
      fc.property(long, fc.nat(), fc.constantFrom('add', 'drop', 'swap'), (word, where, slip) => {
        const at = where % (word.length - 1);
        const slips = {
          add: `${word.slice(0, at)}x${word.slice(at)}`,
          drop: word.slice(0, at) + word.slice(at + 1),
          swap: word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
        };
        expect(similarTo(slips[slip as keyof typeof slips], ANGLE_CODES)).toBe(word);
      }),
    );
  });

  test('never throws, and is one of the choices or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, choices) => {
        const found = similarTo(text, choices);
        return found === undefined || choices.includes(found);
      }),
    );
  });
});
