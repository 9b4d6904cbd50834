import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLines, defuse, undefuse } from '../../src/exchange/csvout.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+81 3 1234', "'+81 3 1234"],
  ['-500', "'-500"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['＝1+1', "'＝1+1"],
  ["'=1", "''=1"],
  ["'quoted'", "''quoted'"],
  ['青木工業', '青木工業'],
  ['a=b', 'a=b'],
  ['', ''],
])('%j is written as %j', (cell, written) => {
  expect(defuse(cell)).toBe(written);
});

test.each([
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
  ["'=1", '=1'],
  ["'", "'"],
])('%j, from whatever file, is read as %j', (cell, read) => {
  expect(undefuse(cell)).toBe(read);
});

test('what is defused comes back unharmed, and starts nothing', () => {
  const opening = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', "'", "''", "'=", '＝');
  fc.assert(
    fc.property(opening, fc.string({ unit: 'binary' }), (start, rest) => {
      const cell = start + rest;
      expect(undefuse(defuse(cell))).toBe(cell);
      expect(defuse(cell)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});

test('rows come back cell by cell, whatever stands in them', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ',', '"', '\r', '\n', '\r\n', 'a\nb', ' ', '5" pipe', 'a,b'),
  );
  const row = fc.array(cell, { minLength: 2, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
      const text = await csvLines(rows);
      const back: string[][] = parse(text, { record_delimiter: '\r\n', relax_column_count: true });
      expect(back.map((cells) => cells.map(undefuse))).toEqual(rows);
      expect(text.replace(/"(?:[^"]|"")*"/g, '')).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
    }),
  );
});
