import { expect, test } from 'vitest';
import { blankDeal, LANGUAGES } from '../../src/core/deal.ts';
import { openStore } from '../support/book.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshAddress, serverRows } from '../support/engine.ts';

async function deskAt(address: string) {
  return setUpDesk({ env: { FOLLOWUP_DB: address } });
}

async function bookWithOne(): Promise<string> {
  const address = await freshAddress();
  const store = await openStore(address);
  await store.change('add', (book) => book.addDeal(blankDeal('Aoki')));
  await store.close();
  return address;
}

const codesOf = (out: string): string[] => JSON.parse(out).findings.map(({ code }: { readonly code: string }) => code);

test('doctor finds nothing in a sound book', async () => {
  const desk = await deskAt(await bookWithOne());
  const { code, out } = await desk.run('doctor', '--json');
  expect([code, codesOf(out)]).toEqual([0, []]);
});

test('doctor does not make a book that is not there', async () => {
  const address = await freshAddress();
  const schema = new URL(address).searchParams.get('schema');
  await serverRows(address, `drop schema if exists ${schema} cascade`);
  const { out } = await (await deskAt(address)).run('doctor', '--json');
  expect(codesOf(out)).toEqual(['no_book']);
  expect(await serverRows(address, `select 1 as found from pg_namespace where nspname = '${schema}'`)).toEqual([]);
});

test('doctor finds figures that are not right, and mends them', async () => {
  const address = await bookWithOne();
  const desk = await deskAt(address);
  await desk.run('note', '1', 'they called', '--from', 'them');
  await serverRows(address, 'update figures set unanswered = 9');
  expect(codesOf((await desk.run('doctor', '--json')).out)).toEqual(['stale_figures']);
  expect((await desk.run('doctor', '--fix')).code).toBe(0);
  expect(await serverRows(address, 'select unanswered from figures')).toEqual([{ unanswered: 0 }]);
});

test('doctor says what is wrong with the server', async () => {
  const { code, out } = await (await deskAt('postgres://ann@127.0.0.1:1/sales')).run('doctor', '--json');
  expect([code, codesOf(out)]).toEqual([1, ['server_down']]);
});

test('forget erases the rows, and says what of a server it does not reach', async () => {
  const address = await bookWithOne();
  const desk = await deskAt(address);
  await desk.run('edit', '1', '--contact', 'Hanako Sato');
  const { words } = await desk.within(async (context) => context);
  const { code, err } = await desk.run('forget', 'Hanako Sato', '--yes');
  expect([code, err.includes(words.forget.onServer)]).toEqual([0, true]);
  const rows = await serverRows(address, "select * from deal, change where deal::text || change::text like '%Sato%'");
  expect(rows).toEqual([]);
});

test.each([
  [['backup'], 'server_backup'],
  [['backup', 'copy.db'], 'server_backup'],
  [['restore', 'copy.db', '--yes'], 'server_restore'],
  [['restore', 'copy.db'], 'server_restore'],
])('%j is left to the tools of the server, by lines that they take', async (argv, error) => {
  const address = new URL(await bookWithOne());
  const schema = address.searchParams.get('schema');
  address.searchParams.set('sslmode', 'prefer');
  for (const language of LANGUAGES) {
    const desk = await setUpDesk({ language, env: { FOLLOWUP_DB: address.href } });
    const { code, err } = await desk.run(...argv, '--json');
    const { code: said, message } = JSON.parse(err).error;
    expect([code, said]).toEqual([1, error]);
    const own = `${address.protocol}//${address.username}@${address.host}${address.pathname}?sslmode=prefer`;
    const line =
      argv[0] === 'backup'
        ? `pg_dump --format=custom --schema=${schema} --file=book.dump "${own}"`
        : `pg_restore --clean --if-exists --dbname="${own}" book.dump`;
    expect(message.split('\n')[1]).toBe(`  ${line}`);
  }
});
