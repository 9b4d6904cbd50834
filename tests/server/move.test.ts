import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOOK_TABLES } from '../../src/store/schema.ts';
import { anyDeals, archiveFile } from '../support/archives.ts';
import { contentsOf, keptOnFile, stepsOf } from '../support/book.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { freshAddress, MANY_AT_ONCE, runs, serverRows } from '../support/engine.ts';
import { breakingLine } from './proxy.ts';

async function done(desk: Desk, ...argv: readonly string[]): Promise<void> {
  const { code, err } = await desk.run(...argv);
  if (code !== 0) throw new Error(`${argv.join(' ')} exited ${code}: ${err}`);
}

/** A desk whose book is a file; commands reach the server by `--db`. */
async function deskOnFile(): Promise<{ desk: Desk; file: string }> {
  const desk = await setUpDesk({ onDisk: true });
  await desk.store.close();
  return { desk, file: keptOnFile(join(desk.folder, 'own.db')) };
}

/** Fills a book with all that may happen in one. */
async function fill(desk: Desk, book: string): Promise<void> {
  const lines = [
    ['add', 'Aoki', 'hiring event', '--owner', 'Keiko', '--amount', '1234567.89', '--currency', 'JPY'],
    ['add', '青木\u{10ffff}', 'é\u0000', '--owner', 'Jun', '--amount', '0.1'],
    [
      'note',
      '1',
      'they need the figures',
      '--from',
      'them',
      '--needs',
      'roi',
      '--asked',
      'who?',
      '--promise',
      'it',
      '--by',
      '+3d',
    ],
    ['edit', '1', '--decision-date', '2025-08-01'],
    ['edit', '1', '--decision-date', '2025-08-08', '--contact', 'Hanako Ito', '--email', 'ito@example.com'],
    ['forget', 'ito@example.com', '--do-not-contact', '--yes'],
    ['close', '2', 'won'],
    ['add', 'Taken back'],
    ['undo'],
  ];
  for (const line of lines) await done(desk, ...line, '--db', book);
}

test.each([
  ['a file to the server', 'file'],
  ['the server to a file', 'server'],
])('from %s: the same rows, digests and day', async (_way, source) => {
  const { desk, file } = await deskOnFile();
  const address = await freshAddress();
  const [from, to] = source === 'file' ? [file, address] : [address, file];
  await fill(desk, from);
  const moved = await desk.json('move', to, '--db', from);
  expect(moved.digest.to).toBe(moved.digest.from);
  for (const table of BOOK_TABLES) expect([table, moved.rows[table] > 0]).toEqual([table, true]);
  expect(await contentsOf(to)).toEqual(await contentsOf(from));
  expect(await stepsOf(to)).toEqual(await stepsOf(from));
  expect(await desk.json('today', '--all', '--db', to)).toEqual(await desk.json('today', '--all', '--db', from));
  expect(await desk.json('move', to, '--db', from)).toMatchObject({ wasThere: true, digest: moved.digest });

  const [here, there] = [await desk.json('add', 'Next', '--db', from), await desk.json('add', 'Next', '--db', to)];
  expect([here.deal.id, there.deal.id]).toEqual([4, 4]);
  await done(desk, 'undo', '--db', to);
  await done(desk, 'undo', '7', '--db', to);
  expect((await desk.json('show', '2', '--db', to)).deal.state).toBe('open');
});

test('a book of one deal goes on counting there', async () => {
  const { desk, file } = await deskOnFile();
  const address = await freshAddress();
  await done(desk, 'add', 'Aoki', '--db', file);
  await done(desk, 'move', address, '--db', file);
  expect(await serverRows(address, "select nextval(pg_get_serial_sequence('deal', 'id')) as next")).toEqual([
    { next: 2 },
  ]);
});

test('one rep’s deals leave the server alone', async () => {
  const { desk, file } = await deskOnFile();
  const address = await freshAddress();
  await fill(desk, address);
  const moved = await desk.json('move', file, '--db', address, '--owner', 'Keiko');
  expect([moved.rows.deal, moved.rows.outcome, moved.digest.to]).toEqual([1, 0, moved.digest.from]);
  expect(await serverRows(address, 'select count(*) as count from deal')).toEqual([{ count: 2 }]);
});

test.each([
  ['at the first row', /insert into "\w+"\."deal"/, 'server_lost'],
  ['in the journal', /insert into "\w+"\."change"/, 'server_lost'],
  ['at the figures', /insert into "\w+"\."figures"/, 'server_lost'],
  ['at the very end', /commit/, 'server_lost_at_end'],
] as const)(
  'a line that breaks %s leaves both as they were, and the move can be done again',
  async (_when, word, error) => {
    const { desk, file } = await deskOnFile();
    const address = await freshAddress();
    await fill(desk, file);
    // Its tables are there, so that the line breaks in the copy.
    await desk.run('list', '--db', address);
    const before = readFileSync(file);
    const { code, err } = await desk.run('move', await breakingLine(address, word, 'before'), '--db', file, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, error]);
    expect(readFileSync(file).equals(before)).toBe(true);
    const counts = await Promise.all(
      BOOK_TABLES.map((table) => serverRows(address, `select count(*) as count from ${table}`)),
    );
    expect(counts).toEqual(BOOK_TABLES.map(() => [{ count: 0 }]));
    const again = await desk.json('move', address, '--db', file);
    expect([again.wasThere, again.digest.to]).toEqual([false, again.digest.from]);
  },
);

test('a server that holds another book is refused, and stays as it was', async () => {
  const { desk, file } = await deskOnFile();
  const address = new URL(await freshAddress());
  await done(desk, 'add', 'Sato', '--db', address.href);
  await done(desk, 'add', 'Aoki', '--db', file);
  const { code, err } = await desk.run('move', address.href, '--db', file, '--json');
  expect([code, JSON.parse(err).error.code]).toEqual([1, 'move_target_taken']);
  expect(await serverRows(address.href, 'select customer from deal')).toEqual([{ customer: 'Sato' }]);
});

test('the password of a target is in nothing that is said, and where it goes is', async () => {
  const { desk, file } = await deskOnFile();
  await done(desk, 'add', 'Aoki', '--db', file);
  const address = new URL(await freshAddress());
  address.password = 'geheim';
  const { code, out, err } = await desk.run('move', address.href, '--db', file);
  expect([code, (out + err).includes('geheim'), out.includes('pgpass')]).toEqual([0, false, true]);
  const down = await desk.run('move', 'postgres://ann:geheim@127.0.0.1:1/sales', '--db', file);
  expect([down.code, (down.out + down.err).includes('geheim')]).toEqual([1, false]);
});

test('a dry run makes nothing on the server', async () => {
  const { desk, file } = await deskOnFile();
  await done(desk, 'add', 'Aoki', '--db', file);
  const address = await freshAddress();
  const schema = new URL(address).searchParams.get('schema');
  await serverRows(address, `drop schema if exists ${schema} cascade`);
  expect(await desk.json('move', address, '--db', file, '--dry-run')).toMatchObject({
    rows: { deal: 1 },
    wasThere: false,
  });
  expect(await serverRows(address, `select 1 as found from pg_namespace where nspname = '${schema}'`)).toEqual([]);
});

test.runIf(MANY_AT_ONCE)('from one schema of the server to another', async () => {
  const { desk } = await deskOnFile();
  const [from, to] = [await freshAddress(), await freshAddress()];
  await fill(desk, from);
  const { digest } = await desk.json('move', to, '--db', from);
  expect(digest.to).toBe(digest.from);
  expect(await contentsOf(to)).toEqual(await contentsOf(from));
});

test('any book goes to the server and back', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyDeals.filter((deals) => deals.length > 0),
      async (deals) => {
        const { desk, file } = await deskOnFile();
        const archive = join(desk.folder, 'any.json');
        writeFileSync(archive, archiveFile(...deals));
        await done(desk, 'import', archive, '--db', file);
        const address = await freshAddress();
        const there = await desk.json('move', address, '--db', file);
        const back = keptOnFile(join(desk.folder, 'back.db'));
        const again = await desk.json('move', back, '--db', address);
        expect([there.digest.to, again.digest.from, again.digest.to]).toEqual(Array(3).fill(there.digest.from));
        expect(await contentsOf(back)).toEqual(await contentsOf(file));
      },
    ),
    runs(60),
  );
});
