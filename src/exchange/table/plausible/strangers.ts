import { IMPOSSIBLE, type Judge } from './evidence.ts';
import { FREQUENT_HANGUL, FREQUENT_HANZI } from './hanzi.ts';
import { judgeWestern } from './western.ts';

/** An encoding that is never taken for granted: where it reads better than the usual ones, the user is asked. */
export interface Stranger {
  readonly name: string;
  readonly judge: Judge;
}

const FREQUENT = 2.7;
const ORDINARY = -1.5;
const WRONG = -2.5;
const USUAL = 1;
const INSIDE_A_WORD = -3;

const hanzi: ReadonlySet<string> = new Set(FREQUENT_HANZI);
const hangul: ReadonlySet<string> = new Set(FREQUENT_HANGUL);

/** What files of sales reps are written in besides the usual encodings. */
export const STRANGERS: readonly Stranger[] = [
  { name: 'macintosh', judge: judgeWestern },
  { name: 'cp850', judge: judgeWestern },
  { name: 'windows-1251', judge: alphabetJudge(/[а-яё]/, /[А-ЯЁ]/) },
  { name: 'windows-1253', judge: alphabetJudge(/[α-ωά-ώ]/, /[Α-ΩΆ-Ώ]/) },
  { name: 'windows-1255', judge: alphabetJudge(/[א-ת]/, /(?!)/) },
  { name: 'windows-874', judge: judgeThai },
  { name: 'big5', judge: wideJudge(hanzi, /[\u4e00-\u9fff]/) },
  { name: 'gbk', judge: wideJudge(hanzi, /[\u4e00-\u9fff]/) },
  { name: 'euc-kr', judge: wideJudge(hangul, /[가-힣]/) },
];

/** Words are of one alphabet, with capitals at the beginning or throughout. */
function alphabetJudge(lower: RegExp, upper: RegExp): Judge {
  return (before, it, after) => {
    if (!lower.test(it) && !upper.test(it)) return WRONG;
    if (/[A-Za-z]/.test(before) || /[A-Za-z]/.test(after)) return INSIDE_A_WORD;
    if (upper.test(it)) return lower.test(before) ? WRONG : 0;
    return lower.test(before) || upper.test(before) ? USUAL : 0;
  };
}

/** Vowels and tones stand on consonants, but for the vowels that are written before them. */
function judgeThai(before: string, it: string, after: string): number {
  const consonant = /[ก-ฮ]/;
  if (/[ัิ-ฺ็-๎]/.test(it)) return /[ก-ฮิ-ู็-๎ั]/.test(before) ? 1.5 : IMPOSSIBLE / 2;
  if (/[เ-ไ]/.test(it)) return consonant.test(after) ? 1.5 : IMPOSSIBLE / 2;
  if (/[ะาำ]/.test(it)) return /[ก-ฮั-ู็-๎]/.test(before) ? 1.5 : WRONG;
  if (!consonant.test(it)) return WRONG;
  return /[A-Za-z]/.test(before) || /[A-Za-z]/.test(after) ? INSIDE_A_WORD : 0.4;
}

function wideJudge(frequent: ReadonlySet<string>, script: RegExp): Judge {
  return (before, it, after) => {
    const isInWord = /[a-z]/.test(before) || /[a-z]/.test(after);
    if (/[\u3000-\u3002\uff01-\uff5e]/.test(it)) return USUAL;
    return (isInWord ? INSIDE_A_WORD : 0) + (frequent.has(it) ? FREQUENT : script.test(it) ? ORDINARY : WRONG);
  };
}
