import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { bytesSource, fileSource, type Source, spooledSource } from '../../../src/exchange/table/source.ts';
import { all } from '../../support/bytes.ts';
import { freshFolder } from '../../support/folder.ts';

async function read(source: Source): Promise<string> {
  return Buffer.concat(await all(source.chunks())).toString();
}

test('a file is read in pieces, as often as needed', async () => {
  const file = join(freshFolder(), 'deals.csv');
  const text = 'Customer\n'.repeat(20_000);
  writeFileSync(file, text);
  const source = await fileSource(file);
  expect([source.name, source.size]).toEqual([file, text.length]);
  expect((await all(source.chunks())).length).toBe(Math.ceil(text.length / 65_536));
  expect(await read(source)).toBe(text);
  await source.close();
  expect(existsSync(file)).toBe(true);
});

test('bytes in memory come in pieces of any size', async () => {
  const source = bytesSource('-', Buffer.from('abcde'), 2);
  expect((await all(source.chunks())).map((chunk) => chunk.length)).toEqual([2, 2, 1]);
  expect(await read(source)).toBe('abcde');
});

test('what can be read once is kept for its reader alone until it is closed', async () => {
  const temporary = freshFolder();
  vi.stubEnv('TMPDIR', temporary);
  expect(tmpdir()).toBe(temporary);
  const source = await spooledSource('-', Readable.from([Buffer.from('a,b\n'), Buffer.from('1,2\n')]));
  vi.unstubAllEnvs();
  const [folder = ''] = readdirSync(temporary);
  const [file = ''] = readdirSync(join(temporary, folder));
  expect(statSync(join(temporary, folder)).mode & 0o777).toBe(0o700);
  expect(statSync(join(temporary, folder, file)).mode & 0o777).toBe(0o600);
  expect([source.name, source.size, await read(source), await read(source)]).toEqual([
    '-',
    8,
    'a,b\n1,2\n',
    'a,b\n1,2\n',
  ]);
  await source.close();
  expect(readdirSync(temporary)).toEqual([]);
});

test('a stream that breaks off leaves nothing behind', async () => {
  const temporary = freshFolder();
  vi.stubEnv('TMPDIR', temporary);
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('a,b\n');
    throw new Error('gone');
  }
  await expect(spooledSource('-', breaking())).rejects.toMatchObject({ code: 'file_unreadable', facts: { file: '-' } });
  vi.unstubAllEnvs();
  expect(readdirSync(temporary)).toEqual([]);
});

test('a file that is not there, or is none, is said to be so', async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'deals'));
  await expect(fileSource(join(folder, 'deals.csv'))).rejects.toMatchObject({ code: 'file_missing' });
  await expect(fileSource(join(folder, 'deals'))).rejects.toMatchObject({ code: 'file_unreadable' });
});
