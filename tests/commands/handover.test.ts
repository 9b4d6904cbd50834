import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildIfOld, newUser } from '../support/program.ts';

beforeAll(buildIfOld, 120_000);

/** A user with one deal; only these programs stand on the path, and keep what they are given. */
async function userWith(programs: readonly string[], customer = '林フーズ', contact = '林 一郎') {
  const bin = 'bin';
  const user = newUser({ PATH: bin });
  mkdirSync(join(user.home, bin));
  for (const name of programs) {
    writeFileSync(join(user.home, bin, name), `#!/bin/sh\nexec /bin/cat > ${name}.txt\n`);
    chmodSync(join(user.home, bin, name), 0o755);
  }
  const person = ['--contact', contact, '--email', 'h@example.jp', '--language', 'ja'];
  await user.run('add', customer, '受発注', ...person);
  await user.run('note', '1', 'x', '--from', 'them', '--needs', 'roi', '--on', '2025-07-15');
  return user;
}

const DRAFT = ['draft', '1', '--angle', 'material'];

describe.skipIf(process.platform !== 'linux')('draft --copy', () => {
  test.each(['wl-copy', 'xclip', 'xsel'])('puts the body on the clipboard with %s', async (name) => {
    const user = await userWith([name]);
    const { code } = await user.run(...DRAFT, '--copy');
    const { body } = JSON.parse((await user.run(...DRAFT, '--json')).out);
    expect([code, readFileSync(join(user.home, `${name}.txt`), 'utf8')]).toEqual([0, body]);
  });

  test('says what is missing where there is no clipboard', async () => {
    const { code, err } = await (await userWith([])).run(...DRAFT, '--copy', '--json');
    expect([code, JSON.parse(err).error.code]).toEqual([1, 'no_clipboard']);
    expect(JSON.parse(err).error.hint).not.toBe('');
  });
});

test('draft --eml reads back as it was drafted, and a hostile name adds no line to its head', async () => {
  const user = await userWith([], '林フーズ\r\nBcc: spy@example.com', '林\nBcc: spy@example.com');
  expect((await user.run(...DRAFT, '--eml', 'draft.eml')).code).toBe(0);
  const eml = readFileSync(join(user.home, 'draft.eml'), 'utf8');
  const [head = '', encoded = ''] = eml.split('\r\n\r\n');
  expect(head).not.toMatch(/^(B?cc|From|Date):/im);
  expect(head).toMatch(/^Subject: =\?UTF-8\?B\?/m);
  expect(head).toMatch(/<h@example\.jp>/);
  const { body } = JSON.parse((await user.run(...DRAFT, '--json')).out);
  expect(Buffer.from(encoded, 'base64').toString('utf8').replaceAll('\r\n', '\n')).toBe(`${body}\n`);
});
