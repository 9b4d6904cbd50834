import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Language } from '../../src/core/deal.ts';
import { createAsk } from '../../src/terminal/ask.ts';
import { type Ask, PLAIN } from '../../src/terminal/terminal.ts';
import { wordsOf } from '../../src/views/words.ts';

afterEach(() => vi.unstubAllEnvs());

/** Asks with these keys waiting, and returns the answer and all that the screen showed. */
async function asked<Answer>(
  language: Language,
  keys: readonly string[],
  question: (ask: Ask) => Promise<Answer>,
  paint = PLAIN,
): Promise<{ answer: Answer; raw: string; screen: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  // Prompts draw themselves after a key at the earliest; the next key waits for that.
  const waiting = [...keys];
  output.on('data', (piece: Buffer) => {
    shown.push(piece.toString());
    setImmediate(() => input.write(waiting.shift() ?? ''));
  });
  const answer = await question(createAsk(wordsOf(language).picking.prompts, paint, { input, output }));
  const raw = shown.join('');
  return { answer, raw, screen: stripVTControlCharacters(raw) };
}

const FRUIT = [
  { value: 1, name: '林檎' },
  { value: 2, name: '蜜柑' },
];
const ENTER = '\r';

const QUESTIONS: readonly (readonly [string, (ask: Ask) => Promise<unknown>, readonly string[], unknown])[] = [
  ['a text', (ask) => ask.text({ message: '何', hint: '例' }), ['あ', ENTER], 'あ'],
  ['a yes', (ask) => ask.confirm('本当', false), ['y', ENTER], true],
  ['a no', (ask) => ask.confirm('本当', true), ['n', ENTER], false],
  ['Enter alone', (ask) => ask.confirm('本当', true), [ENTER], true],
  ['neither', (ask) => ask.confirm('本当', false), ['x', ENTER, '\u007f', 'y', ENTER], true],
  ['one of several', (ask) => ask.choose('どれ', FRUIT), ['\u001b[B', ENTER], 2],
  ['some of several', (ask) => ask.pick('どれ', FRUIT), [' ', ENTER], [1]],
  [
    'one that is looked for',
    (ask) => ask.search({ message: 'どれ', hint: '文字', nothing: '無', typed: '', source: async () => FRUIT }),
    [ENTER],
    1,
  ],
];

describe('asked in Japanese', () => {
  test.each(QUESTIONS)('%s: no word of English is seen', async (_what, question, keys, expected) => {
    const { answer, screen } = await asked('ja', keys, question);
    expect(answer).toEqual(expected);
    const words = screen.match(/[A-Za-z]{2,}/g) ?? [];
    expect(words.filter((word) => word !== 'Enter')).toEqual([]);
  });

  test.each([
    ['はい', true],
    ['いいえ', false],
  ])('“%s” is an answer', async (typed, expected) => {
    expect((await asked('ja', [typed, ENTER], (ask) => ask.confirm('本当', !expected))).answer).toBe(expected);
  });
});

test.each([
  [true, '(Y/n)'],
  [false, '(y/N)'],
])('what Enter means is shown: %s', async (isYesUsual, sign) => {
  for (const language of ['en', 'ja'] as const) {
    const { answer, screen } = await asked(language, [ENTER], (ask) => ask.confirm('?', isYesUsual));
    expect([answer, screen]).toEqual([isYesUsual, expect.stringContaining(sign)]);
  }
});

test.each(QUESTIONS)('without colours none is sent: %s', async (_what, question, keys) => {
  vi.stubEnv('FORCE_COLOR', '1');
  const { raw } = await asked('en', keys, question);
  expect(raw.match(/\u001b\[[\d;]*m/g)).toBeNull();
});
