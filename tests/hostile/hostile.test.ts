import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { setUpDesk } from '../support/desk.ts';
import { lookAtAll, misuse, story, tellable } from './story.ts';
import { HOSTILE, NAUGHTY } from './texts.ts';
import { watchedDesk } from './watched.ts';

const TEXTS = tellable(HOSTILE.map(([, text]) => text));

describe('a text that somebody else wrote is stored as given and shown harmless', () => {
  test.each([80, 50, 40])('in every field and every view of %i columns', async (columns) => {
    const desk = await watchedDesk(columns);
    for (const n of TEXTS.keys()) await story(desk, TEXTS, n);
    await lookAtAll(desk);
    desk.expectNoProblem();
  });

  test.each(LANGUAGES)('wherever a word of ours is expected (%s)', async (language) => {
    const desk = await watchedDesk(50, { language });
    await desk.run('add', 'Aoki');
    for (const text of tellable([...TEXTS, ...NAUGHTY.filter((_, at) => at % 8 === 0)])) await misuse(desk, text);
    desk.expectNoProblem();
  });

  test.each(HOSTILE)('at every question: %s', async (_what, text) => {
    const desk = await watchedDesk(80, { programs: { edit: async () => `Subject: ${text}\n\n${text}` } });
    await desk.answering([`x ${text}`, text, '', '', '', '', text, text, ''], 'add');
    await desk.run('add', `x ${text}`, '--title', 'again', `--contact=${text}`);
    await desk.answering(['#1'], 'show', 'x');
    await desk.answering([['x', '#2']], 'show');
    await desk.run('note', '1', 'asked', '--from=them', '--needs=quote', `--asked=${text}`);
    await desk.answering(['s', 'w', 'z', '+1w'], 'today', '--go');
    await desk.run('show', 'x');
    await desk.answering([text, '', text, ''], 'note', '2');
    await desk.answering(['lost', 'We chose another supplier.', '', '', '', '', '', ''], 'close', '2');
    expect((await desk.run('draft', '1', '--angle', 'info', '--edit')).out).toContain('Subject: ');
    desk.expectNoProblem();
  });
});

describe('a name that every object has is none of ours', () => {
  test.each([
    [['__proto__'], 'unknown_command'],
    [['constructor'], 'unknown_command'],
    [['edit', '1', '--clear', 'constructor'], 'unknown_field'],
    [['edit', '1', '--clear', '__proto__'], 'unknown_field'],
    [['config', 'get', 'toString'], 'unknown_setting'],
    [['draft', '1', '--fill', 'constructor=x'], 'bad_fill'],
    [['list', '--sort', 'constructor'], 'bad_choice'],
  ])('%j', async (argv, error) => {
    const desk = await setUpDesk();
    await desk.run('add', 'Aoki');
    const { code, err } = await desk.run(...argv, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, error]);
  });
});

test('what is quoted in a failure stays on its line, and is not quoted at full length', async () => {
  const desk = await setUpDesk();
  const { err } = await desk.run('show', '--', `Aoki\n\nDone.${'x'.repeat(5000)}`);
  expect(err.split('\n')).toHaveLength(2);
  expect(err.length).toBeLessThan(300);
});
