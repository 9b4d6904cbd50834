import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { version } from '../package.json';
import { buildIfOld, newUser } from './support/program.ts';

beforeAll(buildIfOld, 120_000);

const BOOK = '.local/share/followup/followup.db';

describe('the program as it is installed', () => {
  test('says its version and its help', async () => {
    const user = newUser();
    expect(await user.run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await user.run('--help');
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toContain('Usage: followup [options] [command]');
  });

  test('explains the first step to somebody whose home is empty', async () => {
    const user = newUser();
    const { code, out, err } = await user.run();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('followup demo');
    expect(out.trimEnd().split('\n')).toHaveLength(2);
    expect(existsSync(join(user.home, BOOK))).toBe(false);
  });

  test('speaks Japanese where the locale does', async () => {
    const user = newUser({ LANG: 'ja_JP.UTF-8' });
    expect((await user.run()).out).toContain('案件がまだありません。');
    const posix = newUser({ LANG: 'C' });
    expect((await posix.run()).out).toContain('No deals yet.');
  });

  test('keeps book and config where the platform keeps such things, for their owner only', async () => {
    const user = newUser();
    await user.run('add', 'Aoki');
    await user.run('config', 'set', 'name', 'Keiko Mori');
    const modeOf = (path: string): string => (statSync(join(user.home, path)).mode & 0o777).toString(8);
    expect(modeOf(BOOK)).toBe('600');
    expect(modeOf('.local/share/followup')).toBe('700');
    expect(modeOf('.config/followup/config.json')).toBe('600');
  });

  test('follows the folders that the user has moved', async () => {
    const user = newUser();
    const moved = newUser({ XDG_DATA_HOME: join(user.home, 'data') });
    await moved.run('add', 'Aoki');
    expect(existsSync(join(user.home, 'data/followup/followup.db'))).toBe(true);
  });

  test('opens the book that --db or FOLLOWUP_DB names', async () => {
    const user = newUser();
    await user.run('add', 'Aoki', '--db', 'mine.db');
    expect((await user.run('list', '--db', 'mine.db')).out).toContain('Aoki');
    expect((await newUser({ FOLLOWUP_DB: join(user.home, 'mine.db') }).run('list')).out).toContain('Aoki');
    expect(existsSync(join(user.home, BOOK))).toBe(false);
  });
});

describe('what was compiled for a command', () => {
  const kept = (home: string): string[] =>
    readdirSync(join(home, '.cache/followup/compiled'), { recursive: true, encoding: 'utf8' }).sort();

  test('is kept for the next one, of this edition only', async () => {
    const user = newUser({}, { startsCold: true });
    const old = join(user.home, '.cache/followup/compiled/0123-v18.0.0');
    mkdirSync(old, { recursive: true });
    writeFileSync(join(old, 'today'), 'of an edition that is gone');
    await user.run('list');
    const [edition = '', ...files] = kept(user.home);
    expect([edition, files]).toEqual([expect.stringMatching(/^[0-9a-f]{12}-v\d/), [join(edition, 'list')]]);
    expect(await user.run('list')).toMatchObject({ code: 0, out: 'No deal fits.\n', err: '' });
  });

  test('is left aside where it is damaged, and never keeps the program from running', async () => {
    const user = newUser({}, { startsCold: true });
    const first = await user.run('list');
    const [edition = ''] = kept(user.home);
    const file = join(user.home, '.cache/followup/compiled', edition, 'list');
    writeFileSync(file, readFileSync(file).subarray(0, 1000));
    expect(await user.run('list')).toEqual(first);
    const closed = newUser({ XDG_CACHE_HOME: '/dev/null' });
    expect(await closed.run('list')).toEqual(first);
  });

  test('grows by what another run of the command needed besides', async () => {
    const user = newUser({}, { startsCold: true });
    const sizeAfter = async (...argv: string[]): Promise<number> => {
      await user.run(...argv);
      const [edition = ''] = kept(user.home);
      return statSync(join(user.home, '.cache/followup/compiled', edition, 'list')).size;
    };
    const first = await sizeAfter('list');
    const second = await sizeAfter('list', '--lang', 'ja');
    expect(second).toBeGreaterThan(first);
    expect(await sizeAfter('list')).toBe(second);
  });

  test('is not kept for what is no command', async () => {
    const user = newUser({}, { startsCold: true });
    await user.run('lsit');
    expect(existsSync(join(user.home, '.cache/followup/compiled'))).toBe(false);
  });
});

test.each([
  ['先日お送りしたご提案の件、その後いかがでしょうか。', 3, 'status'],
  ['ご依頼のセキュリティシートをお送りします。3ページにログインの件をまとめました。', 0, 'value'],
])('Japanese is judged as it is in the source: %s', async (message, code, verdict) => {
  const ran = await newUser({ LANG: 'ja_JP.UTF-8' }).run('check', message, '--json');
  expect([ran.code, JSON.parse(ran.out).verdict]).toEqual([code, verdict]);
});

describe('files in and out', () => {
  test('go through every library that is loaded for them', async () => {
    const user = newUser({ LANG: 'ja_JP.UTF-8' });
    const quotations = readFileSync(join(import.meta.dirname, 'fixtures', 'mitsumori_cp932.csv'));
    writeFileSync(join(user.home, 'q.csv'), Buffer.concat([quotations, Buffer.from('Q-9,,2026/13/40,,,,,\r\n')]));
    const options = '--skip-bad --rejects r.csv --save-mapping 見積 --json';
    const first = await user.shell(`followup import q.csv ${options}`);
    expect([first.code, JSON.parse(first.out).created, JSON.parse(first.out).rejected]).toEqual([0, 5, 1]);
    expect(readFileSync(join(user.home, 'r.csv'), 'utf8')).toContain('2026/13/40');
    const again = await user.shell('followup import - --mapping 見積 --skip-bad --json < q.csv');
    expect([again.code, JSON.parse(again.out).unchanged]).toEqual([0, 5]);
    for (const format of ['csv', 'json', 'ics']) {
      const { code } = await user.shell(`followup export -o out.${format}`);
      expect([format, code]).toEqual([format, 0]);
    }
    const cp932 = await user.shell(
      'followup export --encoding cp932 -o out932.csv && iconv -f CP932 -t UTF-8 out932.csv',
    );
    expect([cp932.code, cp932.out]).toEqual([0, expect.stringContaining('関西搬送システム')]);
    const back = await user.shell(
      'followup import out.json --db other.db --json && followup export --db other.db --format json',
    );
    expect(back.out).toContain(readFileSync(join(user.home, 'out.json'), 'utf8').trim());
  });
});

describe('in a pipe', () => {
  test('the day is whole, valid JSON, however long', async () => {
    const user = newUser();
    const rows = Array.from(
      { length: 400 },
      (_, n) => `Customer ${n},2025-06-${String((n % 27) + 1).padStart(2, '0')}`,
    );
    await user.feed(`Customer,Decision date\n${rows.join('\n')}\n`, 'import', '-');
    const { code, out, err } = await user.shell('followup today --json | cat');
    expect([code, err]).toEqual([0, '']);
    const { lists } = JSON.parse(out);
    expect(Object.values(lists as Record<string, unknown[]>).flat()).toHaveLength(400);
    expect(out.length).toBeGreaterThan(100_000);
  });

  test('a reader that has seen enough is no error', async () => {
    const user = newUser();
    await user.run('demo');
    const line =
      'set -o pipefail; for n in 1 2 3; do followup --db .local/share/followup/demo-en.db today --all --why | head -1; done';
    const { code, out, err } = await user.shell(line);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toMatch(/^Tuesday 22 July 2025/);
  });

  test('nothing is coloured unless that is asked for', async () => {
    expect((await newUser().run('demo')).out).not.toContain('\u001b[');
    expect((await newUser({ FORCE_COLOR: '1' }).run('demo')).out).toContain('\u001b[');
    expect((await newUser({ FORCE_COLOR: '1' }).run('demo', '--no-color')).out).not.toContain('\u001b[');
    expect((await newUser({ FORCE_COLOR: '1', NO_COLOR: '1' }).run('demo')).out).not.toContain('\u001b[');
  });

  test('a CSV file comes in by standard input', async () => {
    const user = newUser();
    const { code, out } = await user.feed('Customer,Amount\n青木工業,120万円\n', 'import', '-', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ read: 1, created: 1 });
  });

  test('--quiet leaves the answer and drops the talk', async () => {
    const user = newUser();
    const { out, err } = await user.run('add', 'Aoki', '--quiet');
    expect(err).toBe('');
    expect(out).toContain('#1');
  });

  test('--quiet still says what went wrong', async () => {
    const user = newUser();
    expect(await user.run('show', '9', '--quiet')).toMatchObject({
      code: 1,
      err: expect.stringContaining('No deal fits'),
    });
    const { err } = await user.run('show', '9', '--quiet', '--json');
    expect(JSON.parse(err).error.code).toBe('no_deal');
  });
});

test('a customer’s language may differ from the rep’s', async () => {
  const program = newUser();
  await program.run(
    'add',
    '青木工業',
    '採用イベント',
    '--language',
    'ja',
    '--proposed',
    'yesterday',
    '--today',
    '2025-07-22',
  );
  await program.run(
    'note',
    '1',
    'promised the quote',
    '--promise',
    'quote',
    '--by',
    '2025-07-22',
    '--today',
    '2025-07-22',
  );
  const { code, out } = await program.run('today', '--lang', 'en', '--today', '2025-07-22');
  expect([code, out.includes('見積書')]).toEqual([0, true]);
});

describe('without a terminal nobody is asked', () => {
  test.each([
    [['add'], 2],
    [['note', '1'], 2],
    [['ask', '1'], 2],
    [['hold', '1', '+2w'], 2],
    [['show', 'o'], 1],
  ])('%j', async (argv, expected) => {
    const user = newUser();
    for (const name of ['Aoki', 'Sato', 'Mori']) await user.run('add', name);
    const { code, err } = await user.run(...argv);
    expect(code).toBe(expected);
    expect(err).not.toBe('');
    expect((await user.run('show', '1', '--json')).out).toContain('"contacts": []');
  });

  test('and a closed standard input changes nothing', async () => {
    const user = newUser();
    expect((await user.shell('followup add <&-')).code).toBe(2);
    expect((await user.shell('followup add Aoki <&-')).code).toBe(0);
    expect((await user.shell('followup <&-')).code).toBe(0);
  });
});

describe('an export', () => {
  test('goes through a pipe and into a file as it is written with -o', async () => {
    const user = newUser();
    await user.run('add', '青木工業', 'event');
    const { code, err } = await user.shell(
      'followup export > redirected.csv && followup export -o written.csv --quiet && followup export | cat > piped.csv',
    );
    expect([code, err]).toEqual([0, '']);
    const [redirected, ...others] = ['redirected', 'written', 'piped'].map((it) =>
      readFileSync(join(user.home, `${it}.csv`)),
    );
    expect(redirected?.toString('utf8')).toMatch(/^\ufeffcustomer,[^\n]*\r\n青木工業,event,[^\n]*\r\n$/);
    for (const other of others) expect(other).toEqual(redirected);
  });

  test('that does not fit where it goes says so', async () => {
    const user = newUser();
    await user.run('add', 'Aoki');
    const { code, err } = await user.shell('followup export --json > /dev/full');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'output_failed']);
  });

  test('whose reader has seen enough is no error', async () => {
    const user = newUser();
    await user.run('demo');
    const { err } = await user.shell(
      'followup --db .local/share/followup/demo-en.db export --format json | head -c 10',
    );
    expect(err).toBe('');
  });
});

describe('exit codes', () => {
  test.each([
    [['today'], 0],
    [['list'], 0],
    [['show', '9'], 1],
    [['frobnicate'], 2],
    [['add', 'Aoki', '--goal-date', 'someday'], 2],
    [['add', 'Aoki', '--next', 'any update?'], 3],
  ])('%j ends with %i', async (argv, expected) => {
    expect((await newUser().run(...argv)).code).toBe(expected);
  });

  test('name a file that is no book, and leave it alone', async () => {
    const user = newUser();
    const file = join(user.home, 'letter.txt');
    writeFileSync(file, 'Dear Ms Aoki,\n'.repeat(100));
    const { code, err } = await user.run('--db', file, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'not_a_book']);
    expect(readFileSync(file, 'utf8')).toBe('Dear Ms Aoki,\n'.repeat(100));
    mkdirSync(join(user.home, 'folder'));
    expect((await user.run('--db', 'folder')).code).toBe(1);
  });
});

test('programs that write to the book at the same moment wait for each other', async () => {
  const user = newUser();
  await user.run('add', 'First');
  const names = Array.from({ length: 8 }, (_, n) => `Customer ${n}`);
  const ran = await Promise.all(names.map((name) => user.run('add', name, '--json')));
  expect(ran.map(({ code, err }) => [code, err])).toEqual(names.map(() => [0, '']));
  const ids = ran.map(({ out }) => JSON.parse(out).deal.id as number);
  expect(ids.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
});

test('programs that open a new book at the same moment make it once', async () => {
  const user = newUser();
  const ran = await Promise.all(['Aoki', 'Sato', 'Mori', 'Kita'].map((name) => user.run('add', name)));
  expect(ran.map(({ code, err }) => [code, err.replace(/\d/, 'n')])).toEqual(ran.map(() => [0, 'Added as deal n.\n']));
  expect(JSON.parse((await user.run('list', '--json')).out).deals).toHaveLength(4);
});
