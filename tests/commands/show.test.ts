import { describe, expect, test } from 'vitest';
import { deskWithTheArticle } from '../support/article.ts';
import { setUpDesk } from '../support/desk.ts';

describe('a whole deal', () => {
  test('has exactly the parts of the contract, and only ever more', async () => {
    const desk = await deskWithTheArticle();
    const shown = await desk.json('show', '1');
    const promised = [
      'deal',
      'chain',
      'latestUsefulOn',
      'milestone',
      'materials',
      'questions',
      'promises',
      'contacts',
      'slips',
      'outcome',
    ];
    expect(Object.keys(shown)).toEqual(expect.arrayContaining(promised));
  });

  test('works back from their goal, the source of every link kept', async () => {
    const desk = await deskWithTheArticle();
    const { chain, latestUsefulOn, milestone } = await desk.json('show', '1');
    expect(latestUsefulOn).toBe('2025-08-08');
    expect(milestone).toEqual({ code: 'approval_start', on: '2025-08-01', daysLeft: 10 });
    expect(chain).toEqual([
      { link: 'goal', on: '2025-09-30', source: 'customer' },
      { link: 'lead', on: '2025-08-31', source: 'standard' },
      { link: 'slot', on: '2025-08-22', source: 'standard' },
      { link: 'prep', on: '2025-08-08', source: 'standard' },
      { link: 'approval', on: '2025-08-01', source: 'customer' },
    ]);
  });

  test('marks as assumed what the rep only assumed', async () => {
    const desk = await deskWithTheArticle();
    const { chain } = await desk.json('edit', '1', '--assumed', 'approval');
    expect(chain.at(-1)).toEqual({ link: 'approval', on: '2025-08-01', source: 'assumed' });
  });

  test('lists promises, questions, materials and contacts with the keys scripts rely on', async () => {
    const desk = await deskWithTheArticle();
    await desk.run('note', '1', 'met', '--promise', 'quote', '--by', '7/25', '--asked', 'who?', '--channel', 'visit');
    const { promises, questions, contacts, materials } = await desk.json('show', '1');
    expect(promises[0]).toMatchObject({ n: 1, text: 'quote', dueOn: '2025-07-25', keptOn: null });
    expect(questions[0]).toMatchObject({ n: 1, text: 'who?', askedOn: '2025-07-22', answeredOn: null });
    expect(materials[0]).toEqual({ code: 'quote', status: 'promised', on: '2025-07-22' });
    const keys = ['n', 'on', 'from', 'channel', 'angle', 'statusOnly', 'text'];
    expect(Object.keys(contacts[0])).toEqual(expect.arrayContaining(keys));
  });

  test.each(['en', 'ja'] as const)('is readable in words (%s)', async (language) => {
    const desk = await deskWithTheArticle(language);
    const { code, out } = await desk.run('show', '1');
    expect(code).toBe(0);
    expect(out).toContain('青木工業');
    expect(out).toContain(language === 'ja' ? '先方の日程' : 'Their calendar');
    expect(out).toContain(language === 'ja' ? '¥1,200,000' : '1,200,000');
  });

  test('that is not there is no deal', async () => {
    const desk = await setUpDesk();
    expect(await desk.run('show', '1')).toMatchObject({ code: 1, out: '' });
    expect((await desk.run('show', 'nobody')).err).toContain('No deal fits “nobody”.');
    expect((await desk.run('show', '')).code).toBe(1);
    expect((await desk.run('show')).code).toBe(2);
  });

  test('is one of several candidates when its name is not enough', async () => {
    const desk = await setUpDesk();
    for (const title of ['form', 'event']) await desk.run('add', 'Aoki', title);
    const { code, err } = await desk.run('show', 'aoki', '--json');
    const { error } = JSON.parse(err);
    expect([code, error.code]).toEqual([1, 'many_deals']);
    expect(error.message).toContain('#1  Aoki  form');
    expect((await desk.json('show', 'aoki event')).deal.id).toBe(2);
  });
});
