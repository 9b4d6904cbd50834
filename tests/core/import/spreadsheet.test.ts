import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellToText, defuse, textToCell } from '../../../src/core/import/spreadsheet.ts';

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
  ['N/A', "'N/A"],
  ['未定', "'未定"],
  ['1.5E+07', "'1.5E+07"],
  ['#REF!', "'#REF!"],
  ['青木工業', '青木工業'],
  ['a=b', 'a=b'],
  ['', ''],
])('the text %j is written as %j', (text, cell) => {
  expect(textToCell(text)).toBe(cell);
});

test.each([
  ["'s-Hertogenbosch", "'s-Hertogenbosch"],
  ["'=1", '=1'],
  ["'", "'"],
])('the cell %j, from whatever file, is the text %j', (cell, text) => {
  expect(cellToText(cell)).toBe(text);
});

test.each([
  ['=1+1', "'=1+1"],
  ['-', '-'],
  ['N/A', 'N/A'],
])('the refused cell %j is written as %j: a blank stays one', (cell, written) => {
  expect(defuse(cell)).toBe(written);
});

test('what is marked comes back unharmed, and starts nothing', () => {
  const opening = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', "'", "''", "'=", '＝', 'N/A', '1e5');
  fc.assert(
    fc.property(opening, fc.string({ unit: 'binary' }), (start, rest) => {
      const text = start + rest;
      expect(cellToText(textToCell(text))).toBe(text);
      expect(textToCell(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
    }),
  );
});
