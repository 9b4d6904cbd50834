import { isKana, toHiragana } from 'wanakana';
import type { Kana } from '../core/pick.ts';

const VOWELS = ['a', 'i', 'u', 'e', 'o'];

/** Returns the hiragana that Latin letters stand for; where the last syllable is not finished, all that it may become. */
export function kanaOf(letters: string): Kana {
  const begun = letters.replace(/[^aiueo-]+$/, '');
  const unfinished = begun === letters ? [] : VOWELS.map((vowel) => letters + vowel);
  const readings = [letters, ...unfinished].map((reading) => toHiragana(reading)).filter((kana) => isKana(kana));
  // A final "n" is a syllable already.
  const certain = [letters, begun].map((reading) => toHiragana(reading)).find((kana) => isKana(kana));
  return { readings, certain: certain ?? '' };
}
