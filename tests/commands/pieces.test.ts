import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { setUpDesk } from '../support/desk.ts';

/** A customer as macOS hands it over from the name of a file, and as everybody types it. */
const [IN_PIECES, WHOLE] = ['ガーデン工業'.normalize('NFD'), 'ガーデン工業'];

describe('a name whose letters come in pieces', () => {
  test('is kept whole, wherever it comes from', async () => {
    const desk = await setUpDesk();
    const flags = ['--contact', IN_PIECES, '--external-id', IN_PIECES, '--owner', IN_PIECES];
    const { deal } = await desk.json('add', IN_PIECES, IN_PIECES, ...flags);
    expect(deal).toMatchObject({ customer: WHOLE, title: WHOLE, contact: WHOLE, externalId: WHOLE, owner: WHOLE });
    const { contacts } = await desk.json(
      'note',
      '1',
      IN_PIECES,
      '--from',
      'them',
      '--promise',
      IN_PIECES,
      '--by',
      'fri',
    );
    expect(contacts).toMatchObject([{ text: WHOLE }]);
    const { outcome } = await desk.json('close', '1', 'won', '--words', IN_PIECES);
    expect(outcome).toMatchObject({ words: WHOLE });
  });

  test.each([
    [IN_PIECES, WHOLE],
    [WHOLE, IN_PIECES],
  ])('finds its deal by either spelling', async (kept, typed) => {
    const desk = await setUpDesk();
    await desk.run('add', kept, '--external-id', kept, '--owner', kept);
    expect((await desk.json('show', typed)).deal.id).toBe(1);
    expect((await desk.json('show', `ext:${typed}`)).deal.id).toBe(1);
    expect((await desk.json('list', typed)).deals).toHaveLength(1);
    expect((await desk.json('list', '--owner', typed)).deals).toHaveLength(1);
    const file = join(desk.folder, 'deals.csv');
    writeFileSync(file, `Customer,Owner,External id\n${typed},${typed},${typed}\n`);
    expect(await desk.json('import', file)).toMatchObject({ unchanged: 1, created: 0 });
  });

  test('may name what was told of a file', async () => {
    const desk = await setUpDesk();
    const file = join(desk.folder, 'deals.csv');
    writeFileSync(file, 'Xyz\nAoki\n');
    await desk.json('import', file, '--map', 'Xyz=customer', '--save-mapping', IN_PIECES);
    expect(await desk.json('import', file, '--mapping', WHOLE)).toMatchObject({ unchanged: 1 });
  });
});

test.each(['con', 'NUL', 'lpt1', 'aux.crm'])('no mapping is called %s, which is no file on Windows', async (name) => {
  const desk = await setUpDesk();
  const file = join(desk.folder, 'deals.csv');
  writeFileSync(file, 'Customer\nAoki\n');
  const { code, err } = await desk.run('import', file, '--save-mapping', name, '--json');
  expect([code, JSON.parse(err).error.code]).toEqual([2, 'bad_mapping_name']);
});
