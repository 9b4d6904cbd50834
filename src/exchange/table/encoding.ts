import { BadInput } from '../../core/failure.ts';
import { decodesWhole } from './decode.ts';
import { isBinary, kindOfFile } from './filekind.ts';
import { judgeEncodings } from './plausible/judge.ts';
import type { Source } from './source.ts';

/** How the bytes of a file are to be read. */
export interface Encoding {
  readonly name: string;
  /** Told by the user, by a byte order mark, or judged from the content. */
  readonly by: 'told' | 'mark' | 'content';
  /** Some bytes do not decode. */
  readonly isDamaged: boolean;
  /** Where the content leaves it open: every encoding that is plausible, the best first. */
  readonly rivals: readonly string[];
}

/** The encodings offered to a user who has to choose. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'cp932', 'euc-jp', 'windows-1252', 'macintosh'] as const;

/** What people call these, without case and punctuation. */
const ALIASES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  utf8sig: 'utf-8',
  unicode: 'utf-16le',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  ucs2: 'utf-16le',
  utf16be: 'utf-16be',
  cp932: 'cp932',
  ms932: 'cp932',
  mskanji: 'cp932',
  windows31j: 'cp932',
  windows932: 'cp932',
  sjis: 'cp932',
  xsjis: 'cp932',
  shiftjis: 'cp932',
  eucjp: 'euc-jp',
  ujis: 'euc-jp',
  eucjpms: 'euc-jp',
  cp51932: 'euc-jp',
  iso2022jp: 'iso-2022-jp',
  jis: 'iso-2022-jp',
  cp1252: 'windows-1252',
  windows1252: 'windows-1252',
  ansi: 'windows-1252',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
  mac: 'macintosh',
  macroman: 'macintosh',
  macintosh: 'macintosh',
};

/** Ways of writing bytes as text, which the library counts among the encodings. */
const NO_ENCODINGS: ReadonlySet<string> = new Set(['base64', 'hex', 'binary', 'utf7', 'utf7imap']);

const MARKS: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

const HEAD_BYTES = 64 * 1024;

/**
 * Returns how to read a file: a byte order mark decides, then what the user told, then the content, of which every byte is
 * considered. Throws BadInput where the file is no text, or where nobody knows the encoding that was told.
 */
export async function detectEncoding(source: Source, told: string | null): Promise<Encoding> {
  const toldName = told === null ? null : await encodingNamed(told);
  const head = await headOf(source);
  const kind = kindOfFile(head);
  if (kind) throw new BadInput('not_a_table', { file: source.name, kind });
  const marked = MARKS.find(([bytes]) => bytes.every((byte, at) => head[at] === byte))?.[1];
  if (marked) return certain(source, marked, 'mark');
  if (toldName) return certain(source, toldName, 'told');
  const wide = wideEncoding(head);
  if (wide) return certain(source, wide, 'content');
  if (isBinary(head)) throw new BadInput('not_a_table', { file: source.name, kind: 'binary' });
  if (isJis(head)) return certain(source, 'iso-2022-jp', 'content');
  if (await decodesWhole(source, 'utf-8')) return { name: 'utf-8', by: 'content', isDamaged: false, rivals: [] };
  return { by: 'content', ...(await judgeEncodings(source)) };
}

/** Returns the one name of an encoding that has several. Throws BadInput where nobody knows it. */
export async function encodingNamed(told: string): Promise<string> {
  const key = told.toLowerCase().replace(/[^a-z0-9]/g, '');
  const known = Object.hasOwn(ALIASES, key) ? ALIASES[key] : undefined;
  if (known) return known;
  const { default: iconv } = await import('iconv-lite');
  if (NO_ENCODINGS.has(key) || !iconv.encodingExists(key)) {
    throw new BadInput('bad_encoding', { value: told, choices: ENCODINGS });
  }
  return key;
}

async function certain(source: Source, name: string, by: Encoding['by']): Promise<Encoding> {
  return { name, by, isDamaged: !(await decodesWhole(source, name)), rivals: [] };
}

async function headOf(source: Source): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.chunks()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

/** Delimiters, digits and line ends are half NUL in UTF-16, and always the same half. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const nuls = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const enough = Math.max(1, head.length * 0.02);
  if (odd > enough && odd > even * 4) return 'utf-16le';
  return even > enough && even > odd * 4 ? 'utf-16be' : null;
}

/** Mail and old systems switch to kanji by an escape sequence and stay within seven bits. */
function isJis(head: Uint8Array): boolean {
  return head.every((byte) => byte < 0x80) && /\x1b\$[@B]/.test(Buffer.from(head).toString('latin1'));
}
