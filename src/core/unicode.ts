import { Failure } from './failure.ts';

/**
 * Returns what the bytes of a text say, its lines ended by `\n` alone and without a byte order mark. It is UTF-8, or UTF-16 where its
 * mark says so, as Windows PowerShell writes what is sent to a file. Throws Failure for anything else.
 */
export function bytesToText(bytes: Uint8Array): string {
  const mark = [...bytes.subarray(0, 2)].join();
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    throw new Failure('text_not_utf8');
  }
}
