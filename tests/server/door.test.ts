import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { blankDeal } from '../../src/core/deal.ts';
import { openStore } from '../support/book.ts';
import { freshAddress } from '../support/engine.ts';
import { AUTHORITY, encryptedDoor, fakeDoor, NO_AUTHORITY, REPLIES, silentDoor } from './door.ts';

describe('an encrypted line', () => {
  test.each(['require', 'verify-ca', 'verify-full'])('holds a book, with sslmode=%s', async (mode) => {
    const door = await encryptedDoor(await freshAddress());
    const store = await openStore(`${door}&sslmode=${mode}&sslrootcert=${AUTHORITY}`);
    await store.change('add', (book) => book.addDeal(blankDeal('Aoki')));
    expect(await store.dealCount()).toBe(1);
    await store.close();
  });

  test.each([
    ['whose authority nobody knows', 'localhost', 'sslmode=require'],
    ['that another authority vouches for', 'localhost', `sslmode=verify-full&sslrootcert=${NO_AUTHORITY}`],
    ['of another host', '127.0.0.1', `sslmode=require&sslrootcert=${AUTHORITY}`],
  ])('%s is refused', async (_what, host, settings) => {
    const door = new URL(await encryptedDoor(await freshAddress()));
    door.hostname = host;
    await expect(openStore(`${door.href}&${settings}`)).rejects.toMatchObject({ code: 'server_tls', exitCode: 1 });
  });
});

test('a line is encrypted where the server can, without being asked', async () => {
  // Other tests are spared the try.
  vi.stubEnv('PGSSLMODE', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  const store = await openStore(await encryptedDoor(await freshAddress()));
  expect(await store.dealCount()).toBe(0);
  await store.close();
});

// A program ends once nothing is open any more.
test.each([
  ['no password', '', REPLIES.scram, 'server_no_password'],
  [
    'a wrong password',
    ':geheim',
    [REPLIES.clear, REPLIES.error('28P01', 'password authentication failed')],
    'server_login',
  ],
  ['a login that is not let in', '', [REPLIES.error('28000', 'no pg_hba.conf entry')], 'server_login'],
  ['a database that is not there', '', [REPLIES.error('3D000', 'no such database')], 'server_no_database'],
  ['too many at once', '', [REPLIES.error('53300', 'too many connections')], 'server_full'],
])('%s leaves no line open, though the server holds it', async (_what, password, replies, code) => {
  const { door, allClosed } = await fakeDoor(replies);
  await expect(openStore(door.replace('ann', `ann${password}`))).rejects.toMatchObject({ code });
  await allClosed();
});

test.each(['require', 'verify-full'])('nor does a server without encryption, with sslmode=%s', async (mode) => {
  const { door, allClosed } = await fakeDoor([]);
  await expect(openStore(`${door}?sslmode=${mode}`)).rejects.toMatchObject({ code: 'server_no_tls' });
  await allClosed();
});

test('a server that says nothing is not waited for longer than was said', async () => {
  const door = await silentDoor(await freshAddress());
  await expect(openStore(`${door}&connect_timeout=1`)).rejects.toMatchObject({ code: 'server_slow', exitCode: 1 });
});
