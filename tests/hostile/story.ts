import { expect } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import type { Desk } from '../support/desk.ts';

/** The flags of `add` that take any text, with their field. */
const TEXT_FLAGS: readonly (readonly [flag: string, field: string])[] = [
  ['customer', 'customer'],
  ['title', 'title'],
  ['contact', 'contact'],
  ['phone', 'phone'],
  ['goal', 'goal'],
  ['scene', 'scene'],
  ['decider', 'decider'],
  ['route', 'route'],
  ['rival', 'rival'],
  ['next', 'next'],
  ['external-id', 'externalId'],
  ['owner', 'owner'],
];
/** The flags that take one form of text only: whatever else is given is refused in words. */
const READ_FLAGS =
  'email amount currency kind channel language proposed goal-date lead slot prep approval offer-until assumed next-on clear'.split(
    ' ',
  );
const SETTINGS = ['owner', 'closed-days', 'currency', 'holidays', 'limit', 'quiet_after'];

/** Returns the texts that say anything at all, each once as it is stored. */
export function tellable(texts: readonly string[]): string[] {
  return [...new Map(texts.filter((text) => text.trim() !== '').map((text) => [kept(text), text])).values()];
}

/** What is stored: as given, except that UTF-8 has no way to write half a character, and PostgreSQL keeps no U+0000. */
export function kept(text: string): string {
  return text
    .trim()
    .replace(/\p{Cs}/gu, '�')
    .replaceAll('\u0000', '�');
}

/**
 * Tells the story of the n-th deal with the n-th text wherever a text can be given, and looks at it in every view. In `add`
 * every text stands in every field in turn: the n-th deal has the n-th text in its first, the one after it in its second.
 */
export async function story(desk: Desk, texts: readonly string[], n: number): Promise<void> {
  const text = texts[n] ?? '';
  const id = String(n + 1);
  const json = async (...argv: string[]) => JSON.parse((await desk.run('--json', ...argv)).out);
  const given = (...flags: string[]): string[] => flags.map((flag) => `--${flag}=${text}`);

  const inTurn = TEXT_FLAGS.map(([flag, field], at) => [flag, field, texts[(n + at) % texts.length] ?? ''] as const);
  const added = await json('add', ...inTurn.map(([flag, , it]) => `--${flag}=${it}`), '--proposed=2025-07-01');
  expect(added.deal).toMatchObject(Object.fromEntries(inTurn.map(([, field, it]) => [field, kept(it)])));
  const said = given('asked', 'promise', 'scene', 'decider');
  const noted = await json('note', id, ...said, '--by=+2d', '--from=them', '--on=2025-07-10', '--', text);
  const found = [noted.contacts[0].text, noted.questions[0].text, noted.promises[0].text, noted.deal.scene];
  expect(found).toEqual([kept(text), kept(text), kept(text), kept(text)]);
  const answered = await json('note', id, '--answered=1', ...given('answer'), '--on=2025-07-11');
  expect(answered.questions[0].answer).toBe(kept(text));

  for (const key of ['name', 'signature']) await desk.run('config', 'set', '--', key, text);
  await desk.run(
    'draft',
    id,
    '--angle=promise',
    ...['place', 'point', 'reason'].map((slot) => `--fill=${slot}=${text}`),
  );
  await desk.run('hold', id, '+1w', ...given('words'));
  await desk.run('close', id, 'declined', ...given('words', 'who', 'fact'));
  for (const language of LANGUAGES) await desk.run('show', id, `--lang=${language}`);
  await desk.run('why', id, `--lang=${LANGUAGES[n % LANGUAGES.length]}`);
  await desk.run('reopen', id, ...given('words'));
  await desk.run('edit', id, ...given(READ_FLAGS[n % READ_FLAGS.length] ?? ''));
  // A single `-` is standard input.
  if (text !== '-') await desk.run('check', '--', text);
}

/** Looks at the whole book, in both languages. */
export async function lookAtAll(desk: Desk): Promise<void> {
  for (const language of LANGUAGES) {
    for (const view of [['today', '--all', '--why'], ['today'], ['list'], ['review'], ['team']]) {
      await desk.run(...view, '--lang', language);
      await desk.run(...view, '--lang', language, '--json');
    }
  }
}

/** Gives the text to whatever reads words of its own: deals, commands, options, settings. */
export async function misuse(desk: Desk, text: string): Promise<void> {
  const lines = [
    ['show', '--', text],
    ['show', `ext:${text}`],
    ['list', '--', text],
    ['list', `--owner=${text}`],
    ['list', `--sort=${text}`],
    ['close', '1', '--', text],
    ['draft', '1', `--angle=${text}`],
    ['draft', '1', `--fill=${text}=${text}`],
    ['note', '1', 'x', `--angle=${text}`, `--doubt=${text}`],
    ['note', '1', 'x', `--needs=${text}`],
    ['review', `--month=${text}`],
    ['move', 'moved.db', '--dry-run', `--owner=${text}`],
    ['edit', '1', `--clear=${text}`],
    ['completion', '--', text],
    ['__complete', 'zsh', `=${text}`, 'show', text],
    ['import', '--', text],
    ['help', '--', text],
    ['config', 'get', '--', text],
    ['config', 'set', '--', text, text],
    ...SETTINGS.map((key) => ['config', 'set', '--', key, text]),
    ['config', 'get', 'owner'],
    ['config', 'list'],
    ['config', 'unset', 'owner'],
    [`--today=${text}`],
    [`--lang=${text}`],
    ['today', text],
    [text],
  ];
  for (const line of lines) {
    if (line.includes('-')) continue;
    await desk.run(...line);
    await desk.run('--json', ...line);
  }
}
