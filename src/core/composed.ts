/** Marks that stand behind their letter, and the parts that a Korean syllable is made of. */
const IN_PIECES = /[\u0300-\u036f\u3099\u309a\u1100-\u11ff]/;
const PIECES = /.[\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+/gsu;

/**
 * Returns the text with letters that came in pieces put together: macOS hands over が from the name of a file as か and its mark.
 * Nothing else is touched: to normalise it all would change the old forms of kanji that people write their names with.
 */
export function composed(text: string): string {
  return IN_PIECES.test(text) ? text.replace(PIECES, (pieces) => pieces.normalize('NFC')) : text;
}
