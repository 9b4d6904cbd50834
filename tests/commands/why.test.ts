import { describe, expect, test } from 'vitest';
import { deskWithTheArticle } from '../support/article.ts';
import { setUpDesk } from '../support/desk.ts';

describe('the arithmetic of its place', () => {
  test('is the article’s own: 38 + 22 + 10 + 6 + 2', async () => {
    const desk = await deskWithTheArticle();
    const why = await desk.json('why', '1');
    const points = Object.fromEntries(
      why.terms.map((term: { code: string; points: number }) => [term.code, term.points]),
    );
    expect(points).toEqual({ milestone_near: 38, decision_passed: 22, no_next_step: 10, silence: 6, value: 2 });
    expect(why).toMatchObject({ score: 78, owed: false, list: 'contact', angle: { code: 'workback', kind: 'notice' } });
  });

  test('sums to the score in what is printed, in both languages', async () => {
    for (const language of ['en', 'ja'] as const) {
      const desk = await deskWithTheArticle(language);
      const { out } = await desk.run('why', '1');
      const points = [...out.matchAll(/ {2}\+(\d+)$/gm)].map(([, number]) => Number(number));
      expect(points).toEqual([38, 22, 10, 6, 2]);
      expect(out).toMatch(/ {2}78$/m);
    }
  });

  test('indents every line of the sum alike in a pipe', async () => {
    const desk = await deskWithTheArticle('en');
    const [, sums = ''] = (await desk.run('why', '1')).out.split('\n\n');
    expect(sums.split('\n').every((line) => /^ {2}\S/.test(line))).toBe(true);
  });

  test('names the most that a term can count, where it counts that much', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki', '--kind', 'mid', '--proposed', '7/1');
    expect((await desk.run('why', '1')).out).toContain('essential_missing 6, essential_missing_most 18)  +18');
  });

  test('names what counts as zero because it is not known', async () => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki');
    const { out } = await desk.run('why', '1');
    expect(out).toContain('0 because unknown');
    expect((await desk.json('why', '1')).unknown.length).toBeGreaterThan(2);
  });

  test('shows a number that the rep has changed, and counts with it', async () => {
    const desk = await deskWithTheArticle('en');
    await desk.run('config', 'set', 'no_next_step', '1');
    expect((await desk.json('why', '1')).score).toBe(69);
    expect((await desk.run('why', '1')).out).toContain('no_next_step 1, changed by you, normally 10');
  });

  test('names the gate that keeps a deal out of the ranking', async () => {
    const desk = await deskWithTheArticle('en');
    await desk.run('edit', '1', '--do-not-contact');
    expect(await desk.json('why', '1')).toMatchObject({ gate: 'do_not_contact', angle: null });
    expect((await desk.run('why', '1')).out).toContain('Kept out of the ranking: they asked not to be contacted.');
  });
});
