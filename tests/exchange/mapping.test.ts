import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IMPORT_FIELDS } from '../../src/core/import/field.ts';
import { readMapping, type SavedMapping, writeMapping } from '../../src/exchange/mapping.ts';
import { freshFolder } from '../support/folder.ts';

const KINTONE: SavedMapping = {
  columns: new Map([
    ['見込み時期', 'expected-close'],
    ['備考: "内部"', null],
    ['__proto__', 'note'],
    ['no', 'external-id'],
  ]),
  skip: 2,
  encoding: 'cp932',
  delimiter: '\t',
  dateFormat: 'dmy',
  decimal: 'comma',
  stages: new Map([
    ['条件確認', 'open'],
    ['保管', null],
  ]),
};

test('a mapping is kept as it was told, in a file that its owner alone can read', () => {
  const folder = join(freshFolder(), 'mappings');
  const file = writeMapping(folder, 'kintone 案件', KINTONE);
  expect(readMapping(folder, 'kintone 案件', IMPORT_FIELDS)).toEqual(KINTONE);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toContain('見込み時期: expected-close');
});

test('a mapping that tells little says little', () => {
  const folder = freshFolder();
  const file = writeMapping(folder, 'x', { columns: new Map([['A', 'customer']]), stages: new Map() });
  expect(
    readFileSync(file, 'utf8')
      .replace(/^#.*\n/gm, '')
      .trim(),
  ).toBe('columns:\n  A: customer');
});

test.each([
  ['nobody', 'no_mapping'],
  ['../config', 'bad_mapping_name'],
  ['', 'bad_mapping_name'],
  ['.hidden', 'bad_mapping_name'],
])('a mapping called “%s” is %s', async (name, code) => {
  expect(() => readMapping(freshFolder(), name, IMPORT_FIELDS)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['columns:\n  A: mood\n', 'columns.A'],
  ['colums:\n  A: customer\n', 'colums'],
  ['stages: open\n', 'stages'],
  ['skip: -1\n', 'skip'],
  ['columns: [\n', ''],
])('a mistake in the file is named by its place: %j', (text, where) => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'x.yaml'), text);
  const failure = expect.objectContaining({ code: 'bad_mapping', facts: expect.objectContaining({ where }) });
  expect(() => readMapping(folder, 'x', IMPORT_FIELDS)).toThrow(failure);
});

test('an empty file is a mapping that tells nothing', () => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'x.yaml'), '');
  expect(readMapping(folder, 'x', IMPORT_FIELDS).columns.size).toBe(0);
});
