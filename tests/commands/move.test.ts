import { existsSync, linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../src/core/deal.ts';
import { Cancelled } from '../../src/core/failure.ts';
import { moveBook } from '../../src/store/move.ts';
import { BOOK_TABLES } from '../../src/store/schema.ts';
import { anyDeals, archiveFile } from '../support/archives.ts';
import { cellOf, contentsOf, NOON, stepsOf } from '../support/book.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { freshFolder } from '../support/folder.ts';

async function done(desk: Desk, ...argv: readonly string[]): Promise<void> {
  const { code, err } = await desk.run(...argv);
  if (code !== 0) throw new Error(`${argv.join(' ')} exited ${code}: ${err}`);
}

async function failureOf(desk: Desk, ...argv: readonly string[]): Promise<[code: number, error: string]> {
  const { code, err } = await desk.run(...argv, '--json');
  return [code, JSON.parse(err).error.code];
}

/** A book of two reps in which everything has happened, and the file that it is to be moved to. */
async function setUpBook(language: Language = 'en') {
  const desk = await setUpDesk({ onDisk: true, language });
  await desk.store.close();
  for (const [customer, owner] of [
    ['Aoki', 'Keiko'],
    ['Sato', 'Jun'],
    ['Mori', 'Keiko'],
  ] as const) {
    await done(desk, 'add', customer, 'hiring event', '--owner', owner, '--amount', '0.1');
  }
  await done(desk, 'note', '1', 'they need the figures', '--from', 'them', '--needs', 'roi', '--asked', 'who runs it?');
  await done(desk, 'note', '1', 'sent it', '--supplied', 'roi', '--promise', 'the plan', '--by', '+3d');
  await done(desk, 'edit', '1', '--decision-date', '2025-08-01');
  await done(desk, 'edit', '1', '--decision-date', '2025-08-08');
  await done(desk, 'edit', '3', '--contact', 'Hanako Ito', '--email', 'ito@example.com');
  await done(desk, 'forget', 'ito@example.com', '--do-not-contact', '--yes');
  await done(desk, 'close', '2', 'won');
  await done(desk, 'add', 'Taken back');
  await done(desk, 'undo');
  return { desk, to: join(freshFolder(), 'book.db') };
}

test('every table of a book is moved, or can be worked out again', async () => {
  const { desk } = await setUpBook();
  const derived = ['figures', 'ground', 'median', 'page', 'standing'];
  const tables = await cellOf(
    desk.bookFile,
    "select group_concat(name) from (select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name)",
  );
  expect(String(tables).split(',')).toEqual([...BOOK_TABLES, ...derived].sort());
});

test('the whole book comes over, with its numbers and its journal, and the source stays as it was', async () => {
  const { desk, to } = await setUpBook();
  const before = readFileSync(desk.bookFile);
  const moved = await desk.json('move', to);
  expect(moved).toMatchObject({ from: desk.bookFile, to, wasThere: false, dryRun: false, stepsLeftOut: 0 });
  expect(moved.digest.to).toBe(moved.digest.from);
  for (const table of BOOK_TABLES) expect([table, moved.rows[table] > 0]).toEqual([table, true]);
  expect(await contentsOf(to)).toEqual(await contentsOf(desk.bookFile));
  expect(await stepsOf(to)).toEqual(await stepsOf(desk.bookFile));
  expect(readFileSync(desk.bookFile).equals(before)).toBe(true);
  const today = await desk.json('today', '--db', to);
  expect(today).toEqual(await desk.json('today'));
});

test('done again, it finds that all is there; after a change it touches nothing', async () => {
  const { desk, to } = await setUpBook();
  const first = await desk.json('move', to);
  expect(await desk.json('move', to)).toEqual({ ...first, wasThere: true });
  await done(desk, 'edit', '1', '--rival', 'Acme');
  const held = await contentsOf(to);
  expect(await failureOf(desk, 'move', to)).toEqual([1, 'move_target_taken']);
  expect(await contentsOf(to)).toEqual(held);
});

test('a number that was given once is never given again', async () => {
  const { desk, to } = await setUpBook();
  await done(desk, 'move', to);
  const [here, there] = [await desk.json('add', 'Next'), await desk.json('add', 'Next', '--db', to)];
  expect([here.deal.id, there.deal.id]).toEqual([5, 5]);
});

test('what was recorded before can be taken back there', async () => {
  const { desk, to } = await setUpBook();
  await done(desk, 'move', to);
  await done(desk, 'redo', '--db', to);
  await done(desk, 'undo', '--db', to);
  await done(desk, 'undo', '--db', to);
  expect(await cellOf(to, 'select state from deal where id = 2')).toBe('open');
  expect(await cellOf(desk.bookFile, 'select state from deal where id = 2')).toBe('won');
});

test('a dry run writes nothing and says what would go', async () => {
  const { desk, to } = await setUpBook();
  const dry = await desk.json('move', to, '--dry-run');
  expect([dry.rows.deal, dry.digest.to, dry.dryRun, existsSync(to)]).toEqual([3, null, true, false]);
  expect((await desk.json('move', to)).digest.from).toBe(dry.digest.from);
});

test('one rep’s deals come with their own history and the steps that touched no others', async () => {
  const { desk, to } = await setUpBook();
  await done(desk, 'edit', '3', '--rival', 'Acme');
  const moved = await desk.json('move', to, '--owner', 'Keiko');
  expect([moved.owner, moved.rows.deal, moved.rows.contact, moved.rows.outcome]).toEqual(['Keiko', 2, 2, 0]);
  expect(moved.stepsLeftOut).toBe(0);
  expect(await cellOf(to, 'select count(*) from step')).toBe(moved.rows.step);
  expect(await cellOf(to, 'select count(*) from change where deal_id not in (1, 3)')).toBe(0);
  expect(await cellOf(to, 'select count(*) from silence')).toBe(
    await cellOf(desk.bookFile, 'select count(*) from silence'),
  );
  expect((await desk.json('show', '1', '--db', to)).contacts).toEqual((await desk.json('show', '1')).contacts);
  expect(await desk.json('move', to, '--owner', 'Keiko')).toMatchObject({ wasThere: true });
  await done(desk, 'undo', '--db', to);
  expect((await desk.json('show', '3', '--db', to)).deal.rival).toBe(null);
});

test('a step that touched others’ deals stays behind, with those it rests on, and that is said', async () => {
  const { desk, to } = await setUpBook();
  const table = join(desk.folder, 'deals.csv');
  writeFileSync(
    table,
    'customer,title,owner,rival\nMori,hiring event,Keiko,Acme\nSato,hiring event,Jun,Acme\nNew,x,Jun,Acme\n',
  );
  await done(desk, 'import', table);
  await done(desk, 'edit', '3', '--rival', 'Other');
  const moved = await desk.json('move', to, '--owner', 'Keiko');
  const steps = await stepsOf(to);
  expect(steps.map(({ command, dealId }) => [command, dealId])).toEqual([
    ['add', 1],
    ['note', 1],
    ['note', 1],
    ['edit', 1],
    ['edit', 1],
    ['edit', 3],
  ]);
  // Those of deal 3 before the import, and the import.
  expect(moved.stepsLeftOut).toBe(4);
});

describe('a move that breaks', () => {
  /** A book that takes several pages, and an empty one beside it. */
  async function setUpLarge() {
    const { desk } = await setUpBook();
    const table = join(desk.folder, 'deals.csv');
    const lines = Array.from({ length: 2_100 }, (_, n) => `Customer ${n},hiring event`);
    writeFileSync(table, `customer,title\n${lines.join('\n')}\n`);
    await done(desk, 'import', table);
    const to = join(desk.folder, 'moved.db');
    await done(desk, 'list', '--db', to);
    return { desk, to, before: readFileSync(desk.bookFile) };
  }

  async function expectNothingLeft({ desk, to, before }: Awaited<ReturnType<typeof setUpLarge>>): Promise<void> {
    for (const table of [...BOOK_TABLES, 'figures'])
      expect([table, await cellOf(to, `select count(*) from ${table}`)]).toEqual([table, 0]);
    expect(readFileSync(desk.bookFile).equals(before)).toBe(true);
    const moved = await desk.json('move', to);
    expect([moved.rows.deal, moved.wasThere, moved.digest.to]).toEqual([2_103, false, moved.digest.from]);
    expect(await contentsOf(to)).toEqual(await contentsOf(desk.bookFile));
  }

  test.each([1, 2, 5, 9, 16])('after %i pages leaves nothing, and can be done again', async (pages) => {
    const book = await setUpLarge();
    let count = 0;
    const progress = async () => {
      count += 1;
      if (count === pages) throw new Cancelled();
    };
    const move = { from: book.desk.bookFile, to: book.to, isDry: false, instant: () => NOON, progress, ownFolder: '' };
    await expect(moveBook(move)).rejects.toBeInstanceOf(Cancelled);
    await expectNothingLeft(book);
  });

  test.each([
    ['fails in the journal', "before insert on change when new.id > 1500 begin select raise(abort, 'no'); end"],
    ['fails at the figures', "before insert on figures begin select raise(abort, 'no'); end"],
    ['keeps other rows than it was given', "after insert on outcome begin update deal set note = 'other'; end"],
    ['loses a row', 'after insert on outcome begin delete from slip; end'],
  ])('since the target %s leaves nothing, and can be done again', async (_what, fault) => {
    const book = await setUpLarge();
    const target = new Database(book.to);
    target.exec(`create trigger fault ${fault}`);
    expect((await book.desk.run('move', book.to)).code).not.toBe(0);
    target.exec('drop trigger fault');
    target.close();
    await expectNothingLeft(book);
  });
});

test.each([
  ['the book itself', (file: string) => file, 2, 'move_to_itself'],
  [
    'a link to it',
    (file: string) => {
      symlinkSync(file, `${file}.link`);
      return `${file}.link`;
    },
    2,
    'move_to_itself',
  ],
])('%s is refused as a target', async (_what, target, code, error) => {
  const { desk } = await setUpBook();
  expect(await failureOf(desk, 'move', target(desk.bookFile))).toEqual([code, error]);
});

test('the book under another name is found to hold all already', async () => {
  const { desk } = await setUpBook();
  linkSync(desk.bookFile, `${desk.bookFile}.same`);
  expect((await desk.json('move', `${desk.bookFile}.same`)).wasThere).toBe(true);
});

test('a target that is no book stays as it is', async () => {
  const { desk } = await setUpBook();
  const file = join(desk.folder, 'letter.txt');
  writeFileSync(file, 'Dear Ms Sato, thank you for your time on Tuesday. '.repeat(40));
  const before = readFileSync(file);
  expect(await failureOf(desk, 'move', file)).toEqual([1, 'not_a_book']);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a folder that is not there is not made, but for the one of the program itself', async () => {
  const { desk } = await setUpBook();
  const folder = join(desk.folder, 'stick', 'books');
  const { code, err } = await desk.run('move', join(folder, 'book.db'), '--json');
  expect([code, JSON.parse(err).error.code, err.includes(folder)]).toEqual([2, 'move_no_folder', true]);
  expect(existsSync(join(desk.folder, 'stick'))).toBe(false);
  const own = { from: desk.bookFile, to: join(folder, 'book.db'), ownFolder: folder, isDry: false };
  await moveBook({ ...own, instant: () => NOON, progress: async () => undefined });
  expect(existsSync(own.to)).toBe(true);
});

test('a folder is no target', async () => {
  const { desk } = await setUpBook();
  expect(await failureOf(desk, 'move', desk.folder)).toEqual([1, 'book_not_openable']);
});

test('what was looked at while it was empty shows what has come', async () => {
  const { desk, to } = await setUpBook();
  const empty = await desk.run('today', '--db', to);
  await done(desk, 'move', to);
  const moved = await desk.run('today', '--db', to);
  expect(moved.out).not.toBe(empty.out);
  expect(moved).toEqual(await desk.run('today'));
});

test('an owner nobody has, and a book that is not there, are said, and nothing is made', async () => {
  const { desk, to } = await setUpBook();
  for (const dry of [['--dry-run'], []])
    expect(await failureOf(desk, 'move', to, '--owner', 'Nobody', ...dry)).toEqual([1, 'no_deals_of']);
  const missing = join(desk.folder, 'missing.db');
  expect(await failureOf(desk, 'move', to, '--db', missing)).toEqual([1, 'nothing_to_move']);
  const empty = join(desk.folder, 'empty.db');
  await done(desk, 'list', '--db', empty);
  expect(await failureOf(desk, 'move', to, '--db', empty)).toEqual([1, 'nothing_to_move']);
  expect([existsSync(to), existsSync(missing)]).toEqual([false, false]);
});

test.each(LANGUAGES)('says how to work there, and that the present book stays (%s)', async (language) => {
  const { desk, to } = await setUpBook(language);
  const { out } = await desk.run('move', to);
  expect(out).toContain(`\n  followup config set db "${to}"\n`);
  expect(out).toContain(`\n  ${desk.bookFile}`);
});

test('any book comes over as it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyDeals.filter((deals) => deals.length > 0),
      async (deals) => {
        const desk = await setUpDesk({ onDisk: true });
        await desk.store.close();
        const file = join(desk.folder, 'any.json');
        writeFileSync(file, archiveFile(...deals));
        await done(desk, 'import', file);
        const to = join(desk.folder, 'moved.db');
        const { digest } = await desk.json('move', to);
        expect(digest.to).toBe(digest.from);
        expect(await contentsOf(to)).toEqual(await contentsOf(desk.bookFile));
        expect(await desk.json('today', '--all', '--db', to)).toEqual(await desk.json('today', '--all'));
      },
    ),
    { numRuns: 15 },
  );
});
