import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { apart, clip, indented, padEnd, padStart, prepareWrapping, widthOf, wrap } from '../../src/views/layout.ts';

beforeAll(prepareWrapping);

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
const graphemesOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

/** Names and sentences as reps write them: Latin, Japanese, accents as separate signs, half-width kana, emoji. */
const sign = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'Z', ' ', '-', '/', '.', '“', '”') },
  { weight: 4, arbitrary: fc.constantFrom('青', '木', 'の', 'ー', '。', '、', '「', '」', 'ッ', '　') },
  { weight: 2, arbitrary: fc.constantFrom('e\u0301', 'か\u3099', 'ｶﾞ', 'n\u0303', '가', '👩‍👧', '🇯🇵', '葛\u{e0100}') },
);
const sentence = fc.array(sign, { maxLength: 60 }).map((signs) => signs.join(''));
const width = fc.integer({ min: 2, max: 40 });

describe('wrapping', () => {
  test('makes no line wider than the width, unless a single sign is', () => {
    fc.assert(
      fc.property(sentence, width, (text, columns) => {
        for (const line of wrap(text, columns)) {
          expect(widthOf(line) <= columns || graphemesOf(line).length === 1).toBe(true);
        }
      }),
    );
  });

  test('loses nothing but spaces at the ends of lines', () => {
    const solid = (text: string): string => text.replace(/\s/g, '');
    fc.assert(
      fc.property(sentence, width, (text, columns) => {
        expect(solid(wrap(text, columns).join(''))).toBe(solid(text));
      }),
    );
  });

  test('never parts a letter from its accent', () => {
    fc.assert(
      fc.property(sentence, width, (text, columns) => {
        for (const line of wrap(text, columns)) expect(line).not.toMatch(/^(\u0301|\u0303|\u3099|\u200d|\u{e0100})/u);
      }),
    );
  });

  test('begins no Japanese line with a closing mark', () => {
    for (let columns = 6; columns <= 30; columns += 1) {
      const lines = wrap('「新卒採用を9月30日までに終えたい」と伺っております。よろしくお願いいたします。', columns);
      for (const line of lines) expect(line).not.toMatch(/^[。、」ー]/);
    }
  });

  test('parts no date, no number from what it counts, and no flag from its dashes', () => {
    const text =
      '青木工業様には5月20日に3営業日分の資料を12件お渡しし、25%引き。令和8年度から。followup edit --where owner= --owner 森';
    for (let columns = 10; columns <= 60; columns += 1) {
      const lines = wrap(text, columns);
      for (const line of lines) expect(line).not.toMatch(/\d$|月$|令和?$|(^| )--?$/);
      expect(lines.filter((line) => widthOf(line) > columns)).toEqual([]);
    }
  });

  test('breaks English between words and keeps paragraphs', () => {
    expect(wrap('They decide on Fri 8 Aug.\nAsk now.', 12)).toEqual(['They decide', 'on Fri 8', 'Aug.', 'Ask now.']);
  });

  test('leaves every paragraph on its line in a pipe', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(wrap(text, null)).toEqual([text]);
      }),
    );
  });

  test('indents every line', () => {
    expect(indented('They decide on Friday', '  ', 14)).toEqual(['  They decide', '  on Friday']);
  });
});

describe('clipping', () => {
  test('is never wider than the width, and marks what is missing', () => {
    fc.assert(
      fc.property(sentence, width, (text, columns) => {
        const clipped = clip(text, columns);
        expect(widthOf(clipped)).toBeLessThanOrEqual(columns);
        expect(clipped === text || clipped.endsWith('…')).toBe(true);
      }),
    );
  });

  test('leaves whole what fits', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(clip(text, widthOf(text))).toBe(text);
      }),
    );
  });

  test('counts a full-width sign as two columns and never halves a sign', () => {
    expect(clip('青木工業', 7)).toBe('青木工…');
    expect(clip('青木工業', 6)).toBe('青木…');
    expect(clip('か\u3099か\u3099か\u3099', 4)).toBe('か\u3099…');
    expect(clip('👩‍👧👩‍👧', 3)).toBe('👩‍👧…');
  });
});

describe('columns', () => {
  test('are filled up to their width in columns, not in letters', () => {
    expect(padEnd('青木', 6)).toBe('青木  ');
    expect(padStart('+38', 4)).toBe(' +38');
    expect(padEnd('already too long', 4)).toBe('already too long');
  });

  test('stand as far apart as the screen is wide', () => {
    expect(apart('青木', '#1', 10)).toBe('青木    #1');
    expect(apart('Aoki', '#1', null)).toBe('Aoki  #1');
    expect(apart('Aoki', '', 10)).toBe('Aoki');
  });
});
