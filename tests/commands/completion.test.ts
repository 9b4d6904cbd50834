import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANGLE_CODES, MATERIAL_CODES } from '../../src/core/codes.ts';
import { CHANNELS, LANGUAGES } from '../../src/core/deal.ts';
import { isShellSafe, SHELLS, unquoted } from '../../src/core/shell.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';

const OLD_BOOK = join(import.meta.dirname, '..', 'fixtures', 'books', '002-wanted.db');

/** What a shell is told when Tab is pressed behind these words; the last one is being typed. */
async function tab(desk: Desk, words: readonly string[], shell = 'zsh') {
  const { code, out, err } = await desk.run('__complete', shell, `=${words.at(-1)}`, ...words.slice(0, -1));
  expect([code, err]).toEqual([0, '']);
  const [kind = '', ...lines] = out.split('\n');
  const pairs = lines.map((line) => line.split('\t'));
  return { kind, words: pairs.map(([word = '']) => word), about: pairs.map(([, about = '']) => about) };
}

async function deskOf(...deals: readonly (readonly [customer: string, title: string])[]): Promise<Desk> {
  const desk = await setUpDesk({ onDisk: true });
  for (const [customer, title] of deals) await desk.run('add', `--customer=${customer}`, `--title=${title}`);
  return desk;
}

describe('what is offered', () => {
  test.each<readonly [line: readonly string[], words: readonly string[]]>([
    [['dr'], ['draft']],
    [['re'], ['review', 'reopen', 'redo', 'restore']],
    [['--lang', 'ja', 'sh'], ['show']],
    [['--lang', ''], LANGUAGES],
    [['--lang=j'], ['--lang=ja']],
    [['--al'], ['--all']],
    [
      ['note', '1', '--an'],
      ['--angle', '--answered', '--answer'],
    ],
    [['note', '1', '--channel', ''], CHANNELS],
    [['note', '1', '--channel', 'phone', '--chan'], []],
    [
      ['note', '1', '--from', ''],
      ['us', 'them'],
    ],
    [['note', '1', '--needs', ''], MATERIAL_CODES],
    [['note', '1', '--needs', 'quote,se'], ['quote,security']],
    [['note', '1', '--needs', 'sla,sl'], []],
    [['draft', '1', '--angle', ''], ANGLE_CODES],
    [['draft', '1', '--fill', 'place=x', '--fi'], ['--fill']],
    [['draft', '1', '--', '--an'], []],
    [
      ['add', '--kind', ''],
      ['small', 'mid', 'system'],
    ],
    [
      ['import', '--kind', ''],
      ['deals', 'contacts'],
    ],
    [['list', '--sort', 'd'], ['decision']],
    [
      ['list', '--state', 'd'],
      ['declined', 'dormant'],
    ],
    [
      ['close', '1', 'w'],
      ['won', 'withdrawn'],
    ],
    [['close', '1', 'lost', '--reason', 'bud'], ['budget']],
    [['review', '--from', ''], []],
    [
      ['config', ''],
      ['list', 'get', 'set', 'unset'],
    ],
    [['config', 'set', 'la'], ['lang']],
    [['config', 'set', 'hol'], ['holidays']],
    [['config', 'set', 'lang', ''], LANGUAGES],
    [['help', 'exit'], ['exit-codes']],
    [['help', 'me'], ['method']],
    [['completion', ''], SHELLS],
    [['nothing-of-ours', ''], []],
    [['today', 'x', ''], []],
  ])('%j', async (line, words) => {
    const offered = (await tab(await setUpDesk(), line)).words;
    expect(offered).toEqual(words);
  });

  test.each([
    [['--db', 'bo']],
    [['import', '']],
    [['restore', '']],
    [['draft', '1', '--eml', '']],
    [['export', '-o', '']],
  ])('%j is a file, which the shell knows better', async (line) => {
    expect(await tab(await setUpDesk(), line)).toMatchObject({ kind: 'files', words: [] });
  });

  test('codes mean something in the rep’s language', async () => {
    const { about } = await tab(await setUpDesk(), ['--lang', 'ja', 'draft', '1', '--angle', 'promise']);
    expect(about).toEqual(['お約束の履行']);
  });

  test('bash takes a value apart from its flag', async () => {
    const desk = await setUpDesk();
    expect((await tab(desk, ['--lang', '=', 'j'], 'bash')).words).toEqual(['ja']);
    expect((await tab(desk, ['--lang', '='], 'bash')).words).toEqual(['en', 'ja']);
  });
});

describe('deals', () => {
  const DEALS = [
    ['Aoki Kogyo', 'hiring event'],
    ['Abe Kogyo', 'stand'],
    ['青木工業', '採用イベント'],
    ['林 フーズ', '受発注'],
    ['Aoki Kogyo', 'second stand'],
  ] as const;

  test.each<readonly [typed: string, shell: string, kind: string, words: readonly string[]]>([
    ['', 'zsh', 'words', ['5', '4', '3', '2', '1']],
    ['', 'bash', 'words', ['Aoki Kogyo second stand', '林 フーズ', '青木工業', 'Abe Kogyo', 'Aoki Kogyo hiring event']],
    ['3', 'zsh', 'words', ['3']],
    ['ＡＯＫＩ', 'zsh', 'words', ['Aoki Kogyo hiring event', 'Aoki Kogyo second stand']],
    ['ab', 'bash', 'words', ['Abe Kogyo']],
    ['青', 'bash', 'words', ['青木工業']],
    ['フー', 'bash', 'others', ['林 フーズ']],
    ['kogyo', 'fish', 'others', ['Aoki Kogyo hiring event', 'Abe Kogyo', 'Aoki Kogyo second stand']],
    ['kogyo', 'bash', 'words', []],
    ['nobody', 'zsh', 'words', []],
  ])('%j in %s', async (typed, shell, kind, words) => {
    const desk = await deskOf(...DEALS);
    expect(await tab(desk, ['show', typed], shell)).toMatchObject({ kind, words });
    expect((await tab(desk, ['--lang', 'ja', '--json', 'note', typed], shell)).words).toEqual(words);
  });

  test('numbers say which deal they are', async () => {
    const desk = await deskOf(...DEALS);
    expect((await tab(desk, ['why', '2'])).about).toEqual(['Abe Kogyo — stand']);
  });

  test('are those of the book that is named before', async () => {
    const desk = await deskOf(['Aoki', 'here']);
    const other = join(desk.folder, 'other.db');
    await desk.run('--db', other, 'add', 'Mori', 'there');
    expect((await tab(desk, ['--db', other, 'show', 'm'])).words).toEqual(['Mori']);
    expect((await tab(desk, ['show', 'm'])).words).toEqual([]);
  });

  test('are twenty at most', async () => {
    const desk = await setUpDesk({ onDisk: true });
    const rows = Array.from({ length: 150 }, (_, n) => `Customer ${n},stand`);
    writeFileSync(join(desk.folder, 'deals.csv'), ['customer,title', ...rows].join('\n'));
    await desk.run('import', join(desk.folder, 'deals.csv'));
    for (const typed of ['', '1', 'cust', 'stand']) {
      expect((await tab(desk, ['show', typed])).words).toHaveLength(20);
    }
  });

  test.each([
    ['a name with a command in it', '$(touch x) Ltd'],
    ['a name with a backtick', 'A `touch x`'],
    ['a name that goes on', 'A & touch x'],
    ['a name in quotes', 'The "A" Company'],
    ['a name with an apostrophe', "O'Brien"],
    ['a name with a curly quote', 'O’Brien'],
    ['a name of two lines', 'A\ntouch x'],
    ['a name that moves the cursor', 'A\u001b[2J'],
    ['a name that runs backwards', 'A\u202eB'],
    ['a name like an option', '--force'],
    ['a name like a number', '12'],
    ['a name like a home', '~root'],
  ])('%s is left to its number', async (_what, name) => {
    const desk = await deskOf([name, 'x']);
    for (const shell of SHELLS) {
      const { words } = await tab(desk, ['show', name.replace(/^\W+/, '').slice(0, 1)], shell);
      expect(words.filter((word) => word !== '1')).toEqual([]);
    }
  });
});

describe('nothing is changed or said by looking', () => {
  test('no book is made', async () => {
    const desk = await setUpDesk();
    expect((await tab(desk, ['--db', join(desk.folder, 'none', 'new.db'), 'show', ''])).words).toEqual([]);
    expect(readdirSync(desk.folder)).toEqual([]);
  });

  test('a book stays as it is, and so does its folder', async () => {
    const desk = await deskOf(['Aoki', 'x']);
    const state = () => [
      createHash('sha256').update(readFileSync(desk.bookFile)).digest('hex'),
      readdirSync(desk.folder),
    ];
    await desk.store.close();
    const before = state();
    expect((await tab(desk, ['show', 'a'])).words).toEqual(['Aoki']);
    expect(state()).toEqual(before);
  });

  test('an older book is not brought up to date', async () => {
    const desk = await setUpDesk();
    const file = join(desk.folder, 'old.db');
    copyFileSync(OLD_BOOK, file);
    expect((await tab(desk, ['--db', file, 'show', ''])).words).toEqual([]);
    expect(readFileSync(file).equals(readFileSync(OLD_BOOK))).toBe(true);
    expect(existsSync(join(desk.folder, 'backups'))).toBe(false);
  });

  test.each([
    ['a file that is no book', ['--db', OLD_BOOK.replace(/\.db$/, '.test'), 'show', '']],
    ['a folder', ['--db', import.meta.dirname, 'show', '']],
    ['a language half typed', ['--lang', 'j', 'sh']],
    ['a day half typed', ['--today', '2025-', 'sh']],
    ['a server', ['--db', 'postgres://nowhere/x', 'show', '']],
  ])('%s is no error', async (_what, line) => {
    await tab(await setUpDesk(), line);
  });

  test('whatever stands on the line', async () => {
    const desk = await deskOf(['Aoki', 'x']);
    const word = fc.oneof(
      fc.constantFrom('show', 'note', '--db', '--lang', '--', '-', '--needs', '"', "'", '=', 'config', 'set', 'help'),
      fc.string({ unit: 'grapheme' }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...SHELLS),
        async (line, shell) => {
          const { kind } = await tab(desk, line, shell);
          expect(['words', 'others', 'unfinished', 'files']).toContain(kind);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a word as it was typed', () => {
  test.each([
    ['plain', 'plain'],
    ['"Aoki Ko', 'Aoki Ko'],
    ["'Aoki Ko'", 'Aoki Ko'],
    ['Aoki\\ Ko', 'Aoki Ko'],
    ['"a \\"b\\" c"', 'a "b" c'],
    ["--db='my book.db'", '--db=my book.db'],
    ['$(touch x)', '$(touch x)'],
    ['', ''],
  ])('%s means %s', (typed, meant) => {
    expect(unquoted(typed)).toBe(meant);
  });

  test('what is called safe has no sign that works within quotes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (isShellSafe(text)) expect(text).not.toMatch(/["'`$\\!]/);
        expect(isShellSafe(`${text}$(x)`)).toBe(false);
      }),
    );
  });
});

describe('completion <shell>', () => {
  test.each(SHELLS)('prints what %s is to evaluate', async (shell) => {
    const desk = await setUpDesk();
    const { code, out, err } = await desk.run('completion', shell);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`followup __complete ${shell} "=`);
    // Nothing that is answered is evaluated.
    expect(out).not.toMatch(/\beval\b|compgen|Invoke-Expression/);
    expect(await desk.json('completion', shell)).toEqual({ shell, script: out });
  });

  test('says where it belongs to somebody who looks at it, in two lines', async () => {
    for (const language of LANGUAGES) {
      const desk = await setUpDesk({ width: 80, language });
      const { err } = await desk.run('completion', 'bash');
      expect(err.split('\n')).toHaveLength(2);
      expect(err).toContain('eval "$(followup completion bash)"');
      expect((await desk.run('completion', 'bash', '--quiet')).out).not.toContain('~/.bashrc');
    }
  });

  test('knows four shells', async () => {
    const desk = await setUpDesk();
    expect((await desk.run('completion', 'tcsh')).code).toBe(2);
    expect((await desk.run('completion')).code).toBe(2);
  });
});
