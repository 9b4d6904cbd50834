import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { judge } from '../../src/core/wording.ts';
import { wordsOf } from '../../src/views/words.ts';
import { setUpDesk } from '../support/desk.ts';

test.each([
  [0, 'value', 'The comparison is attached.'],
  [3, 'status', 'Just checking in.'],
  [3, 'manipulative', 'Last chance: only two seats left.'],
  [0, 'value', '比較表を添付いたします。'],
  [3, 'status', 'その後いかがでしょうか。'],
])('exit %i: %s: %s', async (code, verdict, text) => {
  const desk = await setUpDesk();
  const ran = await desk.run('check', text, '--json');
  expect(ran.code).toBe(code);
  expect(JSON.parse(ran.out)).toMatchObject({ verdict });
  if (code === 3) expect(JSON.parse(ran.err).error.code).toBe(`${verdict}_message`);
});

test('names each finding with its line, its place, why, and a better wording', async () => {
  const desk = await setUpDesk();
  const text = '佐藤様\n\n資料を添付いたします。\n御社の件、了解しました。';
  const { out } = await desk.run('check', text);
  expect(out).toContain('line 4: 御社の件、了解しました。\n        ^^^^\n');
  expect(out).toContain('Instead: 貴社');
  expect(out).toContain('Instead: 承知いたしました');
  const { findings } = await desk.json('check', text);
  expect(findings[0]).toEqual({ code: 'keigo_company', from: 17, to: 19, text: '御社', suggestion: '貴社' });
});

test('keeps the carets under what was found, on a narrow page too', async () => {
  const desk = await setUpDesk({ width: 50 });
  const { out } = await desk.run('check', `${'資料をお送りいたします、'.repeat(6)}御社の件です。`);
  const [, line = '', carets = ''] = /(.*御社.*)\n( *\^+)\n/.exec(out) ?? [];
  expect(line).toContain('御社');
  expect(carets.length).toBeLessThanOrEqual(50);
});

describe('without a text', () => {
  test('off a terminal it names what is missing', async () => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run('check');
    expect(code).toBe(2);
    expect(err).toContain('[text]');
    expect((await desk.run('check', ' ')).code).toBe(2);
  });

  test('on a terminal it asks', async () => {
    const desk = await setUpDesk();
    expect((await desk.answering(['The list is attached.'], 'check')).code).toBe(0);
  });
});

test('every wording it offers is itself no status check', () => {
  for (const language of LANGUAGES) {
    for (const text of Object.values(wordsOf(language).check.better)) {
      const quoted = /[“「](.+)[”」]/.exec(text)?.[1] ?? text;
      expect([quoted, judge(quoted).verdict]).toEqual([quoted, 'value']);
    }
  }
});
