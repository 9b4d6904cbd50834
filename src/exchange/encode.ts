import { BadInput } from '../core/failure.ts';

/** How text becomes bytes. */
export interface Encoding {
  readonly name: string;
  /** What stands at the beginning of the file, so that other programs see its encoding. */
  readonly mark: string;
  /** Whether every character can be written. */
  readonly isUniversal: boolean;
  readonly encode: (text: string) => Uint8Array;
  /** Returns the text in characters that can be written, and hands over each one that cannot be as it stands. */
  readonly adapt: (text: string, misfit: (character: string, twin: string | null) => void) => string;
}

/** Stands for a character that cannot be written. */
const SUBSTITUTE = '?';

const MARK = '\ufeff';
const COMMON = ['utf-8', 'utf-8-nobom', 'utf-16le', 'cp932', 'euc-jp', 'windows-1252'];

/** What the library calls encodings and are none of text files. */
const NO_ENCODINGS = /^(?:base64|hex|binary|ascii|utf7|utf7imap|ucs2|internal|cesu8|utf32.*)$/;

/**
 * Japanese keyboards and systems write these signs in two ways, and CP932 has one of each pair. They look the same, and the
 * file's readers know the one it has.
 */
const TWINS: Readonly<Record<string, string>> = {
  '〜': '～',
  '−': '－',
  '‖': '∥',
  '—': '―',
  '¢': '￠',
  '£': '￡',
  '¬': '￢',
  '¥': '￥',
};

/** Returns the encoding of this name; UTF-8 with a mark unless another is named. Throws BadInput for a name nobody knows. */
export async function encodingNamed(name: string): Promise<Encoding> {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const { default: iconv } = await import('iconv-lite');
  const asItIs = (text: string): string => text;
  if (key === 'utf8' || key === 'utf8bom')
    return { name: 'utf-8', mark: MARK, isUniversal: true, encode: utf8, adapt: asItIs };
  if (key === 'utf8nobom') return { name: 'utf-8', mark: '', isUniversal: true, encode: utf8, adapt: asItIs };
  if (key === 'utf16' || key === 'utf16le' || key === 'utf16be') {
    const utf16 = key === 'utf16be' ? 'utf-16be' : 'utf-16le';
    return { name: utf16, mark: MARK, isUniversal: true, encode: (text) => iconv.encode(text, utf16), adapt: asItIs };
  }
  if (NO_ENCODINGS.test(key) || !iconv.encodingExists(key)) {
    throw new BadInput('bad_encoding', { value: name, choices: COMMON });
  }
  // A character that does not come back is not in the encoding, whatever byte stands in for it.
  const known = new Map<string, boolean>();
  const has = (character: string): boolean => {
    let found = known.get(character);
    if (found === undefined) {
      found = iconv.decode(iconv.encode(character, key), key) === character;
      known.set(character, found);
    }
    return found;
  };
  return {
    name,
    mark: '',
    isUniversal: false,
    encode: (text) => iconv.encode(text, key),
    adapt: (text, misfit) =>
      Array.from(text, (character) => {
        if (has(character)) return character;
        const named = TWINS[character];
        const twin = named !== undefined && has(named) ? named : null;
        misfit(character, twin);
        return twin ?? SUBSTITUTE;
      }).join(''),
  };
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
