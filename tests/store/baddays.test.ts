import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { blankDeal, LANGUAGES } from '../../src/core/deal.ts';
import { Failure } from '../../src/core/failure.ts';
import { Book } from '../../src/store/book.ts';
import { toStoreFailure } from '../../src/store/failure.ts';
import { Journal } from '../../src/store/journal.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openEngine } from '../../src/store/open.ts';
import { failureText } from '../../src/views/failure.ts';
import { wordsOf } from '../../src/views/words.ts';
import { cellOf, contentsOf, NOON, openStore } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshFolder } from '../support/folder.ts';
import { buildIfOld, newUser } from '../support/program.ts';

beforeAll(buildIfOld, 120_000);

const PAGE = 4096;

async function bookOf(file: string, deals: number): Promise<void> {
  const store = await openStore(file);
  await store.change('import', async (book) => {
    for (let n = 1; n <= deals; n += 1) await book.addDeal({ ...blankDeal(`Customer ${n}`), goal: 'x'.repeat(200) });
  });
  await store.close();
}

/** Writes garbage over pages of the file, from this one on. */
function scribble(file: string, from: number, pages: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xaa, from * PAGE, (from + pages) * PAGE);
  writeFileSync(file, bytes);
}

const BAD_DAYS: readonly (readonly [what: string, code: string, spoil: (file: string) => void])[] = [
  ['a letter', 'not_a_book', (file) => writeFileSync(file, 'Dear Ms Aoki,\n'.repeat(500))],
  ['a book whose first page is garbage', 'not_a_book', (file) => scribble(file, 0, 1)],
  ['a book with garbage in the middle', 'damaged_book', (file) => scribble(file, 3, 30)],
  ['a book that was cut off', 'damaged_book', (file) => truncateSync(file, 10 * PAGE)],
  [
    'a book with a list in it that cannot be read',
    'damaged_book',
    (file) => withDatabase(file, (database) => database.exec("update deal set slots = '[\"2026'")),
  ],
  [
    'a book of a newer version',
    'newer_book',
    (file) => withDatabase(file, (database) => database.pragma(`user_version = ${MIGRATIONS.length + 1}`)),
  ],
  [
    'a book cut down to nothing, of which there are backups',
    'emptied_book',
    (file) => {
      mkdirSync(join(file, '..', 'backups'));
      renameSync(file, join(file, '..', 'backups', 'book-2025-07-01-090000.db'));
      writeFileSync(file, '');
    },
  ],
];

function withDatabase(file: string, work: (database: Database.Database) => void): void {
  const database = new Database(file);
  work(database);
  database.close();
}

describe('a bad day is told by its name, with what is safe and what to do, and no byte is changed', () => {
  for (const language of LANGUAGES) {
    test.each(BAD_DAYS)(`%s: %s (${language})`, async (_what, code, spoil) => {
      const desk = await setUpDesk({ onDisk: true, language });
      const file = join(desk.folder, 'book.db');
      await bookOf(file, 120);
      spoil(file);
      const before = readFileSync(file);
      for (const command of ['list', 'today']) {
        const ran = await desk.run(command, '--db', file, '--json');
        expect([ran.code, ran.out]).toEqual([1, '']);
        const { error } = JSON.parse(ran.err);
        expect(error.code).toBe(code);
        expect(error.message).toContain(file);
        expect(error.hint.length).toBeGreaterThan(20);
      }
      expect(readFileSync(file).equals(before)).toBe(true);
    });
  }

  test.each(LANGUAGES)('a config file that cannot be used (%s)', async (language) => {
    const desk = await setUpDesk({ language });
    const file = join(desk.folder, 'config.json');
    writeFileSync(file, '{ "lang": ');
    const { code, err } = await desk.run('list', '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'bad_config']);
    expect(JSON.parse(err).error.message).toContain(file);
    expect(readFileSync(file, 'utf8')).toBe('{ "lang": ');
  });
});

test('a lock that does not clear within the stated time is a failure, and the wait is no longer than that', async () => {
  const file = join(freshFolder(), 'book.db');
  await bookOf(file, 1);
  const other = new Database(file);
  other.exec('begin immediate');
  const store = await openStore(file, { busyTimeoutMs: 30 });
  const failed = await store.change('add', (book) => book.addDeal(blankDeal('Sato'))).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 'book_busy', exitCode: 1 });
  // Reading goes on meanwhile.
  expect(await store.dealCount()).toBe(1);
  other.exec('rollback');
  other.close();
  expect(await store.change('add', (book) => book.addDeal(blankDeal('Sato')))).toBe(2);
  await store.close();
});

describe('closed doors', () => {
  const BOOK = '.local/share/followup/followup.db';

  test.each([
    ['a file that may not be written to', BOOK, 0o400],
    ['a folder that may not be written to', '.local/share/followup', 0o500],
  ])('%s', async (_what, path, mode) => {
    const user = newUser({}, { meetsClosedDoors: true });
    await user.run('add', 'Aoki');
    const before = readFileSync(join(user.home, BOOK));
    chmodSync(join(user.home, path), mode);
    const { code, err } = await user.run('add', 'Sato', '--json');
    chmodSync(join(user.home, path), 0o700);
    expect([code, JSON.parse(err).error.code]).toEqual([1, expect.stringMatching(/^book_not_(writable|openable)$/)]);
    expect(readFileSync(join(user.home, BOOK)).equals(before)).toBe(true);
  });

  test('a config file that may not be read', async () => {
    const user = newUser({}, { meetsClosedDoors: true });
    await user.run('config', 'set', 'name', 'Keiko Mori');
    chmodSync(join(user.home, '.config/followup/config.json'), 0);
    const { code, err } = await user.run('list', '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'bad_config']);
  });
});

describe('a full disk', () => {
  test('leaves every byte of the book as it was, and what was recorded before readable', async () => {
    const user = newUser();
    await user.run('add', 'Aoki', '--db', 'book.db');
    const file = join(user.home, 'book.db');
    const before = readFileSync(file);
    const rows = Array.from({ length: 3000 }, (_, n) => `Customer ${n},${'x'.repeat(100)}`);
    writeFileSync(join(user.home, 'deals.csv'), `Customer,Goal\n${rows.join('\n')}\n`);
    // In units of 1024 bytes: enough to begin, too little to end.
    const { code, err } = await user.shell('ulimit -f 400; followup --db book.db import deals.csv --json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'disk_full']);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(JSON.parse((await user.run('list', '--db', 'book.db', '--json')).out).deals).toHaveLength(1);
  });

  test('is told by the database itself', async () => {
    const file = join(freshFolder(), 'book.db');
    await bookOf(file, 5);
    const before = await contentsOf(file);
    const { db } = await openEngine(file, () => NOON);
    await sql.raw(`pragma max_page_count = ${await cellOf(file, 'pragma page_count')}`).execute(db);
    const many = db.transaction().execute(async (transaction) => {
      const book = new Book(transaction, new Journal(transaction, 'import', NOON));
      for (let n = 0; n < 500; n += 1) await book.addDeal({ ...blankDeal('Sato'), goal: 'x'.repeat(500) });
    });
    const error = await many.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'SQLITE_FULL' });
    expect(toStoreFailure(error, file)).toMatchObject({ code: 'disk_full', exitCode: 1 });
    await db.destroy();
    expect(await contentsOf(file)).toEqual(before);
  });
});

test('a migration that is killed halfway leaves the old version whole', async () => {
  const file = join(freshFolder(), 'book.db');
  await bookOf(file, 50);
  const before = await contentsOf(file);
  const script = `
    const database = new (require('better-sqlite3'))(${JSON.stringify(file)});
    database.pragma('cache_size = 5');
    database.exec('begin immediate; alter table deal add column mood text');
    for (let n = 0; n < 20; n += 1) database.exec("update deal set mood = hex(randomblob(500))");
    database.pragma('user_version = ${MIGRATIONS.length + 1}');
    process.kill(process.pid, 'SIGKILL');`;
  const { signal } = spawnSync(process.execPath, ['-e', script], { cwd: process.cwd() });
  expect(signal).toBe('SIGKILL');
  // What it had done so far is on the disk, beside the book.
  expect(existsSync(`${file}-wal`)).toBe(true);
  const store = await openStore(file);
  expect(await store.dealCount()).toBe(50);
  await store.close();
  expect(await cellOf(file, 'pragma user_version')).toBe(MIGRATIONS.length);
  expect(await cellOf(file, "select count(*) from pragma_table_info('deal') where name = 'mood'")).toBe(0);
  expect(await contentsOf(file)).toEqual(before);
});

test.each(LANGUAGES)('every failure of the book says in %s what is safe and what to do', (language) => {
  const codes = ['not_a_book', 'newer_book', 'damaged_book', 'emptied_book', 'book_busy', 'book_not_writable'];
  const others = ['book_not_openable', 'disk_full', 'disk_failing', 'backup_disk_full', 'backup_unsound'];
  const safe =
    language === 'en'
      ? /(nothing (was|is)|left as it was|thrown away|are there)/i
      : /(何も変|そのまま|無事|捨て|残って)/;
  for (const code of [...codes, ...others]) {
    const { message, hint } = failureText(new Failure(code, { file: 'book.db', backup: 'b.db' }), wordsOf(language));
    expect([code, message !== code, safe.test(hint)]).toEqual([code, true, true]);
  }
});
