import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askKey } from '../../src/terminal/key.ts';

const KEYS = [
  { key: 'n', value: 'note', name: 'note what happened' },
  { key: 'z', value: 'snooze', name: 'put off' },
  { key: 'Enter', value: 'next', name: 'next' },
];

/** Presses these keys, one after another, and returns what was answered and what the screen showed. */
async function press(...keys: readonly string[]): Promise<{ answer: string; screen: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const shown: string[] = [];
  output.on('data', (piece: Buffer) => shown.push(piece.toString()));
  const answer = askKey(
    { message: '2 / 7', legend: 'n note   z put off', keys: KEYS, prefix: { idle: '?', done: '✓' } },
    { input, output },
  );
  for (const key of keys) input.write(key);
  return { answer: await answer, screen: shown.join('') };
}

test.each([
  ['a letter', ['n'], 'note'],
  ['a capital', ['Z'], 'snooze'],
  ['a full-width letter', ['ｚ'], 'snooze'],
  ['Enter', ['\r'], 'next'],
  ['after keys that do nothing', ['x', 'あ', ' ', '\u001b[A', 'n'], 'note'],
])('a single key answers: %s', async (_what, keys, answer) => {
  expect((await press(...keys)).answer).toBe(answer);
});

test('the keys are shown, and afterwards what was chosen', async () => {
  const { screen } = await press('x', 'z');
  expect(screen).toContain('z put off');
  expect(screen.slice(screen.lastIndexOf('2 / 7'))).toMatch(/^2 \/ 7 {2}put off/);
});

test('Ctrl-C is no answer', async () => {
  await expect(press('\u0003')).rejects.toMatchObject({ name: 'ExitPromptError' });
});
