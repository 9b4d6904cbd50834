import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/core/deal.ts';
import { widthOf } from '../../src/views/layout.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';

const HOSTILE = 'Aoki\u001b]0;x\u0007\u202egnp\u2066.\u200b\u009b31m 青木工業株式会社人事部採用推進グループ';
const LONG_WORD = 'https://example.com/a/very/long/address/that/fits/on/no/narrow/screen/at/all';
const OBEYED =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff]/;
const COMMANDS = [
  ['today'],
  ['today', '--all', '--why'],
  ['list'],
  ['show', '1'],
  ['show', '2'],
  ['why', '1'],
  ['why', '2'],
  ['why', '3'],
  ['config', 'list'],
  ['demo'],
  ['add', HOSTILE, LONG_WORD],
  ['edit', '1', '--title', `${HOSTILE} ${LONG_WORD}`],
  ['note', '1', `${HOSTILE} ${LONG_WORD}: any update?`],
  ['note', '2', '', '--from', 'them', '--asked', HOSTILE],
  ['snooze', '3', '+2w'],
  ['hold', '4', '+8w', '--words', HOSTILE],
  ['show', 'nobody named like this', LONG_WORD],
] as const;

/** A book whose every text was written by somebody who means harm. */
async function hostileDesk(language: Language, width: number): Promise<Desk> {
  const desk = await setUpDesk({ language, width });
  const facts = ['--goal', HOSTILE, '--goal-date', '9/30', '--lead', '1mo', '--slot', '8/22', '--approval', '5bd'];
  const people = [
    '--contact',
    HOSTILE,
    '--decider',
    HOSTILE,
    '--route',
    LONG_WORD,
    '--scene',
    HOSTILE,
    '--rival',
    HOSTILE,
  ];
  const rest = ['--next', `new case study ${HOSTILE}`, '--next-on', '7/24', '--booked', '--owner', HOSTILE];
  const numbers = ['--amount', '¥123,456,789,012', '--kind', 'system', '--proposed', '5/20', '--external-id', HOSTILE];
  const run = async (...argv: string[]) => {
    const { code, err } = await desk.run(...argv, '--no-input');
    if (code !== 0) throw new Error(err);
  };
  await run('add', HOSTILE, HOSTILE, ...facts, ...people, ...rest, ...numbers, '--decision-date', '2025-06-30');
  await run('note', '1', HOSTILE, '--promise', HOSTILE, '--by', '7/25', '--on', '7/10', '--asked', HOSTILE);
  await run('add', LONG_WORD, LONG_WORD, '--goal-date', '8/20', '--phone', '03-0000-0000');
  await run('hold', '2', '9/1', '--words', HOSTILE);
  await run('add', HOSTILE, '--proposed', '6/2', '--last-signal', '6/20', '--amount', '$3');
  await run('add', '青木', '--last-contact', '7/21');
  await run('add', '北', '--proposed', '7/1', '--decision-date', '7/31', '--kind', 'mid');
  return desk;
}

describe.each(LANGUAGES)('every screen (%s)', (language) => {
  describe.each([80, 50, 40])('at %i columns', (width) => {
    let desk: Desk;
    beforeAll(async () => {
      desk = await hostileDesk(language, width);
    });
    afterAll(() => desk.store.close());

    test.each(COMMANDS.map((argv) => [argv[0], argv] as const))('fits and obeys nobody: %s', async (_name, argv) => {
      const { out, err } = await desk.run(...argv);
      const lines = `${out}\n${err}`.split('\n');
      // A file's path may be long, and must be whole to be copied.
      const shown = lines.filter((line) => !line.includes(desk.folder));
      expect(shown.filter((line) => widthOf(line) > width)).toEqual([]);
      expect(lines.filter((line) => OBEYED.test(line))).toEqual([]);
    });
  });

  test('in a pipe is not wrapped: one line a reason, however long', async () => {
    const desk = await setUpDesk({ language });
    await desk.run('add', 'Aoki', '--goal', 'x'.repeat(300), '--goal-date', '8/10', '--decision-date', '2025-07-01');
    expect((await desk.run('today', '--all')).out).toContain('x'.repeat(300));
  });
});
