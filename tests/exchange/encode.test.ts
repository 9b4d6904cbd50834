import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { encodingNamed } from '../../src/exchange/encode.ts';

test.each([
  ['utf-8', 'utf-8', '\ufeff', true],
  ['UTF8', 'utf-8', '\ufeff', true],
  ['utf-8-nobom', 'utf-8', '', true],
  ['utf-16', 'utf-16le', '\ufeff', true],
  ['utf-16le', 'utf-16le', '\ufeff', true],
  ['utf-16be', 'utf-16be', '\ufeff', true],
  ['cp932', 'cp932', '', false],
  ['Shift_JIS', 'Shift_JIS', '', false],
  ['windows-31j', 'windows-31j', '', false],
  ['euc-jp', 'euc-jp', '', false],
  ['latin1', 'latin1', '', false],
])('%s is known', async (name, known, mark, isUniversal) => {
  expect(await encodingNamed(name)).toMatchObject({ name: known, mark, isUniversal });
});

test.each(['', 'klingon', 'base64', 'hex', 'binary', 'utf-7', 'constructor'])('“%s” is none', async (name) => {
  await expect(encodingNamed(name)).rejects.toMatchObject({ code: 'bad_encoding', exitCode: 2 });
});

test.each([
  ['青木工業㈱ ①Ⅲ 髙﨑 ～－∥―￠￡￢￥', '青木工業㈱ ①Ⅲ 髙﨑 ～－∥―￠￡￢￥', []],
  ['〜−‖—¢£¬¥', '～－∥―￠￡￢￥', [...'〜−‖—¢£¬¥']],
  ['𠮷田さん', '?田さん', ['𠮷']],
  ['é', '?', ['é']],
])('%s goes to CP932 as %s', async (text, fitted, misfits) => {
  const { adapt, encode } = await encodingNamed('cp932');
  const found: string[] = [];
  expect(adapt(text, (character) => found.push(character))).toBe(fitted);
  expect(found).toEqual(misfits);
  expect(iconv.decode(Buffer.from(encode(fitted)), 'cp932')).toBe(fitted);
});

test('what fits is read back as it is written', async () => {
  const names = fc.constantFrom('cp932', 'euc-jp', 'windows-1252', 'gbk', 'utf-16le');
  await fc.assert(
    fc.asyncProperty(names, fc.string({ unit: 'grapheme' }), async (name, text) => {
      const { adapt, encode } = await encodingNamed(name);
      const fitted = adapt(text, () => undefined);
      expect(iconv.decode(Buffer.from(encode(fitted)), name, { stripBOM: false })).toBe(fitted);
    }),
  );
});
