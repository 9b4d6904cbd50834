import type { Judge } from './evidence.ts';

const LETTER = /[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]/;
const ACCENTED_LOWER = /[ß-öø-ÿœšž]/;
const ACCENTED_UPPER = /[À-ÖØ-ÞŒŠŽŸ]/;
const EDGE = /^$|[\s,;|"'().:/-]/;
const DIGIT = /[0-9]/;

const USUAL = 2;
const POSSIBLE = 0.5;
const ODD = -1.5;
const WRONG = -2.5;

/** Judges text of Western Europe: accented letters stand in words, and signs where a sentence has them. */
export const judgeWestern: Judge = (before, it, after) => {
  if (ACCENTED_LOWER.test(it)) return accented(before, after);
  if (ACCENTED_UPPER.test(it)) {
    if (/[a-zß-ÿ]/.test(before)) return WRONG;
    return /[À-Þ]/.test(it) && EDGE.test(before) && /[A-Z]/.test(after) ? POSSIBLE : accented(before, after);
  }
  if (it === '’') return LETTER.test(before) && (LETTER.test(after) || EDGE.test(after)) ? USUAL : WRONG;
  if (/[‘“”„‚‹›«»]/.test(it)) return EDGE.test(before) !== EDGE.test(after) ? POSSIBLE : WRONG;
  if (/[–—]/.test(it)) return EDGE.test(before) === EDGE.test(after) ? POSSIBLE : WRONG;
  if (/[€£¥]/.test(it)) return beside(before, after, DIGIT) || (EDGE.test(before) && EDGE.test(after)) ? USUAL : WRONG;
  if (it === '\u00a0') return beside(before, after, /[0-9:;!?€%A-Za-z]/) ? POSSIBLE : ODD;
  if (/[°²³®™©ºª…·•½¼¾§]/.test(it)) return isAscii(before) && isAscii(after) ? POSSIBLE : ODD;
  if (/[¿¡]/.test(it)) return EDGE.test(before) && LETTER.test(after) ? USUAL : WRONG;
  return ODD;
};

/** An accented letter has a plain letter beside it, or is a word of its own such as "à". */
function accented(before: string, after: string): number {
  if (/[A-Za-z]/.test(before) || /[a-z]/.test(after))
    return isLetterOrEdge(before) && isLetterOrEdge(after) ? USUAL : 0;
  return EDGE.test(before) && EDGE.test(after) ? 0 : WRONG;
}

function isLetterOrEdge(it: string): boolean {
  return LETTER.test(it) || EDGE.test(it);
}

function beside(before: string, after: string, wanted: RegExp): boolean {
  return wanted.test(before) || wanted.test(after);
}

function isAscii(it: string): boolean {
  return /^[\x00-\x7f\u00a0]?$/.test(it);
}
