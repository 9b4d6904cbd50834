import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judge, RULEBOOKS } from '../../src/core/wording/judge.ts';
import { narrowed, takenApart } from './alternatives.ts';

const apart = { en: takenApart(RULEBOOKS.en), ja: takenApart(RULEBOOKS.ja) };
const texts = readFileSync(new URL('../../data/wording-samples.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[2] ?? '');

test('rules taken apart judge as they did in one piece', () => {
  for (const text of texts) expect(judge(text, apart).verdict).toBe(judge(text).verdict);
});

test('each list of words becomes one rule a word', () => {
  expect(apart.en.ask.length).toBeGreaterThan(RULEBOOKS.en.ask.length * 3);
  expect(narrowed(apart.en, () => false).ask).toEqual([]);
});
