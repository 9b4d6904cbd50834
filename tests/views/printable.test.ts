import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable, printableJson, printableLines } from '../../src/views/printable.ts';

const RAW = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/u;

describe('a text that somebody else wrote', () => {
  test.each([
    ['a window title', '\u001b]0;x\u0007', '�]0;x�'],
    ['a colour', '\u001b[31mred', '�[31mred'],
    ['a one-byte escape', '\u009b31m', '�31m'],
    ['a backspace', 'a\bb', 'a�b'],
    ['a turned-round name', '\u202egnp.exe', '�gnp.exe'],
    ['an isolated direction', '\u2066x\u2069', '�x�'],
    ['an Arabic mark', '\u061c', '�'],
    ['a zero-width space', 'ao\u200bki', 'ao�ki'],
    ['a byte order mark', '\ufeffAoki', '�Aoki'],
    ['a joiner among letters that do not join', 'Ao\u200dki', 'Ao�ki'],
    ['a variant of a letter that has none', 'Ao\ufe00ki', 'Ao�ki'],
    ['a run of variants', '葛\u{e0100}\u{e0101}', '葛\u{e0100}�'],
    ['half a character', 'Ao\ud800ki', 'Ao�ki'],
    ['a tag', 'Ao\u{e0041}ki', 'Ao�ki'],
    ['a filler', 'Ao\u3164ki', 'Ao�ki'],
    ['a flood of accents', `e${'\u0301'.repeat(50)}!`, `e${'\u0301'.repeat(6)}�!`],
  ])('shows %s as a visible sign', (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('stands on one line', () => {
    expect(printable('first\r\nsecond\tthird')).toBe('first  second third');
    expect(printableLines('first\r\nsecond\rthird')).toBe('first\nsecond\nthird');
  });

  test('never holds anything a terminal would obey', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(RAW);
      }),
    );
  });

  test('keeps names of every script as they are', () => {
    for (const name of [
      '青木工業',
      'Ångström',
      'ｱｵｷ',
      '葛\u{e0100}城',
      '👩‍👧',
      '🏳️‍🌈',
      '1️⃣',
      'שלום',
      'नमस्ते',
      'می‌خواهم',
    ]) {
      expect(printable(name)).toBe(name);
    }
  });
});

describe('a text in JSON', () => {
  test('reads back as it was, and holds nothing a terminal would obey', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const json = printableJson({ texts }, 2);
        expect(JSON.parse(json)).toEqual({ texts });
        expect(json.replaceAll('\n', '')).not.toMatch(RAW);
      }),
    );
  });

  test.each([
    ['\u009b31m', '"\\u009b31m"'],
    ['\u202eA', '"\\u202eA"'],
    ['\u{e0041}', '"\\udb40\\udc41"'],
    ['a\nb', '"a\\nb"'],
    ['青木', '"青木"'],
  ])('%j', (text, json) => expect(printableJson(text)).toBe(json));
});
