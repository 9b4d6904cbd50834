import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { BadInput } from '../../src/core/failure.ts';
import { exportFailures as en } from '../../src/views/en/exportfailures.ts';
import { failureText } from '../../src/views/failure.ts';
import { exportFailures as ja } from '../../src/views/ja/exportfailures.ts';
import { loadWords } from '../../src/views/words.ts';

const FACTS = {
  file: 'book.json',
  format: 'json',
  encoding: 'cp932',
  value: 'x',
  version: 2,
  id: 3,
  count: 2,
  customer: 'Aoki',
  owner: 'Mori',
  own: 'Sato',
};
const LISTS = { choices: ['utf-8'], places: ['#1 contact: é'], where: 'deals[0].on' };

const EXPECTED = 'text name day number wholeNumber flag code duration list object unique known currency uid version';
const UNLAWFUL = 'unlawful_end words_placeholder words_silence words_ours who_placeholder only_for';

test('both languages know the same failures', () => {
  expect(Object.keys(ja()).sort()).toEqual(Object.keys(en()).sort());
});

describe.each(LANGUAGES)('in %s', (language) => {
  const said = async (code: string, more: Readonly<Record<string, string>> = {}) =>
    failureText(
      new BadInput(code, { ...FACTS, ...LISTS, expected: 'day', problem: 'unlawful_end', ...more }),
      await loadWords(language),
    );

  test.each(Object.keys(en()))('%s says what is wrong and what to do', async (code) => {
    const { message, hint } = await said(code);
    expect([message.length > 5, hint.length > 5, `${message}${hint}`.includes('undefined')]).toEqual([
      true,
      true,
      false,
    ]);
    if (language === 'ja') expect(message).toMatch(/[ぁ-ん]/);
  });

  test.each([
    ['bad_archive', 'expected', EXPECTED],
    ['archive_unlawful', 'problem', UNLAWFUL],
  ])('%s has words of its own for each %s', async (code, fact, values) => {
    const messages = await Promise.all(values.split(' ').map(async (it) => (await said(code, { [fact]: it })).message));
    expect(new Set(messages).size).toBe(messages.length);
    for (const [index, message] of messages.entries()) {
      expect(message).not.toContain(`: ${values.split(' ')[index]}`);
    }
  });
});
