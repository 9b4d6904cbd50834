/**
 * Returns a text that is safe to show on one line: control characters, escape sequences, bidirectional overrides and
 * zero-width tricks are shown as visible signs. What is stored stays as it was given.
 */
export function printable(text: string): string {
  return text.replace(UNSAFE, (sign) => (sign === '\n' || sign === '\t' || sign === '\r' ? ' ' : '�'));
}

/** As `printable`, but keeps line ends and tabs, for texts of several lines. */
export function printableLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').split('\n').map(printable).join('\n');
}

const UNSAFE = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff]/gu;
