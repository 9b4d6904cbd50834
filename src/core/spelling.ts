/** Hyphens that keyboards produce; NFKC leaves them alone. */
const HYPHENS = /[\u2010\u2011\u2212]/g;
/** A letter with the marks that belong to it, so that folding one never needs its neighbour. */
const LETTERS = /[\s\S][\p{M}\uff9e\uff9f\u1160-\u11ff]*/gu;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u;

/** Returns the text as it is searched: width, case, white space and invisible signs folded. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(HYPHENS, '-')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s/g, ' ')
    .toLowerCase()
    .normalize('NFKC');
}

/** Returns the text with all that the pattern finds in its folded form replaced, and everything else as it was given. */
export function replaceFolded(text: string, pattern: RegExp, replacement: (found: RegExpExecArray) => string): string {
  if (folded(text).search(pattern) < 0) return text;
  let key = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    const fold = folded(letter);
    for (let at = 0; at < fold.length; at += 1) {
      starts.push(index);
      ends.push(index + letter.length);
    }
    key += fold;
  }
  let result = '';
  let from = 0;
  for (const found of key.matchAll(pattern)) {
    const start = Math.max(from, starts[found.index] ?? from);
    const end = ends[found.index + found[0].length - 1] ?? start;
    const by = replacement(found);
    result += text.slice(from, start) + (by === found[0] ? text.slice(start, end) : by);
    from = end;
  }
  return result + text.slice(from);
}

/** Returns the source of a pattern that finds a name however it is spaced, and not inside of another word. */
export function namePattern(key: string): string {
  const letters = [...key.replace(/ +/g, ' ').trim()];
  const source = letters.map((letter, at) => {
    const isJapanese = CJK.test(letter) && CJK.test(letters[at + 1] ?? '');
    if (letter === ' ') return CJK.test(letters[at - 1] ?? '') ? ' *' : ' +';
    return quoted(letter) + (isJapanese ? ' *' : '');
  });
  const [first = '', last = ''] = [letters[0], letters.at(-1)];
  return `${edge(first, letters.length, '<')}${source.join('')}${edge(last, letters.length, '')}`;
}

/** Returns the source of a pattern that finds a number in whatever groups its digits are written, at home or from abroad. */
export function phonePattern(digits: string): string {
  const gap = '[-\\s().\\/‐・]{0,3}';
  const spaced = (text: string): string => [...text].join(gap);
  const home = digits.startsWith('0') ? [`(?:0|\\+?\\d{1,3}${gap}(?:0${gap})?)${spaced(digits.slice(1))}`] : [];
  return `(?<!\\d)(?:${[...home, `\\+?${spaced(digits)}`].join('|')})(?!\\d)`;
}

/** Returns the source of a pattern that finds this and no longer address. */
export function addressPattern(address: string): string {
  return `(?<![\\w.+-])${quoted(folded(address).trim())}(?![\\w-]|\\.\\w)`;
}

/** Returns the source of a pattern that finds just this text. */
export function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** What may follow a name of one letter: 林様 is somebody, 林業 is a trade. */
const AFTER_NAME = '様さ氏殿先部課係社主担本専常会取支店所室';

/** Japanese runs words together, so only where letters of one kind would go on is it another word. */
function edge(letter: string, length: number, behind: '<' | ''): string {
  if (/\p{Script=Katakana}/u.test(letter)) return `(?${behind}![\\p{Script=Katakana}ー])`;
  if (/\p{Script=Han}/u.test(letter) && length === 1) {
    return behind ? '(?<!\\p{Script=Han})' : `(?!(?![${AFTER_NAME}])\\p{Script=Han})`;
  }
  return CJK.test(letter) || !/[\p{L}\p{N}]/u.test(letter) ? '' : `(?${behind}![\\p{Script=Latin}\\p{N}])`;
}
