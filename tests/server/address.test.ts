import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blankDeal } from '../../src/core/deal.ts';
import { MIGRATIONS } from '../../src/store/migrations/index.ts';
import { openStore } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshAddress, MANY_AT_ONCE, serverRows } from '../support/engine.ts';

const WITH_PASSWORD = 'postgres://ann:geheim@127.0.0.1:1/sales?password=geheim';

describe('a password', () => {
  test.each([
    ['a command', ['today']],
    ['a command with --json', ['today', '--json']],
    ['doctor', ['doctor', '--json']],
    ['backup', ['backup']],
    ['restore', ['restore', 'book.db', '--yes']],
    ['config list', ['config', 'list']],
    ['config get', ['config', 'get', 'db', '--json']],
  ])('is not shown by %s', async (_what, argv) => {
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: WITH_PASSWORD, FOLLOWUP_DEBUG: '1' } });
    writeFileSync(join(desk.folder, 'config.json'), JSON.stringify({ db: WITH_PASSWORD }));
    const { out, err } = await desk.run(...argv);
    expect(out + err).not.toContain('geheim');
    expect(out + err).not.toBe('');
  });

  test('is not kept: the setting is refused, and the way without it is said', async () => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run('config', 'set', 'db', WITH_PASSWORD, '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([2, 'password_in_setting']);
    expect(err).not.toContain('geheim');
    expect((await desk.run('config', 'set', 'db', 'postgres://ann@127.0.0.1:1/sales')).code).toBe(0);
    expect(readFileSync(join(desk.folder, 'config.json'), 'utf8')).toContain('postgres://ann@127.0.0.1:1/sales');
  });
});

describe('an address that is none', () => {
  const MISTYPED = ['postgress://mori:geheim@h/sales', 'postgres//mori:geheim@h/sales', 'host=h password=geheim'];

  test.each(MISTYPED)('%s makes no file and no setting, and its password is not shown', async (address) => {
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: address }, onDisk: true });
    const before = readdirSync(desk.folder);
    for (const argv of [['add', 'Aoki'], ['today'], ['doctor'], ['config', 'set', 'db', address], ['move', address]]) {
      const { code, out, err } = await desk.run(...argv, '--json');
      expect([argv, code, JSON.parse(err).error.code, out]).toEqual([argv, 2, 'unknown_address', '']);
      expect(err).not.toContain('geheim');
    }
    expect(readdirSync(desk.folder)).toEqual(before);
    expect((await desk.run('config', 'list')).out).not.toContain('geheim');
  });

  test.each(MISTYPED)(
    'that an earlier version kept as a setting (%s) is not shown, and can be set anew',
    async (db) => {
      const desk = await setUpDesk();
      writeFileSync(join(desk.folder, 'config.json'), JSON.stringify({ db }));
      expect((await desk.run('today')).code).toBe(2);
      const { out, err } = await desk.run('config', 'get', 'db');
      expect(out + err).not.toContain('geheim');
      expect((await desk.run('config', 'set', 'db', 'postgres://mori@h/sales')).code).toBe(0);
    },
  );

  test.each([
    ['backup', 'backup', 'postgres://mori:geheim@h/sales'],
    ['restore', 'restore', 'postgress://mori:geheim@h/sales', '--yes'],
  ])('is no file for %s', async (_what, ...argv) => {
    const desk = await setUpDesk();
    const { code, err } = await desk.run(...argv, '--json');
    expect([code, JSON.parse(err).error.code, err.includes('geheim')]).toEqual([2, 'address_for_file', false]);
  });
});

describe('an address', () => {
  test.each([
    'postgres://ann@db.example:port/sales',
    'postgres://db.example/sales?schema=North;drop',
    'postgres://db.example/sales?schema=',
  ])('%s is refused', async (address) => {
    await expect(openStore(address)).rejects.toMatchObject({ code: 'bad_server_address', exitCode: 2 });
  });

  test('where nobody listens is said', async () => {
    await expect(openStore('postgres://ann@127.0.0.1:1/sales')).rejects.toMatchObject({ code: 'server_down' });
  });

  test('that asks for encryption the server has not is said', async () => {
    const address = `${await freshAddress()}&sslmode=require`;
    await expect(openStore(address)).rejects.toMatchObject({ code: 'server_no_tls' });
  });

  test('that names a schema has a book of its own', async () => {
    const [one, other] = [await openStore(await freshAddress()), await openStore(await freshAddress())];
    await one.change('add', (book) => book.addDeal(blankDeal('Aoki')));
    expect([await one.dealCount(), await other.dealCount()]).toEqual([1, 0]);
  });
});

// PGlite has one session, to which a path of names is nothing.
test.runIf(MANY_AT_ONCE).each([
  ['an old server', 'server_version_num', '130011', 'server_old'],
  ['another encoding', 'server_encoding', 'EUC_JP', 'server_encoding'],
])('%s is refused before anything is made', async (_what, setting, value, code) => {
  const address = await emptyAddress();
  const schema = new URL(address).searchParams.get('schema');
  const pretending = `${schema}_pretending`;
  await serverRows(
    address,
    `drop schema if exists ${pretending} cascade; create schema ${pretending};
     create function ${pretending}.current_setting(name text) returns text language sql as $$
       select case name when '${setting}' then '${value}' else pg_catalog.current_setting(name) end $$`,
  );
  const path = encodeURIComponent(`-c search_path=${pretending},pg_catalog`);
  const opening = openStore(`${address}&options=${path}`);
  await expect(opening).rejects.toMatchObject({ code, exitCode: 1 });
  await serverRows(address, `drop schema ${pretending} cascade`);
  expect(await tablesAt(address)).toEqual([]);
});

describe('a schema that is there already', () => {
  test("stays as it is where it is somebody else's", async () => {
    const address = await emptyAddress();
    await serverRows(address, 'create table customer (name text)');
    await expect(openStore(address)).rejects.toMatchObject({ code: 'not_a_book', exitCode: 1 });
    expect(await tablesAt(address)).toEqual(['customer']);
  });

  test('stays as it is where a newer version made it', async () => {
    const address = await freshAddress();
    await (await openStore(address)).close();
    await serverRows(address, `update followup_book set version = ${MIGRATIONS.length + 1}`);
    await expect(openStore(address)).rejects.toMatchObject({ code: 'newer_book', exitCode: 1 });
  });

  test('is filled where it is empty', async () => {
    const store = await openStore(await emptyAddress());
    expect(await store.dealCount()).toBe(0);
  });
});

async function emptyAddress(): Promise<string> {
  const address = await freshAddress();
  const schema = new URL(address).searchParams.get('schema');
  await serverRows(address, `drop schema if exists ${schema} cascade; create schema ${schema}`);
  return address;
}

async function tablesAt(address: string): Promise<unknown[]> {
  const schema = new URL(address).searchParams.get('schema');
  const rows = await serverRows(address, `select tablename from pg_tables where schemaname = '${schema}'`);
  return rows.map(({ tablename }) => tablename);
}
