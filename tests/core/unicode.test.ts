import { describe, expect, test } from 'vitest';
import { bytesToText } from '../../src/core/unicode.ts';

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

describe('a text', () => {
  test.each([
    ['UTF-8', Buffer.from('林様\n')],
    ['UTF-8 with its mark', Buffer.from('\ufeff林様\n')],
    ['UTF-16, as PowerShell writes it', Buffer.from('\ufeff林様\r\n', 'utf16le')],
    ['UTF-16, the other way round', swapped(Buffer.from('\ufeff林様\n', 'utf16le'))],
    ['lines of Windows', Buffer.from('林様\r\n')],
    ['lines of old', Buffer.from('林様\r')],
  ])('is read from %s', (_form, bytes) => {
    expect(bytesToText(bytes)).toBe('林様\n');
  });

  test.each([[Buffer.from([0x97, 0xd1])], [Buffer.from([0xff, 0xfe, 0x41])]])('is not guessed from %s', (bytes) => {
    expect(() => bytesToText(bytes)).toThrow(expect.objectContaining({ code: 'text_not_utf8' }));
  });
});
