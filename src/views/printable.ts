/**
 * Returns a text that is safe to show on one line: control characters, escape sequences, bidirectional overrides, zero-width
 * tricks and floods of accents are shown as visible signs. What is stored stays as it was given.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(unsafe(), (sign) => (sign === '\n' || sign === '\t' || sign === '\r' ? ' ' : '�'));
}

/** As `printable`, but keeps line ends and tabs, for texts of several lines. */
export function printableLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(printable).join('\n');
}

/** Returns a value as JSON that reads back exactly as it is, and in which nothing stands that a terminal would obey. */
export function printableJson(value: unknown, indent?: number): string {
  const escaped = (sign: string): string =>
    Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
  // JSON escapes the line ends inside its texts: those that are left are its own.
  const json = JSON.stringify(value, null, indent);
  return PLAIN_LINES.test(json) ? json : json.replace(unsafe(), (sign) => (sign === '\n' ? sign : escaped(sign)));
}

/** Emoji and the scripts of Persian, Hindi and their neighbours are written with joiners; elsewhere a joiner is a trick. */
const JOINED_SCRIPTS = ['Arab', 'Syrc', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh'];
const JOINED = `[\\p{ExtPict}\\p{EMod}\\ufe0f${JOINED_SCRIPTS.map((it) => `\\p{scx=${it}}`).join('')}]`;
const JOINER = '[\\u200c\\u200d]';
/** The forms of emoji, and of the characters in Japanese names. */
const VARIANT = '(?<=\\p{Emoji})[\\ufe0e\\ufe0f]|(?<=\\p{sc=Han})[\\ufe00-\\ufe02\\u{e0100}-\\u{e01ef}]';
/** More marks on one letter than any orthography needs run over the lines above and below. */
const MOST_MARKS = 6;

let pattern: RegExp | undefined;

/** Its classes are slow to put together, and few texts need them. */
function unsafe(): RegExp {
  pattern ??= new RegExp(
    [
      '[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Bidi_C}\\p{NChar}\\ufff9-\\ufffb]',
      `(?!${JOINER}|${VARIANT})\\p{DI}`,
      `(?<!${JOINED})${JOINER}`,
      `(?<=\\p{M}{${MOST_MARKS}})\\p{M}+`,
    ].join('|'),
    'gu',
  );
  return pattern;
}

/** What nearly every text is made of: ASCII, the signs and letters of Latin-1, kana without loose marks, kanji, full-width forms. */
const HARMLESS =
  ' -~\\u00a1-\\u00ac\\u00ae-\\u00ff\\u3000-\\u3029\\u3030-\\u3096\\u309b-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff9f';
const PLAIN = new RegExp(`^[${HARMLESS}]*$`);
const PLAIN_LINES = new RegExp(`^[\\n${HARMLESS}]*$`);
