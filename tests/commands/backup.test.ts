import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { blankDeal, LANGUAGES } from '../../src/core/deal.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import type { Migration } from '../../src/store/migrations/migration.ts';
import { restoreBook } from '../../src/store/restore.ts';
import { openStore as openStoreAt } from '../../src/store/store.ts';
import { cellOf, contentsOf, NOON, openStore } from '../support/book.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';

const released = [...MIGRATIONS];
const list = MIGRATIONS as Migration[];
afterEach(() => void list.splice(0, list.length, ...released));

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

async function deskWith(...names: readonly string[]): Promise<Desk & { backups: string }> {
  const desk = await setUpDesk({ onDisk: true });
  // Nobody has the book open between two commands.
  await desk.store.close();
  for (const name of names) expect((await desk.run('add', name)).code).toBe(0);
  return { ...desk, backups: join(desk.folder, 'backups') };
}

async function failureOf(desk: Desk, ...argv: string[]): Promise<[code: number, error: string]> {
  const { code, err } = await desk.run(...argv, '--json');
  return [code, JSON.parse(err).error.code];
}

describe('backup', () => {
  test('writes the whole book beside it, dated, for its owner only', async () => {
    const desk = await deskWith('Aoki', 'Sato');
    await desk.run('note', '1', 'called', '--channel', 'phone');
    const { file, deals, bytes } = await desk.json('backup');
    expect(file).toMatch(/backups\/followup-2025-07-2\d-\d{6}\.db$/);
    expect([deals, bytes]).toEqual([2, statSync(file).size]);
    expect(await contentsOf(file)).toEqual(await contentsOf(desk.bookFile));
    expect(await cellOf(file, 'select count(*) from change')).toBe(
      await cellOf(desk.bookFile, 'select count(*) from change'),
    );
    expect([modeOf(desk.backups), modeOf(file)]).toEqual(['700', '600']);
    expect(readdirSync(desk.backups)).toHaveLength(1);
  });

  test('made twice in a second makes two files', async () => {
    const desk = await deskWith('Aoki');
    const files = [(await desk.json('backup')).file, (await desk.json('backup')).file];
    expect(new Set(files).size).toBe(2);
    expect(readdirSync(desk.backups)).toHaveLength(2);
  });

  test('goes where it is told, and replaces nothing unless told', async () => {
    const desk = await deskWith('Aoki');
    const file = join(desk.folder, 'usb', 'copy.db');
    expect((await desk.json('backup', file)).file).toBe(file);
    const before = readFileSync(file);
    await desk.run('add', 'Sato');
    expect(await failureOf(desk, 'backup', file)).toEqual([2, 'file_exists']);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect((await desk.json('backup', file, '--force')).deals).toBe(2);
  });

  test('works while another program writes, and holds what was there when it was made', async () => {
    const desk = await deskWith('Aoki');
    const other = new Database(desk.bookFile);
    other.exec("begin immediate; update deal set customer = 'Sato'");
    const { file } = await desk.json('backup');
    other.exec('commit');
    other.close();
    expect(await cellOf(file, 'select customer from deal')).toBe('Aoki');
  });

  test('holds nothing of what was deleted before', async () => {
    const desk = await deskWith('Aoki', 'Unmistakable Ltd', 'Sato');
    await desk.run('undo', '2');
    await desk.run('add', 'Mori');
    expect(readFileSync((await desk.json('backup')).file).includes('Unmistakable')).toBe(false);
  });

  test.each(LANGUAGES)('says where it is (%s)', async (language) => {
    const desk = await setUpDesk({ onDisk: true, language });
    const { out } = await desk.run('backup', join(desk.folder, 'copy.db'));
    expect(out).toContain(join(desk.folder, 'copy.db'));
  });

  test('that cannot be written leaves nothing behind', async () => {
    const desk = await deskWith('Aoki');
    writeFileSync(join(desk.folder, 'file'), '');
    expect(await failureOf(desk, 'backup', join(desk.folder, 'file', 'copy.db'))).toEqual([1, 'backup_not_writable']);
    expect(existsSync(desk.backups)).toBe(false);
  });

  test('of a damaged book fails, names the book, and leaves nothing behind', async () => {
    const desk = await deskWith(...Array.from({ length: 20 }, (_, n) => `Customer ${n}`));
    const bytes = readFileSync(desk.bookFile);
    // The last leaf of the deals: opening the book does not meet it, copying does.
    bytes.fill(0xaa, bytes.lastIndexOf('Customer 19') - 2000, bytes.lastIndexOf('Customer 19') + 20);
    writeFileSync(desk.bookFile, bytes);
    const { code, err } = await desk.run('backup', '--json');
    expect([code, JSON.parse(err).error]).toMatchObject([1, { code: 'damaged_book' }]);
    expect(JSON.parse(err).error.message).toContain(desk.bookFile);
    expect(existsSync(desk.backups) ? readdirSync(desk.backups) : []).toEqual([]);
  });
});

describe('before something that changes much', () => {
  const addMood: Migration = {
    name: '999-mood',
    async up(schema) {
      await schema.alterTable('deal').addColumn('mood', 'text').execute();
    },
  };

  test('a backup is made, of which a few are kept, and those that were asked for are', async () => {
    const desk = await deskWith('Aoki');
    const asked = (await desk.json('backup')).file;
    const made: string[] = [];
    const instants = Array.from({ length: 8 }, (_, n) => `2025-07-22T03:00:0${n}.000Z`);
    const store = await openStoreAt(desk.bookFile, () => instants[made.length] ?? NOON);
    while (made.length < instants.length) {
      const file = (await store.backUpBefore('import'))?.file ?? '';
      utimesSync(file, 1_750_000_000 + made.length, 1_750_000_000 + made.length);
      made.push(file);
    }
    await store.close();
    expect(new Set(made).size).toBe(8);
    expect(made.filter((file) => existsSync(file))).toEqual(made.slice(-5));
    expect(existsSync(asked)).toBe(true);
  });

  test('a book in memory has none, and needs none', async () => {
    const store = await openStore(':memory:');
    expect(await store.backUpBefore('import')).toBeNull();
    await store.close();
  });

  test('a migration is one', async () => {
    const desk = await deskWith('Aoki');
    list.push(addMood);
    expect((await desk.run('list')).code).toBe(0);
    const [name = '', ...rest] = readdirSync(desk.backups);
    expect([name, rest]).toEqual([expect.stringMatching(/-before-migration\.db$/), []]);
    expect(await cellOf(join(desk.backups, name), 'pragma user_version')).toBe(released.length);
    expect(await cellOf(desk.bookFile, 'pragma user_version')).toBe(released.length + 1);
    await desk.run('list');
    expect(readdirSync(desk.backups)).toHaveLength(1);
  });

  test('nothing is migrated where its backup cannot be made', async () => {
    const desk = await deskWith('Aoki');
    const before = readFileSync(desk.bookFile);
    writeFileSync(desk.backups, 'a file, not a folder');
    list.push(addMood);
    expect(await failureOf(desk, 'list')).toEqual([1, 'backup_not_writable']);
    expect(readFileSync(desk.bookFile).equals(before)).toBe(true);
  });
});

describe('restore', () => {
  test('brings the backup back, keeps the present book aside, and is taken back by that', async () => {
    const desk = await deskWith('Aoki', 'Sato');
    const { file } = await desk.json('backup');
    await desk.run('edit', '1', '--customer', 'Aoki Group');
    await desk.run('add', 'Mori');
    const [old, present] = [await contentsOf(file), await contentsOf(desk.bookFile)];
    const { aside, deals } = await desk.json('restore', file, '--yes');
    expect(deals).toBe(2);
    expect(await contentsOf(desk.bookFile)).toEqual(old);
    expect(await contentsOf(aside)).toEqual(present);
    expect((await desk.json('restore', aside, '--yes')).deals).toBe(3);
    expect(await contentsOf(desk.bookFile)).toEqual(present);
    expect(existsSync(`${desk.bookFile}.incoming`)).toBe(false);
    // The book goes on as if nothing had been.
    expect((await desk.json('add', 'Kita')).deal.id).toBe(4);
    expect((await desk.json('undo')).command).toBe('add');
  });

  test('leaves the backup as it is', async () => {
    const desk = await deskWith('Aoki');
    const { file } = await desk.json('backup');
    const before = readFileSync(file);
    await desk.run('restore', file, '--yes');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  test('takes a plain copy of a book that was open, with its second file', async () => {
    const desk = await deskWith('Aoki');
    const store = await openStore(desk.bookFile);
    await store.change('add', (book) => book.addDeal(blankDeal('Sato')));
    const copy = join(desk.folder, 'copy.db');
    for (const end of ['', '-wal']) copyFileSync(desk.bookFile + end, copy + end);
    await store.close();
    await desk.run('undo');
    expect((await desk.json('restore', copy, '--yes')).deals).toBe(2);
  });

  test('asks on a terminal, and a "no" changes nothing', async () => {
    const desk = await deskWith('Aoki');
    const { file } = await desk.json('backup');
    await desk.run('add', 'Sato');
    expect((await desk.answering([false], 'restore', file)).code).toBe(130);
    expect((await desk.json('list')).deals).toHaveLength(2);
    const { code, transcript } = await desk.answering([true], 'restore', file);
    expect([code, transcript.includes(file)]).toEqual([0, true]);
    expect(transcript).toMatch(/followup restore ".*-before-restore\.db"/);
    expect((await desk.json('list')).deals).toHaveLength(1);
  });

  test('needs --yes where nobody can be asked', async () => {
    const desk = await deskWith('Aoki');
    const { file } = await desk.json('backup');
    expect(await failureOf(desk, 'restore', file)).toEqual([2, 'missing']);
  });

  test.each<[string, string, (desk: Desk) => string]>([
    ['a file that is not there', 'file_missing', ({ folder }) => join(folder, 'nowhere.db')],
    ['a folder', 'file_unreadable', ({ folder }) => folder],
    ['a letter', 'not_a_book', ({ folder }) => written(join(folder, 'letter.txt'), 'Dear Ms Aoki,\n'.repeat(500))],
    ['an empty file', 'not_a_book', ({ folder }) => written(join(folder, 'empty.db'), '')],
    [
      'somebody else’s database',
      'not_a_book',
      ({ folder }) => database(join(folder, 'photos.db'), 'create table p (id)'),
    ],
    [
      'a book with a trigger in it',
      'not_a_book',
      (desk) => database(copyOf(desk), 'create trigger t after insert on deal begin delete from deal; end'),
    ],
    [
      'a book of a newer version',
      'newer_book',
      (desk) => database(copyOf(desk), `pragma user_version = ${released.length + 1}`),
    ],
    ['a damaged book', 'damaged_book', (desk) => written(copyOf(desk), spoilt(desk.bookFile))],
    ['the book itself', 'restore_itself', ({ bookFile }) => bookFile],
  ])('refuses %s, and touches nothing', async (_what, code, make) => {
    const desk = await deskWith('Aoki', 'Sato');
    const file = make(desk);
    const before = readFileSync(desk.bookFile);
    expect(await failureOf(desk, 'restore', file, '--yes')).toEqual([1, code]);
    expect(readFileSync(desk.bookFile).equals(before)).toBe(true);
    expect(readdirSync(desk.folder).filter((name) => name.includes('incoming'))).toEqual([]);
  });

  test('brings a book back that is beyond reading, and keeps every byte of that', async () => {
    const desk = await deskWith('Aoki', 'Sato');
    const { file } = await desk.json('backup');
    for (const bytes of [Buffer.from('garbage'.repeat(2000)), spoilt(desk.bookFile), Buffer.alloc(0)]) {
      writeFileSync(desk.bookFile, bytes);
      const { aside } = await desk.json('restore', file, '--yes');
      expect(readFileSync(aside).equals(bytes)).toBe(true);
      expect((await desk.json('list')).deals).toHaveLength(2);
      expect(modeOf(desk.bookFile)).toBe('600');
    }
  });

  test('brings a book back that is gone', async () => {
    const desk = await deskWith('Aoki');
    const { file } = await desk.json('backup');
    const there = join(desk.folder, 'new', 'book.db');
    expect(await desk.json('restore', file, '--yes', '--db', there)).toMatchObject({ file: there, aside: null });
    expect((await desk.json('list', '--db', there)).deals).toHaveLength(1);
  });

  test('does not put a book in the place of somebody else’s database', async () => {
    const desk = await deskWith('Aoki');
    const { file } = await desk.json('backup');
    const photos = database(join(desk.folder, 'photos.db'), 'create table p (id)');
    const before = readFileSync(photos);
    expect(await failureOf(desk, 'restore', file, '--yes', '--db', photos)).toEqual([1, 'not_a_book']);
    expect(readFileSync(photos).equals(before)).toBe(true);
  });

  test('brings an older book up to date', async () => {
    const desk = await deskWith('Aoki');
    const { file } = await desk.json('backup');
    list.push({
      name: '999-mood',
      async up(schema) {
        await schema.alterTable('deal').addColumn('mood', 'text').execute();
      },
    });
    await desk.run('add', 'Sato');
    expect((await desk.run('restore', file, '--yes')).code).toBe(0);
    expect(await cellOf(desk.bookFile, 'pragma user_version')).toBe(released.length);
    expect((await desk.json('list')).deals).toHaveLength(1);
    expect(await cellOf(desk.bookFile, 'pragma user_version')).toBe(released.length + 1);
  });

  test('waits for a program that writes, and gives up without a change', async () => {
    const desk = await deskWith('Aoki');
    const { file } = await desk.json('backup');
    await desk.run('add', 'Sato');
    const other = new Database(desk.bookFile);
    other.exec('begin immediate');
    const attempt = { book: desk.bookFile, from: file, at: NOON, busyTimeoutMs: 30 };
    await expect(restoreBook(attempt)).rejects.toMatchObject({ code: 'book_busy' });
    other.exec('rollback');
    // One that has the book open sees the other contents, and writes to them.
    await restoreBook(attempt);
    expect(other.prepare('select count(*) from deal').pluck().get()).toBe(1);
    other.close();
  });

  test('a book that lies open to others is private again', async () => {
    const desk = await deskWith('Aoki');
    const { file } = await desk.json('backup');
    mkdirSync(join(desk.folder, 'usb'));
    const shared = join(desk.folder, 'usb', 'copy.db');
    copyFileSync(file, shared);
    chmodSync(shared, 0o666);
    const there = join(desk.folder, 'there.db');
    await desk.run('restore', shared, '--yes', '--db', there);
    expect(modeOf(there)).toBe('600');
  });
});

function written(file: string, bytes: string | Buffer): string {
  writeFileSync(file, bytes);
  return file;
}

function copyOf({ bookFile, folder }: Desk): string {
  copyFileSync(bookFile, join(folder, 'copy.db'));
  return join(folder, 'copy.db');
}

function database(file: string, statement: string): string {
  const opened = new Database(file);
  opened.exec(statement);
  opened.close();
  return file;
}

/** Returns the bytes of a file with garbage from its third page on. */
function spoilt(file: string): Buffer {
  const bytes = readFileSync(file);
  return bytes.fill(0xaa, 2 * 4096);
}
