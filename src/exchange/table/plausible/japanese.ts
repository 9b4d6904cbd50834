import { IMPOSSIBLE, type Judge } from './evidence.ts';
import { FREQUENT_KANJI } from './kanji.ts';

const FREQUENT = 2.7;
/** A kanji of the first level of JIS that is not among the frequent ones. */
const ORDINARY = -0.4;
const RARE = -2.5;
const SYMBOL = 0.5;
const ODD = -1.5;
/** Lone characters inside Western words are accented letters read wrongly. */
const INSIDE_A_WORD = -3;

const HALF_WIDTH = /[\uff61-\uff9f]/;
const KANJI = /[\u4e00-\u9fff\uf900-\ufaff々〆]/;
const KANA = /[ぁ-んァ-ヴー]/;
const EDGE = /^$|[\s,;|"]/;
const ASCII_LETTER = /[A-Za-z]/;

const frequent: ReadonlySet<string> = new Set(FREQUENT_KANJI);

/** Returns the judge of Japanese text; `firstLevel` are the kanji that ordinary text is written with. */
export function createJapaneseJudge(firstLevel: ReadonlySet<string>): Judge {
  return (before, it, after) => {
    if (HALF_WIDTH.test(it)) return halfWidth(before, it, after);
    if (KANA.test(it)) return FREQUENT + (EDGE.test(before) && /[a-z]/.test(after) ? INSIDE_A_WORD : 0);
    const isInWord = /[a-z]/.test(before) ? /[a-z ]|^$/.test(after) : /[A-Z]/.test(before) && /[a-z]/.test(after);
    return (isInWord ? INSIDE_A_WORD : 0) + (KANJI.test(it) ? kanji(before, it, after) : symbol(it));
  };

  function kanji(before: string, it: string, after: string): number {
    const beside = HALF_WIDTH.test(before) || HALF_WIDTH.test(after) ? ODD : 0;
    if (frequent.has(it)) return beside + FREQUENT;
    return beside + (firstLevel.has(it) ? ORDINARY : RARE);
  }
}

function symbol(it: string): number {
  if (/[\u3000-\u303f\uff01-\uff5e\uffe0-\uffe6]/.test(it)) return 1;
  // Letters of Greek and Russian, and lines of boxes: two bytes of anything may hit them.
  return /[\u0370-\u04ff\u2500-\u257f]/.test(it) ? -SYMBOL : SYMBOL;
}

/** Half-width katakana are one byte each, so that half of all bytes look like some: only their order tells words from noise. */
function halfWidth(before: string, it: string, after: string): number {
  const follows = /[\uff66-\uff9f]/.test(before);
  if (it === 'ﾞ') return /[ｳｶ-ﾄﾊ-ﾎ]/.test(before) ? 2.5 : IMPOSSIBLE / 2;
  if (it === 'ﾟ') return /[ﾊ-ﾎ]/.test(before) ? 2.5 : IMPOSSIBLE / 2;
  if (it === 'ｰ' || it === 'ﾝ') return follows ? 1.5 : INSIDE_A_WORD;
  if (/[ｬ-ｮ]/.test(it)) return /[ｷｼﾁﾆﾋﾐﾘﾞﾟ]/.test(before) ? 1.5 : INSIDE_A_WORD;
  if (/[ｦｧ-ｫ]/.test(it)) return follows ? -0.5 : INSIDE_A_WORD;
  if (/[｡-･]/.test(it)) return ODD;
  if (ASCII_LETTER.test(before) && ASCII_LETTER.test(after)) return INSIDE_A_WORD;
  if (!follows && !/[\uff66-\uff9f]/.test(after)) return ODD;
  return /[ｱｲｳｸｶｼｽﾀﾄﾏﾗﾘﾙ]/.test(it) ? 0.9 : 0.35;
}
