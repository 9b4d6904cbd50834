import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { ON_FILE } from '../support/engine.ts';
import { freshFolder } from '../support/folder.ts';

/** Three reps' deals in one book, and one that is nobody's; each of the first two owes something. */
async function bookOfThree(language: 'en' | 'ja' = 'en'): Promise<Desk> {
  const desk = await setUpDesk({ today: '2025-07-22', language });
  const add = (customer: string, ...flags: readonly string[]) =>
    desk.run('add', customer, 'proposal', '--proposed', '2025-06-02', '--decision-date', '2025-07-25', ...flags);
  await add('Aoki', '--owner', 'Sato', '--amount', '¥100');
  await add('Mori', '--owner', 'Suzuki', '--amount', '¥900');
  await add('Kita', '--owner', 'Tanaka');
  await add('Ono');
  await add('Hara', '--owner', 'Sato');
  for (const id of ['1', '2']) {
    await desk.run('note', id, 'they asked', '--from', 'them', '--asked', 'how safe is it?', '--on', '2025-07-17');
  }
  return desk;
}

const idsOf = (lists: Readonly<Record<string, readonly { readonly deal: { readonly id: number } }[]>>): number[] =>
  Object.values(lists)
    .flat()
    .map(({ deal }) => deal.id)
    .sort();

test.each([
  ['en', 'Sato’s contacts', /Your contacts|waited for you/],
  ['ja', 'Satoさんからの連絡', /こちらからの連絡/],
] as const)('a review of one owner speaks of them, not of whoever reads it (%s)', async (language, said, own) => {
  const desk = await bookOfThree(language);
  await desk.run('note', '1', 'answered', '--answered', '1', '--on', '2025-07-18');
  const { out } = await desk.run('review', '--owner', 'Sato');
  expect(out).toContain(said);
  expect(out).not.toMatch(own);
  expect((await desk.run('review')).out).toMatch(own);
});

test.each(['today', 'list', 'review', 'export'])(
  '%s of an owner whom nobody is says who has deals',
  async (command) => {
    const desk = await bookOfThree();
    const { code, out, err } = await desk.run(command, '--owner', 'sato');
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('These have deals: Sato, Suzuki, Tanaka.');
  },
);

describe('one owner’s day', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await bookOfThree();
  });

  test.each([
    ['Sato', [1, 5]],
    ['Suzuki', [2]],
    [' Tanaka ', [3]],
  ])('of %s has their deals only', async (owner, ids) => {
    expect(idsOf((await desk.json('today', '--owner', owner)).lists)).toEqual(ids);
  });

  test('is weighed against their own deals, on the page as in JSON, at the first look as at the second', async () => {
    for (let look = 0; look < 2; look += 1) {
      const { out } = await desk.run('today', '--owner', 'Sato', '--all', '--why');
      const [entry] = (await desk.json('today', '--owner', 'Sato')).lists.contact;
      expect(entry.deal.id).toBe(1);
      expect(out).toContain(`score ${entry.score}`);
      expect(out).toContain('Hara');
      expect(out).not.toMatch(/Mori|Kita|Ono/);
    }
  });

  test.each([
    ['today', 'en', 'Sato · '],
    ['review', 'en', 'Sato · '],
    ['today', 'ja', 'Satoさん　'],
    ['review', 'ja', 'Satoさん　'],
  ] as const)('%s in %s says whose it is, and of one’s own says nothing', async (command, language, whose) => {
    const asking = await bookOfThree(language);
    expect((await asking.run(command, '--owner', 'Sato')).out.startsWith(whose)).toBe(true);
    expect((await asking.run(command)).out).not.toContain(whose);
    await asking.run('config', 'set', 'owner', 'Sato');
    expect((await asking.run(command)).out).not.toContain(whose);
  });

  test('is theirs without the word today as well', async () => {
    expect(await desk.run('--owner', 'Suzuki')).toEqual(await desk.run('today', '--owner', 'Suzuki'));
  });

  test('wins over the owner of the settings, for this once', async () => {
    const own = await bookOfThree();
    await own.run('config', 'set', 'owner', 'Suzuki');
    expect(idsOf((await own.json('today', '--owner', 'Tanaka')).lists)).toEqual([3]);
    expect(idsOf((await own.json('today')).lists)).toEqual([2]);
  });

  test('follows a deal that changes hands', async () => {
    const own = await bookOfThree();
    for (const owner of ['Sato', 'Suzuki']) await own.run('today', '--owner', owner);
    await own.run('edit', '1', '--owner', 'Suzuki');
    expect((await own.run('today', '--owner', 'Sato', '--all')).out).not.toContain('Aoki');
    expect((await own.run('today', '--owner', 'Suzuki', '--all')).out).toContain('Aoki');
  });

  // What a server has, it says when it is asked.
  test.runIf(ON_FILE)('makes no book where there is none', async () => {
    const file = join(freshFolder(), 'none.db');
    const { code, out } = await desk.run('today', '--owner', 'Sato', '--db', file);
    expect([code, out]).toEqual([0, expect.stringContaining('followup demo')]);
    expect(existsSync(file)).toBe(false);
  });
});

describe.each(LANGUAGES)('an owner nobody has (%s)', (language) => {
  test.each([['today'], ['review']])('is a failure of %s that names those who have deals', async (command) => {
    const desk = await bookOfThree(language);
    const { code, err } = await desk.run(command, '--owner', 'Suzki', '--json');
    const { error } = JSON.parse(err);
    expect([code, error.code]).toEqual([1, 'no_owner']);
    for (const name of ['Sato', 'Suzuki', 'Tanaka']) expect(error.hint).toContain(name);
    // The nearest is said before the list.
    expect(error.hint.match(/Suzuki/g)).toHaveLength(2);
  });

  test('where there are no owners at all, how to give one', async () => {
    const desk = await setUpDesk({ language });
    await desk.run('add', 'Aoki');
    const { code, err } = await desk.run('review', '--owner', 'Sato');
    expect([code, err]).toEqual([1, expect.stringContaining('--owner')]);
  });
});

test('review --owner counts their practice only', async () => {
  const desk = await bookOfThree();
  await desk.run('note', '2', 'sent the trade news', '--angle', 'info', '--on', '2025-07-18');
  const of = async (owner: string) => (await desk.json('review', '--owner', owner)).contacts.gives;
  expect([await of('Suzuki'), await of('Sato')]).toEqual([1, 0]);
});
