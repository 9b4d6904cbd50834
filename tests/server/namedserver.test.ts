import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readService } from '../../src/store/namedserver.ts';
import { completeAddress, waysTo } from '../../src/store/serveraddress.ts';
import { setUpDesk } from '../support/desk.ts';
import { freshAddress } from '../support/engine.ts';
import { freshFolder } from '../support/folder.ts';

const FILE = `# everybody's
[other]
host=elsewhere

[sales]
host=db.example
port = 6432
dbname=sales book
user=ann
password=a=b#c
host=second

[sales]
host=third
`;

describe('a service file', () => {
  test.each([
    ['sales', { host: 'db.example', port: '6432', dbname: 'sales book', user: 'ann', password: 'a=b#c' }],
    ['other', { host: 'elsewhere' }],
    ['Sales', null],
    ['', null],
  ])('gives for %j what its first section says, each setting once', (name, settings) => {
    expect(readService(FILE, name)).toEqual(settings);
    expect(readService(FILE.replaceAll('\n', '\r\n'), name)).toEqual(settings);
  });

  test('whatever is in it, reading it ends in settings or nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, name) => {
        expect([null, 'object']).toContain(readService(text, name) && typeof readService(text, name));
      }),
    );
  });
});

describe('an address is completed', () => {
  const folder = freshFolder();
  const own = join(folder, 'own.conf');
  const ca = join(folder, 'ca.crt');
  mkdirSync(join(folder, 'system'));
  writeFileSync(own, FILE);
  writeFileSync(ca, '');
  writeFileSync(join(folder, 'system', 'pg_service.conf'), '[sales]\nhost=hidden\n[shared]\nhost=shared.example\n');
  const files = { PGSERVICEFILE: own, PGSYSCONFDIR: join(folder, 'system') };

  test.each([
    ['postgres://bob@h:1/d?schema=x', {}, 'postgres://bob@h:1/d?schema=x'],
    ['postgres://?service=sales', {}, 'postgres:///sales%20book?user=ann&password=a%3Db%23c&host=db.example&port=6432'],
    ['postgres:', { PGSERVICE: 'other' }, 'postgres://?host=elsewhere'],
    ['postgres://?service=shared', { PGSERVICE: 'other' }, 'postgres://?host=shared.example'],
    ['postgres://bob@/?service=other', {}, 'postgres://bob@/?host=elsewhere'],
    ['postgres://bob:x@h:1/d?service=sales&schema=north', {}, 'postgres://bob:x@h:1/d?schema=north'],
    ['postgres://h/d?sslmode=require', {}, 'postgres://h/d?sslmode=verify-full'],
    [
      'postgres://h/d',
      { PGSSLMODE: 'verify-full', PGSSLROOTCERT: ca },
      `postgres://h/d?sslmode=verify-full&sslrootcert=${encodeURIComponent(ca)}`,
    ],
    ['postgres://h/d?sslmode=disable', { PGSSLMODE: 'require', PGSSLROOTCERT: ca }, 'postgres://h/d?sslmode=disable'],
    ['postgres://h/d', { PGSSLROOTCERT: ca }, 'postgres://h/d'],
    ['postgres://h/d?sslmode=allow', {}, 'postgres://h/d?sslmode=prefer'],
    ['postgres://h/d', { PGSSLCERT: ca }, `postgres://h/d?sslcert=${encodeURIComponent(ca)}`],
  ])('%s with %j', (address, env, completed) => {
    expect(completeAddress(address, { ...files, ...env })).toBe(completed);
  });

  test.each([
    ['a service nobody knows', 'postgres://?service=nowhere', 'no_service'],
    ['a setting nobody knows', 'postgres://h/d?foo=bar', 'unknown_server_setting'],
    ['a mode nobody knows', 'postgres://h/d?sslmode=nonsense', 'bad_sslmode'],
    ['a certificate that is not there', 'postgres://h/d?sslrootcert=/nowhere/ca.crt', 'unreadable_server_file'],
  ])('but not by %s', (_what, address, code) => {
    expect(() => completeAddress(address, files)).toThrow(expect.objectContaining({ code, exitCode: 2 }));
  });
});

test('nor where the environment asks for a mode nobody knows', () => {
  const completing = (): string => completeAddress('postgres://h/d', { PGSSLMODE: 'nonsense' });
  expect(completing).toThrow(expect.objectContaining({ code: 'bad_sslmode', exitCode: 2 }));
});

test.each([
  ['postgres://h/d', {}, ['no-verify', 'disable']],
  ['postgres://h/d?sslmode=prefer', {}, ['no-verify', 'disable']],
  ['postgres://h/d?sslmode=disable', {}, ['disable']],
  ['postgres://h/d?sslmode=verify-full', {}, ['verify-full']],
  ['postgres://h/d?sslrootcert=ca.crt', {}, ['verify-full']],
  ['postgres://%2Ftmp/d?sslmode=verify-full', {}, ['disable']],
  ['postgres://ann@/d?host=/tmp', {}, ['disable']],
  ['postgres://ann@/d', { PGHOST: '/tmp' }, ['disable']],
  ['postgres://ann@/d', {}, ['no-verify', 'disable']],
])('%s with %j is tried by these modes of the driver: %j', (address, env, modes) => {
  expect(waysTo(address, env).map((way = '') => /sslmode=([a-z-]+)/.exec(way)?.[1])).toEqual(modes);
});

test('a book is reached through a service, whose password is not shown', async () => {
  const { hostname, port, username, pathname, search } = new URL(await freshAddress());
  const folder = freshFolder();
  const file = join(folder, 'pg_service.conf');
  writeFileSync(
    file,
    `[sales]\nhost=${hostname}\nport=${port}\nuser=${username}\ndbname=${pathname.slice(1)}\npassword=geheim\n`,
  );
  process.env.PGSERVICEFILE = file;
  try {
    const desk = await setUpDesk({ env: { FOLLOWUP_DB: `postgres://${search}&service=sales` } });
    expect((await desk.json('add', 'Aoki')).deal.id).toBe(1);
    const { out, err } = await desk.run('doctor', '--json');
    expect(JSON.parse(out).findings).toEqual([]);
    expect(out + err).not.toContain('geheim');
  } finally {
    delete process.env.PGSERVICEFILE;
  }
});
