import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable, printableLines } from '../../src/views/printable.ts';

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
    for (const name of ['青木工業', 'Ångström', 'ｱｵｷ', '葛\u{e0100}城', '👩‍👧', 'שלום', 'नमस्ते', 'می‌خواهم']) {
      expect(printable(name)).toBe(name);
    }
  });
});
