import { describe, expect, test } from 'vitest';
import { blankDeal } from '../../src/core/deal.ts';
import { openStore } from '../support/book.ts';
import { freshAddress } from '../support/engine.ts';
import { AUTHORITY, encryptedDoor, NO_AUTHORITY, silentDoor } from './door.ts';

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

test('a server that says nothing is not waited for longer than was said', async () => {
  const door = await silentDoor(await freshAddress());
  await expect(openStore(`${door}&connect_timeout=1`)).rejects.toMatchObject({ code: 'server_slow', exitCode: 1 });
});
