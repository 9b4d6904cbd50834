import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composed } from '../../src/core/composed.ts';

test.each([
  ['か\u3099', 'が'],
  ['ハ\u309aン', 'パン'],
  ['Mu\u0308ller', 'Müller'],
  ['\u1112\u1161\u11ab국', '한국'],
])('letters that came in pieces are put together: %s', (inPieces, whole) => {
  expect(composed(inPieces)).toBe(whole);
});

test.each(['\ufa19田', '葛\u{e0100}城', 'ﾊﾟﾝ', 'Ａｏｋｉ', '①', '\u200b', '👩\u200d🎨'])(
  '%s stays as it was typed',
  (text) => {
    expect(composed(text)).toBe(text);
  },
);

test('what has been put together stays so, and reads the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = composed(text);
      expect(composed(once)).toBe(once);
      expect(once.normalize('NFC')).toBe(text.normalize('NFC'));
    }),
  );
});
