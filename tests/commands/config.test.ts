import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/core/deal.ts';
import { deskWithTheArticle } from '../support/article.ts';
import { setUpDesk } from '../support/desk.ts';

const KEYS = ['lang', 'db', 'owner', 'name', 'signature', 'holidays', 'closed-days', 'limit'];

describe('settings', () => {
  test.each([
    ['name', 'Keiko Mori', 'Keiko Mori'],
    ['owner', 'Mori', 'Mori'],
    ['lang', 'JA', 'ja'],
    ['holidays', 'JP', 'jp'],
    ['holidays', 'none', 'none'],
    ['closed-days', '12-29..01-03, 08-13..08-16', '12-29..01-03, 08-13..08-16'],
    ['limit', '5', '5'],
    ['currency', 'EUR', 'EUR'],
    ['status_run', '8', '8'],
    ['value_2x_from', '1.5', '1.5'],
  ])('%s takes %s, says it back, and gives it up again', async (key, value, kept) => {
    const desk = await setUpDesk();
    expect(await desk.json('config', 'set', key, value)).toEqual({ [key]: kept });
    expect(await desk.json('config', 'get', key)).toEqual({ [key]: kept });
    expect((await desk.json('config', 'list'))[key]).toBe(kept);
    const { [key]: usual } = await desk.json('config', 'unset', key);
    expect(await desk.json('config', 'get', key)).toEqual({ [key]: usual });
    expect(JSON.parse(readFileSync(join(desk.folder, 'config.json'), 'utf8'))).toEqual({});
  });

  test('keep a signature of several lines as it is', async () => {
    const desk = await setUpDesk();
    await desk.run('config', 'set', 'signature', 'Keiko Mori\n Tokyo ');
    expect(await desk.json('config', 'get', 'signature')).toEqual({ signature: 'Keiko Mori\n Tokyo ' });
  });

  test('are listed whole, with what holds while nothing is set', async () => {
    const desk = await setUpDesk();
    const settings = await desk.json('config', 'list');
    expect(Object.keys(settings)).toEqual(expect.arrayContaining([...KEYS, 'today_from', 'minimum_gap']));
    expect(settings).toMatchObject({ lang: 'en', limit: '7', holidays: 'none', today_from: '40', name: null });
  });

  test.each(['en', 'ja'] as const)('are listed in words, the rep’s own marked (%s)', async (language) => {
    const desk = await setUpDesk({ language });
    await desk.run('config', 'set', 'status_run', '8');
    const { out } = await desk.run('config', 'list');
    expect(out).toMatch(/^\* status_run +8 {2}\(.*6\)$/m);
    expect(out).toMatch(/^ {2}today_from +40$/m);
  });

  test('are for their owner’s eyes only', async () => {
    const desk = await setUpDesk();
    await desk.run('config', 'set', 'name', 'Keiko Mori');
    expect((statSync(join(desk.folder, 'config.json')).mode & 0o777).toString(8)).toBe('600');
    expect(existsSync(join(desk.folder, 'config.json.new'))).toBe(false);
  });

  test.each([
    ['mood', 'good', 'unknown_setting'],
    ['lang', 'fr', 'bad_setting'],
    ['holidays', 'japan', 'bad_setting'],
    ['holidays', 'zz', 'bad_setting'],
    ['closed-days', 'summer', 'bad_setting'],
    ['closed-days', '01-01..12-31', 'bad_setting'],
    ['limit', '0', 'bad_setting'],
    ['currency', 'yen', 'bad_setting'],
    ['db', ' ', 'bad_setting'],
    ['status_run', '-6', 'bad_number'],
    ['status_run', '1.5', 'bad_number'],
  ])('%s cannot be %s', async (key, value, error) => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run('config', 'set', '--json', '--', key, value);
    expect(code).toBe(2);
    expect(JSON.parse(err).error).toMatchObject({ code: error, hint: expect.stringMatching(/./) });
    expect(existsSync(join(desk.folder, 'config.json'))).toBe(false);
  });

  test('need to be known by name', async () => {
    const desk = await setUpDesk();
    for (const argv of [['get', 'mood'], ['unset', 'mood'], ['get'], ['set', 'name'], [], ['frobnicate']]) {
      expect([argv, (await desk.run('config', ...argv)).code]).toEqual([argv, 2]);
    }
  });
});

describe('what goes before a setting', () => {
  test.each(LANGUAGES)('is listed with where it was said, and without a password (%s)', async (language) => {
    const env = { FOLLOWUP_DB: 'postgres://ann:geheim@127.0.0.1:1/sales', FOLLOWUP_LANG: language };
    const desk = await setUpDesk({ language, env });
    const { words } = await desk.within(async (context) => context);
    const { overruled } = words.screens.config;
    const { out } = await desk.run('config', 'list');
    expect(out).toContain(overruled('postgres://ann@127.0.0.1:1/sales', 'FOLLOWUP_DB'));
    expect(out).toContain(overruled(language, 'FOLLOWUP_LANG'));
    expect((await desk.run('config', 'list', '--db', 'own.db')).out).toContain(overruled('own.db', '--db'));
    expect((await desk.json('config', 'list')).inForce).toEqual({
      db: { value: 'postgres://ann@127.0.0.1:1/sales', from: 'FOLLOWUP_DB' },
      lang: { value: language, from: 'FOLLOWUP_LANG' },
    });
    for (const argv of [
      ['set', 'db', 'other.db'],
      ['get', 'db'],
    ]) {
      expect((await desk.run('config', ...argv)).err).toContain(
        overruled('postgres://ann@127.0.0.1:1/sales', 'FOLLOWUP_DB'),
      );
    }
  });

  test('is nothing where nothing was said', async () => {
    expect(await (await setUpDesk()).json('config', 'list')).not.toHaveProperty('inForce');
  });
});

describe('what a setting changes', () => {
  test('the language, until a flag or the environment says otherwise', async () => {
    const desk = await setUpDesk({ env: {} });
    await desk.run('config', 'set', 'lang', 'ja');
    expect((await desk.run()).out).toContain('案件がまだありません。');
    expect((await desk.run('--lang', 'en')).out).toContain('No deals yet.');
    expect((await desk.run('show', '9')).err).toContain('案件がありません');
  });

  test('the holidays that business days skip', async () => {
    const desk = await setUpDesk({ today: '2025-07-18' });
    await desk.run('add', 'Aoki');
    await desk.run('note', '1', 'sent the case study', '--angle', 'info');
    const until = async () => (await desk.json('today')).lists.waiting[0].until;
    expect(await until()).toBe('2025-07-23');
    await desk.run('config', 'set', 'holidays', 'jp');
    expect(await until()).toBe('2025-07-24');
    await desk.run('config', 'set', 'closed-days', '07-22..07-25');
    expect(await until()).toBe('2025-07-30');
  });

  test('the score, by the changed coefficient', async () => {
    const desk = await deskWithTheArticle('en');
    await desk.run('config', 'set', 'milestone_14_days', '50');
    expect((await desk.json('today')).lists.contact).toMatchObject([{ score: 90 }]);
    await desk.run('config', 'set', 'today_from', '95');
    expect((await desk.json('today')).lists.contact).toEqual([]);
  });

  test('whose deals are on the list', async () => {
    const desk = await setUpDesk();
    for (const owner of ['Mori', 'Kita']) {
      await desk.run('add', owner, '--owner', owner, '--decision-date', '2025-07-10', '--proposed', '6/1');
    }
    await desk.run('config', 'set', 'owner', 'Kita');
    const { lists } = await desk.json('today');
    const named = Object.values(lists as Record<string, { deal: { customer: string } }[]>).flat();
    expect(named.map(({ deal }) => deal.customer)).toEqual(['Kita']);
  });
});

describe('a config file that somebody broke', () => {
  test.each([
    ['no JSON', '{ "lang": '],
    ['no object', '["ja"]'],
    ['an unknown key', '{ "mood": "good" }'],
    ['a bad value', '{ "limit": "many" }'],
    ['a value of no text', '{ "lang": { "is": "ja" } }'],
  ])('holding %s is named, and nothing else happens', async (_what, text) => {
    const desk = await setUpDesk();
    const file = join(desk.folder, 'config.json');
    writeFileSync(file, text);
    const { code, out, err } = await desk.run('today', '--json');
    expect([code, out]).toEqual([1, '']);
    expect(JSON.parse(err).error.code).toBe('bad_config');
    expect(err).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
