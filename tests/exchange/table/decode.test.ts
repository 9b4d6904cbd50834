import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decode } from '../../../src/exchange/table/decode.ts';
import { bytesSource, type Source } from '../../../src/exchange/table/source.ts';
import { all, encoded, literal } from '../../support/bytes.ts';

async function text(source: Source, encoding: string): Promise<string> {
  return (await all(decode(source, encoding))).join('');
}

// Checked with `iconv -f CP932 -t UTF-8` of the system.
test.each([
  ['87 40', '①'],
  ['87 54', 'Ⅰ'],
  ['87 56', 'Ⅲ'],
  ['87 8a', '㈱'],
  ['87 90', '≒'],
  ['81 e0', '≒'],
  ['ed 40', '纊'],
  ['fa b1', '﨑'],
  ['fb fc', '髙'],
  ['ea a3', '凜'],
  ['81 5c', '―'],
  ['81 5f', '＼'],
  ['81 60', '～'],
  ['81 61', '∥'],
  ['81 7c', '－'],
  ['81 91', '￠'],
  ['81 92', '￡'],
  ['81 ca', '￢'],
  ['5c 7e', '\\~'],
  ['b1 b5 b7', 'ｱｵｷ'],
])('CP932 %s is %s', async (bytes, it) => {
  expect(await text(literal(bytes), 'cp932')).toBe(it);
});

test.each([
  ['utf-8', 'ef bb bf 41'],
  ['utf-16le', 'ff fe 41 00'],
  ['utf-16be', 'fe ff 00 41'],
])('the mark of %s is no text', async (encoding, bytes) => {
  expect(await text(literal(bytes, 1), encoding)).toBe('A');
});

test.each(['utf-8', 'utf-16le', 'utf-16be', 'cp932', 'euc-jp', 'windows-1252'])(
  'Ctrl-Z ends a file in %s',
  async (encoding) => {
    for (const size of [1, 3, undefined]) {
      expect(await text(encoded('a\x1ab\n\x1a', encoding, size), encoding)).toBe('a\x1ab\n');
      expect(await text(encoded('a\x1a\x1a\x1a', encoding, size), encoding)).toBe('a');
      expect(await text(encoded('\x1a', encoding, size), encoding)).toBe('');
    }
  },
);

test.each([
  ['utf-8', '41 ff 42', 'A\ufffdB'],
  ['utf-8', '41 e3 81', 'A\ufffd'],
  ['cp932', '83 2c 41', '\ufffd,A'],
  ['cp932', '83 0d 0a', '\ufffd\r\n'],
  ['cp932', '41 83', 'A\ufffd'],
  ['euc-jp', 'a1 2c', '\ufffd,'],
  ['windows-1252', '81', '\ufffd'],
])('in %s a broken place takes nothing of what follows: %s', async (encoding, bytes, it) => {
  expect(await text(literal(bytes), encoding)).toBe(it);
  expect(await text(literal(bytes, 1), encoding)).toBe(it);
});

test('a character may come in pieces', async () => {
  const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'cp932', 'euc-jp', 'windows-1252', 'iso-2022-jp');
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 40 }),
      encoding,
      fc.integer({ min: 1, max: 5 }),
      async (noise, name, size) => {
        expect(await text(bytesSource('x', noise, size), name)).toBe(await text(bytesSource('x', noise), name));
      },
    ),
  );
  const japanese = '髙橋①㈱ｱｵｷ～漢字,"かな"\r\n';
  expect(await text(bytesSource('x', iconv.encode(japanese, 'cp932'), 1), 'cp932')).toBe(japanese);
});
