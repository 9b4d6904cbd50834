/** A letter with a mark or two behind it, or the parts of a Korean syllable. No letter has more marks; what has is a game. */
const PIECES = /\P{M}[\u0300-\u036f\u3099\u309a]{1,2}(?!\p{M})|[\u1100-\u11ff]+/gu;
const IN_PIECES = /[\u0300-\u036f\u3099\u309a\u1100-\u11ff]/;

/**
 * Returns the text with letters that came in pieces put together: macOS hands over が from the name of a file as か and its mark.
 * Nothing else is touched: to normalise it all would change the old forms of kanji that people write their names with.
 */
export function composed(text: string): string {
  return IN_PIECES.test(text) ? text.replace(PIECES, (pieces) => pieces.normalize('NFC')) : text;
}
