import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const SOURCES = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();

/** From the roof down: a file may use its own floor's room and whatever lies below. */
const FLOORS: readonly (readonly string[])[] = [
  ['src'],
  ['commands'],
  ['store', 'views', 'exchange', 'terminal'],
  ['core'],
];

/** Files that are one long table, which no cut would make easier to read. */
const LONG_TABLES: Readonly<Record<string, string>> = {
  'src/store/schema.ts': 'every table of the book stands in one place',
  'src/core/codes.ts': 'every code of the trade stands in one place',
};
const LONGEST = 250;

interface Import {
  readonly from: string;
  readonly to: string;
}

const IMPORTS = SOURCES.flatMap((file) => importsOf(file));

function importsOf(file: string): Import[] {
  const text = withoutComments(readFileSync(join(ROOT, file), 'utf8'));
  const named = text.matchAll(/^\s*(?:import|export)\b[^;]*?from\s*'([^']+)'/gm);
  const bare = text.matchAll(/^\s*import\s*'([^']+)'/gm);
  const lazy = text.matchAll(/import\(\s*'([^']+)'\s*\)/g);
  return [...named, ...bare, ...lazy].map(([, to = '']) => ({ from: file, to: resolve(file, to) }));
}

function resolve(file: string, target: string): string {
  return target.startsWith('.') ? posix.join(posix.dirname(file), target) : target;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** The room a file of ours stands in: `core` for `src/core/wording/judge.ts`, `src` for `src/main.ts`. */
function roomOf(file: string): string {
  const [, room = '', ...rest] = file.split('/');
  return rest.length === 0 ? 'src' : room;
}

function isOurs(file: string): boolean {
  return file.startsWith('src/');
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room));
}

/** Code without strings and comments, in which a word is a name and not prose. */
function namesIn(file: string): string {
  return withoutComments(readFileSync(join(ROOT, file), 'utf8')).replace(
    /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g,
    "''",
  );
}

describe('the house has four floors', () => {
  test('the reader of imports sees named, type-only, bare and lazy ones', () => {
    expect(IMPORTS).toContainEqual({ from: 'src/store/store.ts', to: 'src/core/deal.ts' });
    expect(IMPORTS).toContainEqual({ from: 'src/views/day.ts', to: 'dayjs/locale/ja.js' });
    expect(IMPORTS).toContainEqual({ from: 'src/exchange/csvout.ts', to: 'csv-stringify/sync' });
    expect(IMPORTS.length).toBeGreaterThan(250);
  });

  test('every file stands in a known room', () => {
    expect(SOURCES.filter((file) => floorOf(roomOf(file)) < 0)).toEqual([]);
  });

  test('nobody reaches up, and neighbours on the middle floor do not know each other', () => {
    const wrong = IMPORTS.filter(({ from, to }) => {
      if (!isOurs(to) || roomOf(from) === roomOf(to)) return false;
      return floorOf(roomOf(to)) <= floorOf(roomOf(from));
    });
    expect(wrong).toEqual([]);
  });

  test('the trade itself needs no package at all', () => {
    expect(IMPORTS.filter(({ from, to }) => roomOf(from) === 'core' && !isOurs(to))).toEqual([]);
  });

  test('the bin starts the program and nothing else', () => {
    const bin = readFileSync(join(ROOT, 'bin/followup.js'), 'utf8');
    const imported = [...bin.matchAll(/(?:from |import\(|require\()'([^']+)'/g)].map(([, to = '']) => to);
    expect(imported).toEqual(['../dist/start.cjs']);
    expect(bin.split('\n').length).toBeLessThan(20);
  });
});

describe('the outside world comes in by one door', () => {
  const DOORS = ['src/start.ts', 'src/system.ts'];
  const beyondTheDoor = SOURCES.filter((file) => !DOORS.includes(file) && roomOf(file) !== 'terminal');

  test.each([
    ['the console', /(?<![.\w])console\b/],
    ['the clock', /new Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b|\bdayjs\(\s*\)|\bhrtime\b/],
    ['chance', /\bMath\.random\b|\brandomUUID\b/],
  ])('only the start, the composition root and the terminal touch %s', (_what, name) => {
    expect(beyondTheDoor.filter((file) => name.test(namesIn(file)))).toEqual([]);
  });

  test('nor do others touch the process, but for the connection to a server: its driver reads the environment itself', () => {
    const touching = beyondTheDoor.filter((file) => /(?<![.\w])process\b(?!:)/.test(namesIn(file)));
    expect(touching).toEqual(['src/store/serverconnection.ts']);
  });

  test.each(['kysely', 'better-sqlite3'])('only the store knows %s', (name) => {
    const others = IMPORTS.filter(({ from, to }) => to.split('/')[0] === name && roomOf(from) !== 'store');
    expect(others).toEqual([]);
  });

  test('only the terminal knows the prompts and the colours', () => {
    const others = IMPORTS.filter(
      ({ from, to }) => /^(@inquirer\/|inquirer|chalk)/.test(to) && roomOf(from) !== 'terminal',
    );
    expect(others).toEqual([]);
  });

  test('views neither read nor write files', () => {
    expect(IMPORTS.filter(({ from, to }) => roomOf(from) === 'views' && to.startsWith('node:'))).toEqual([]);
  });
});

describe('files stay small enough to read in one sitting', () => {
  const linesOf = (file: string): number => readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length;

  test(`no file is longer than ${LONGEST} lines without a reason`, () => {
    expect(SOURCES.filter((file) => linesOf(file) > LONGEST && !(file in LONG_TABLES))).toEqual([]);
  });

  test('no excuse outlives its long file', () => {
    expect(Object.keys(LONG_TABLES).filter((file) => linesOf(file) <= LONGEST)).toEqual([]);
  });

  test('no file is named after nothing in particular', () => {
    expect(SOURCES.filter((file) => /utils?|helpers?|common|manager|service|handler|impl/i.test(file))).toEqual([]);
  });
});
