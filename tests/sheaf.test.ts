import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSheaf, sheafOf } from '../src/sheaf.ts';
import { freshFolder } from './support/folder.ts';

const PIECES = new Map([
  ['one', Buffer.from('the first')],
  ['二', Buffer.from('ふたつめ')],
  ['long', Buffer.alloc(1 << 18, 'x')],
]);

function written(): string {
  const file = join(freshFolder(), 'pieces');
  writeFileSync(file, sheafOf(PIECES));
  return file;
}

test('gives every piece back to the byte, in any order', () => {
  const { names, read } = openSheaf(written());
  expect(names).toEqual([...PIECES.keys()]);
  for (const name of [...names].reverse()) expect(read(name)?.equals(PIECES.get(name) ?? Buffer.of())).toBe(true);
});

test('has nothing of a name that is not in it', () => {
  expect(openSheaf(written()).read('three')).toBeUndefined();
});

test('gives what is whole of a file that was cut short', () => {
  const file = written();
  writeFileSync(file, readFileSync(file).subarray(0, 1000));
  const { read } = openSheaf(file);
  expect([String(read('one')), read('long')]).toEqual(['the first', undefined]);
});

test.each(['', '      12', 'a text of another kind'])('is not opened where it holds %j', (text) => {
  const file = written();
  writeFileSync(file, text);
  expect(() => openSheaf(file)).toThrow();
});
