import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrow, searchKey } from '../../src/core/text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

test.each([
  ['１２，３００円', '12,300円'],
  ['￥１００', '¥100'],
  ['Ｒ８．９．３０', 'R8.9.30'],
  ['９／３０（水）', '9/30(水)'],
  ['－3d', '-3d'],
  ['−3d', '-3d'],
  ['2026‐09‑30', '2026-09-30'],
  ['㋿8年', '令和8年'],
  [' a　b \t\n c ', 'a b c'],
  ['1\u00a0234\u202f567', '1 234 567'],
  ['', ''],
])('narrow(%j) is %j', (text, expected) => {
  expect(narrow(text)).toBe(expected);
});

test.each([
  ['Ａｏｋｉ　 商会', 'aoki 商会'],
  ['AOKI 商会', 'aoki 商会'],
  ['ｱｵｷ商会', 'アオキ商会'],
  ['㈱青木', '(株)青木'],
  ['H\u0331', '\u1e96'],
])('searchKey(%j) is %j', (text, expected) => {
  expect(searchKey(text)).toBe(expected);
});

test('reading twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(narrow(narrow(text))).toBe(narrow(text));
      expect(searchKey(searchKey(text))).toBe(searchKey(text));
    }),
  );
});

test('ASCII text in one line keeps its letters', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{0,20}$/), (text) => {
      expect(narrow(text)).toBe(text);
      expect(searchKey(text)).toBe(text.toLowerCase());
    }),
  );
});

test('plain text, which is not folded at all, is what folding leaves as it is', () => {
  const plain = fc.string({
    unit: fc.oneof(
      ...(['!~', 'ぁゔ', 'ァヺ', 'ーー', '一\u9fff'] as const).map(([from = '', to = '']) =>
        fc.integer({ min: from.charCodeAt(0), max: to.charCodeAt(0) }).map((code) => String.fromCharCode(code)),
      ),
      fc.constantFrom(' ', '\u3099', '\uff9e', '\u0301', '\u2010'),
    ),
    maxLength: 12,
  });
  fc.assert(
    fc.property(plain, (text) => {
      const folded = text.normalize('NFKC').replaceAll('\u2010', '-').replace(/\s+/g, ' ').trim();
      expect(narrow(text)).toBe(folded);
      expect(searchKey(text)).toBe(folded.toLowerCase().normalize('NFKC'));
    }),
    { numRuns: 2_000 },
  );
});
