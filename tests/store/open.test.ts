import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { blankDeal } from '../../src/core/deal.ts';
import { toStoreFailure } from '../../src/store/failure.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { cellOf, openStore } from '../support/book.ts';
import { freshFolder } from '../support/folder.ts';

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

async function bookWithOneDeal(file: string): Promise<void> {
  const store = await openStore(file);
  await store.change('add', (book) => book.addDeal(blankDeal('Aoki')));
  await store.close();
}

describe('a new book', () => {
  test('makes the folders on the way to it, for its owner only', async () => {
    const home = join(freshFolder(), 'share', 'followup');
    const file = join(home, 'followup.db');
    await bookWithOneDeal(file);
    expect([modeOf(home), modeOf(file)]).toEqual(['700', '600']);
  });

  test('is private whatever the umask says', async () => {
    const file = join(freshFolder(), 'book.db');
    const before = process.umask(0);
    try {
      await bookWithOneDeal(file);
    } finally {
      process.umask(before);
    }
    expect(modeOf(file)).toBe('600');
  });

  test('carries the mark of this program and the number of its schema', async () => {
    const file = join(freshFolder(), 'book.db');
    await bookWithOneDeal(file);
    expect(await cellOf(file, 'pragma application_id')).toBe(0x46557031);
    expect(await cellOf(file, 'pragma user_version')).toBe(MIGRATIONS.length);
    expect(await cellOf(file, 'pragma journal_mode')).toBe('wal');
  });

  test('keeps its permissions when its owner has opened it to a group', async () => {
    const file = join(freshFolder(), 'book.db');
    await bookWithOneDeal(file);
    chmodSync(file, 0o640);
    await (await openStore(file)).close();
    expect(modeOf(file)).toBe('640');
  });

  test('has strict tables only', async () => {
    const file = join(freshFolder(), 'book.db');
    await bookWithOneDeal(file);
    const loose = await cellOf(
      file,
      "select group_concat(name) from pragma_table_list where schema = 'main' and type = 'table' and not strict and name not like 'sqlite_%'",
    );
    expect(loose).toBeNull();
  });

  test('refuses a contact of a deal that does not exist', async () => {
    const store = await openStore(':memory:');
    const contact = {
      on: '2025-07-22',
      from: 'us',
      channel: 'email',
      angle: null,
      statusOnly: false,
      gives: false,
      noAnswer: false,
      text: '',
    } as const;
    await expect(store.change('note', (book) => book.recordContact(9, contact as never))).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_FOREIGNKEY',
    });
    await store.close();
  });
});

describe('a book that is there already', () => {
  test('is found again with all that was in it', async () => {
    const file = join(freshFolder(), 'book.db');
    await bookWithOneDeal(file);
    const store = await openStore(file);
    expect(await store.deals({})).toMatchObject([{ id: 1, customer: 'Aoki', slots: [], booked: false }]);
    await store.close();
  });

  test('is refused, byte for byte untouched, when a newer version made it', async () => {
    const file = join(freshFolder(), 'book.db');
    await bookWithOneDeal(file);
    const newer = new Database(file);
    newer.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    newer.close();
    const before = readFileSync(file);
    await expect(openStore(file)).rejects.toMatchObject({ code: 'newer_book', facts: { file } });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('is refused untouched when it is somebody else’s database', async () => {
    const file = join(freshFolder(), 'photos.db');
    const other = new Database(file);
    other.exec('create table photo (id integer primary key); insert into photo values (1)');
    other.close();
    const before = readFileSync(file);
    await expect(openStore(file)).rejects.toMatchObject({ code: 'not_a_book' });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('is refused untouched when another program’s mark is on an empty database', async () => {
    const file = join(freshFolder(), 'other.db');
    const other = new Database(file);
    other.pragma('application_id = 1234');
    other.exec('create table t (id integer)');
    other.close();
    const before = readFileSync(file);
    await expect(openStore(file)).rejects.toMatchObject({ code: 'not_a_book' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('is refused untouched when it is no database at all', async () => {
    const file = join(freshFolder(), 'letter.txt');
    const letter = 'Dear Ms Aoki,\n'.repeat(200);
    writeFileSync(file, letter);
    await expect(openStore(file)).rejects.toMatchObject({ code: 'not_a_book' });
    expect(readFileSync(file, 'utf8')).toBe(letter);
  });

  test('is made in an empty file, such as a temporary one', async () => {
    const file = join(freshFolder(), 'empty.db');
    writeFileSync(file, '');
    await bookWithOneDeal(file);
    expect(await cellOf(file, 'select count(*) from deal')).toBe(1);
  });

  test('cannot be a folder, nor lie in a file', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'book.db'));
    writeFileSync(join(folder, 'file'), '');
    await expect(openStore(join(folder, 'book.db'))).rejects.toMatchObject({ code: 'book_not_openable' });
    await expect(openStore(join(folder, 'file', 'book.db'))).rejects.toMatchObject({ code: 'book_not_openable' });
  });
});

describe('what goes wrong with a file is told by its cause', () => {
  test.each([
    ['SQLITE_NOTADB', 'not_a_book'],
    ['SQLITE_CORRUPT', 'damaged_book'],
    ['SQLITE_CORRUPT_INDEX', 'damaged_book'],
    ['SQLITE_BUSY', 'book_busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'book_busy'],
    ['SQLITE_READONLY_DIRECTORY', 'book_not_writable'],
    ['EACCES', 'book_not_writable'],
    ['SQLITE_CANTOPEN', 'book_not_openable'],
    ['EISDIR', 'book_not_openable'],
    ['SQLITE_FULL', 'disk_full'],
    ['ENOSPC', 'disk_full'],
  ])('%s is %s', (code, expected) => {
    expect(toStoreFailure(Object.assign(new Error('…'), { code }), 'book.db')).toMatchObject({ code: expected });
  });

  test('a mistake of ours stays one', () => {
    const bug = new TypeError('undefined is not a function');
    expect(toStoreFailure(bug, 'book.db')).toBe(bug);
  });
});
