import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isTerminal, toFile } from '../../src/terminal/output.ts';
import { freshFolder } from '../support/folder.ts';

const file = (): string => join(freshFolder(), 'out');

test.each([file(), devNull])('%s is no terminal', (path) => {
  const fd = openSync(path, 'a');
  expect(isTerminal(fd)).toBe(false);
  closeSync(fd);
});

test('what is closed is no terminal', () => {
  expect(isTerminal(2 ** 20)).toBe(false);
});

test('text is written as UTF-8, pieces to the byte, in their order', async () => {
  const path = file();
  const fd = openSync(path, 'w');
  const output = toFile(fd);
  output.write('株式会社 ');
  await output.send(Uint8Array.of(0xff, 0x00));
  output.write('');
  output.write('end\n');
  closeSync(fd);
  expect(readFileSync(path)).toEqual(
    Buffer.concat([Buffer.from('株式会社 '), Buffer.of(0xff, 0x00), Buffer.from('end\n')]),
  );
});

test.runIf(existsSync('/dev/full'))('a full disk is a failure in words', async () => {
  const fd = openSync('/dev/full', 'w');
  expect(() => toFile(fd).write('word')).toThrow(expect.objectContaining({ code: 'output_failed' }));
  await expect(toFile(fd).send(Uint8Array.of(1))).rejects.toMatchObject({ code: 'output_failed' });
  closeSync(fd);
});
