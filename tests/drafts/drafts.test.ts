import { describe, expect, test } from 'vitest';
import { ANGLE_CODES } from '../../src/core/codes.ts';
import { LANGUAGES } from '../../src/core/deal.ts';
import { builtInPlaybook } from '../../src/exchange/playbooks.ts';
import { messageText } from '../../src/views/draft.ts';
import { isSendable } from '../../src/views/letter.ts';
import { letterFor } from '../support/letters.ts';

const ALL = LANGUAGES.flatMap((language) => ANGLE_CODES.map((code) => ({ language, code })));
const EVERY_OPENING = ALL.flatMap(({ language, code }) =>
  builtInPlaybook(language).angles[code].openings.map((opening, n) => ({ language, code, n, occasion: opening.for })),
);

/** What a reader stumbles over. */
const SLIPS = [
  /。。|、、|，，|\.\.|。\.|、。|,,|\?\.|？。/,
  /\b(the the|a a|your your|your the|the our|to to|by by|on on)\b/i,
  /「[^」]*「|』[^「]*」」|“[^”]*“|””/,
  /\bundefined\b|\bnull\b|\{|\}/,
  / {2}|　　(?!月)|\n{3}/,
  /[ \t]\n/,
];

describe.each(ALL)('$language $code', ({ language, code }) => {
  const full = letterFor(code, language, { isKnown: true });
  const bare = letterFor(code, language, { isKnown: false });
  const spoken = letterFor(code, language, { isKnown: true, isSpoken: true });

  test('reads as it was approved', async () => {
    await expect(`${messageText(full)}\n`).toMatchFileSnapshot(`${language}/${code}.txt`);
    await expect(`${messageText(bare)}\n`).toMatchFileSnapshot(`${language}/${code}.blank.txt`);
    await expect(`${messageText(spoken)}\n`).toMatchFileSnapshot(`${language}/${code}.spoken.txt`);
  });

  test('with all the facts it has no blank and may be sent', () => {
    expect(full.missing).toEqual([]);
    expect(spoken.missing).toEqual([]);
    expect(full.judgement).toMatchObject({ verdict: 'value', findings: [] });
    expect(spoken.judgement).toMatchObject({ verdict: 'value', findings: [] });
    expect(isSendable(full)).toBe(true);
  });

  test('without them every blank is marked, and the check still finds nothing', () => {
    const blanks = bare.body.match(/\[FILL: [^\]]+\]|［要記入：[^］]+］/g) ?? [];
    expect(new Set(blanks).size).toBe(bare.missing.length);
    expect(bare.judgement).toMatchObject({ verdict: 'value', findings: [] });
    expect(isSendable(bare)).toBe(blanks.length === 0);
  });
});

test.each(EVERY_OPENING)('$language $code opening $n is no status check, in no state of the facts', (it) => {
  const { language, code, n, occasion } = it;
  for (const isKnown of [true, false]) {
    for (const isSpoken of [true, false]) {
      const letter = letterFor(code, language, { isKnown, isSpoken, uses: n, ...(occasion ? { occasion } : {}) });
      expect([letter.body, letter.judgement]).toMatchObject([letter.body, { verdict: 'value', findings: [] }]);
      if (isKnown) for (const slip of SLIPS) expect(letter.body).not.toMatch(slip);
    }
  }
});

test('a second message of the same angle opens in other words', () => {
  for (const { language, code, occasion } of EVERY_OPENING) {
    const first = letterFor(code, language, { isKnown: true, uses: 0, ...(occasion ? { occasion } : {}) });
    const second = letterFor(code, language, { isKnown: true, uses: 1, ...(occasion ? { occasion } : {}) });
    expect([code, first.body]).not.toEqual([code, second.body]);
  }
});
