import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSameFile, writeWhole } from '../../src/exchange/atomicfile.ts';
import { freshFolder } from '../support/folder.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe('a file that is written whole', () => {
  test('holds all pieces, is its owner’s alone, and leaves nothing beside it', async () => {
    const folder = freshFolder();
    const file = join(folder, 'deals.csv');
    const result = await writeWhole(file, async (write) => {
      await write(bytes('one'));
      await write(bytes('two'));
      return 2;
    });
    expect([result, readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([2, 'onetwo', 0o600]);
    expect(readdirSync(folder)).toEqual(['deals.csv']);
  });

  test('keeps its old content when the work fails, also halfway', async () => {
    const folder = freshFolder();
    const file = join(folder, 'deals.csv');
    writeFileSync(file, 'old', { mode: 0o644 });
    const failing = writeWhole(file, async (write) => {
      await write(bytes('half'));
      expect(readFileSync(file, 'utf8')).toBe('old');
      throw new Error('the power went out');
    });
    await expect(failing).rejects.toThrow('the power went out');
    expect([readFileSync(file, 'utf8'), readdirSync(folder)]).toEqual(['old', ['deals.csv']]);
    await writeWhole(file, (write) => write(bytes('new')));
    expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual(['new', 0o600]);
  });

  test('is written where a link leads, and the link stays', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real', 'deals.csv'), 'old');
    symlinkSync(join(folder, 'real', 'deals.csv'), join(folder, 'link.csv'));
    await writeWhole(join(folder, 'link.csv'), (write) => write(bytes('new')));
    expect(readFileSync(join(folder, 'real', 'deals.csv'), 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'real']);
  });

  test('may be a device, which stays one', async () => {
    await writeWhole('/dev/null', (write) => write(bytes('gone')));
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test.each([
    ['a folder', '.', 'file_is_folder'],
    ['in a folder that is not there', 'none/deals.csv', 'file_not_writable'],
    ['behind a file', 'file/deals.csv', 'file_not_writable'],
  ])('is refused where it is %s', async (_what, name, code) => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'file'), '');
    await expect(writeWhole(join(folder, name), (write) => write(bytes('x')))).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test('says that the disk is full', async () => {
    await expect(writeWhole('/dev/full', (write) => write(bytes('x')))).rejects.toMatchObject({ code: 'disk_full' });
  });
});

test('two names of one file are told from two files', async () => {
  const folder = freshFolder();
  for (const name of ['a', 'b']) writeFileSync(join(folder, name), '');
  symlinkSync(join(folder, 'a'), join(folder, 'c'));
  const [a, b, c, none] = ['a', 'b', 'c', 'd'].map((name) => join(folder, name)) as [string, string, string, string];
  expect([await isSameFile(a, c), await isSameFile(a, b), await isSameFile(none, none)]).toEqual([true, false, false]);
});
