/** What a file is that is no table of text. */
export type FileKind = 'xlsx' | 'xls' | 'pdf' | 'gzip' | 'sqlite' | 'image' | 'html' | 'binary';

/** The first bytes of each kind, one character for each. A zip archive that is called a table is a workbook. */
const BEGINNINGS: readonly (readonly [start: string, kind: FileKind])[] = [
  ['PK\x03\x04', 'xlsx'],
  ['PK\x05\x06', 'xlsx'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'xls'],
  ['%PDF-', 'pdf'],
  ['\x1f\x8b\x08', 'gzip'],
  ['SQLite format 3\0', 'sqlite'],
  ['\x89PNG\r\n\x1a\n', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
];

/** Some systems hand out a web page or an XML document as a table, since a spreadsheet opens it. */
const MARKUP = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|table|meta|\?xml)\b/i;

/** Text has hardly any control characters. NULs are not counted: some systems pad cells with them. */
const MOST_CONTROLS = 0.1;

/** Returns the kind of file that begins with these bytes; null where they say nothing. */
export function kindOfFile(head: Uint8Array): FileKind | null {
  const start = Buffer.from(head).toString('latin1');
  const known = BEGINNINGS.find(([beginning]) => start.startsWith(beginning));
  return known?.[1] ?? (MARKUP.test(start) ? 'html' : null);
}

/** Returns whether bytes, of which none is half a character of UTF-16, are too full of control characters for a text. */
export function isBinary(head: Uint8Array): boolean {
  const controls = head.filter((byte) => isControl(byte)).length;
  return controls > head.length * MOST_CONTROLS;
}

/** Tab, line feed, vertical tab, form feed and return stand in texts, and so do Ctrl-Z and escape. */
function isControl(byte: number): boolean {
  return byte > 0 && byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b;
}
