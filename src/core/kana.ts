/** Both syllabaries stand in the same order, so far apart. */
const APART = 'ア'.charCodeAt(0) - 'あ'.charCodeAt(0);

/** Returns the text with its katakana as hiragana. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - APART));
}

/** Returns the text with its hiragana as katakana. */
export function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + APART));
}
