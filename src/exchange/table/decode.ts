import type { Source } from './source.ts';

/** What a program of the old disk operating systems puts behind the last line. */
const END_OF_FILE = '\x1a';

/** The second half of a character is a byte from here on; GB 18030 goes lowest. */
const SMALLEST_SECOND_HALF = 0x30;
/** No text goes on for so long without a space, a comma or a line end. */
const MOST_HELD = 1024 * 1024;

/** Takes bytes as they come and returns text; what is half a character waits for the rest. */
export interface Decoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

/** Encodings that the platform itself decodes, strictly where told so. */
const NATIVE: ReadonlySet<string> = new Set(['utf-8', 'utf-16le', 'utf-16be', 'iso-2022-jp']);

/**
 * Yields the text of a source, without byte order mark and without the Ctrl-Z at its end. U+FFFD stands where bytes do not decode.
 */
export async function* decode(source: Source, encoding: string): AsyncGenerator<string> {
  const decoder = await createDecoder(encoding);
  let held = 0;
  const withoutEnd = (text: string): string => {
    const kept = text.length - trailingEnds(text);
    const before = kept > 0 ? END_OF_FILE.repeat(held) : '';
    held = kept > 0 ? text.length - kept : held + text.length;
    return before + text.slice(0, kept);
  };
  for await (const chunk of source.chunks()) {
    const text = withoutEnd(decoder.write(chunk));
    if (text !== '') yield text;
  }
  const rest = withoutEnd(decoder.end());
  if (rest !== '') yield rest;
}

/** Returns whether every byte of the source decodes. */
export async function decodesWhole(source: Source, encoding: string): Promise<boolean> {
  if (!NATIVE.has(encoding)) {
    for await (const text of decode(source, encoding)) if (text.includes('\ufffd')) return false;
    return true;
  }
  // In Unicode U+FFFD may be the file's own text, so that only the decoder itself can tell.
  const strict = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of source.chunks()) strict.decode(chunk, { stream: true });
    strict.decode();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
}

/** Returns a decoder of an encoding that is known to exist. */
export async function createDecoder(encoding: string): Promise<Decoder> {
  if (NATIVE.has(encoding)) {
    const native = new TextDecoder(encoding);
    return { write: (bytes) => native.decode(bytes, { stream: true }), end: () => native.decode() };
  }
  const { default: iconv } = await import('iconv-lite');
  const decoder = iconv.getDecoder(encoding);
  let held: Buffer = Buffer.alloc(0);
  return {
    write: (bytes) => {
      const whole = Buffer.concat([held, bytes]);
      const end = whole.length > MOST_HELD ? whole.length : endOfWhole(whole);
      held = whole.subarray(end);
      return decoder.write(whole.subarray(0, end));
    },
    end: () => decoder.write(held) + (decoder.end() ?? ''),
  };
}

/**
 * The library loses the byte behind half a character where a piece ends between them; so a piece is made to end behind a byte,
 * such as a comma or a line end, that is no second half in any encoding.
 */
function endOfWhole(bytes: Uint8Array): number {
  return bytes.findLastIndex((byte) => byte < SMALLEST_SECOND_HALF) + 1;
}

function trailingEnds(text: string): number {
  let from = text.length;
  while (from > 0 && text[from - 1] === END_OF_FILE) from -= 1;
  return text.length - from;
}
