import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageFile from '../package.json';
import { setUpDesk } from './support/desk.ts';

const README = readFileSync('README.md', 'utf8');

/** A session's lines behind their prompt, as words; quotes hold words together. */
const SESSIONS = [...README.matchAll(/```console\n(.*?)```/gs)].map(([, session = '']) =>
  [...session.matchAll(/^\$ followup(.*)$/gm)].map(([, line = '']) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  ),
);

/** Files stand in the desk's own folder. */
const FILES = /^[a-z]+\.(csv|json|ics)$/;

test('every session of the README runs as it stands', async () => {
  expect(SESSIONS.map((lines) => lines.length)).toEqual([3, 3, 3]);
  for (const lines of SESSIONS) {
    const desk = await setUpDesk();
    writeFileSync(join(desk.folder, 'deals.csv'), 'Client,Value\nAoki Kogyo,1200000\n');
    for (const argv of lines) {
      const { code, err } = await desk.run(...argv.map((word) => (FILES.test(word) ? join(desk.folder, word) : word)));
      // The dry run needs no map: "Client" is a header that is recognised, "Value" as well.
      expect([argv.join(' '), code, err.includes('bug')]).toEqual([argv.join(' '), 0, false]);
    }
  }
});

test('every command stands in the README', async () => {
  const desk = await setUpDesk();
  const { out } = await desk.run('--help');
  const commands = [...out.matchAll(/^ {2}([a-z]+)(?: \[| <| {2,})/gm)].map(([, name = '']) => name);
  expect(commands).toEqual(expect.arrayContaining(['today', 'add', 'note', 'draft', 'close', 'review', 'config']));
  const missing = commands.filter((name) => name !== 'help' && !new RegExp(`\\b${name}\\b`).test(README));
  expect(missing).toEqual([]);
});

test('every script the README names is one of the package', () => {
  const named = [...README.matchAll(/`npm run ([a-z:]+)`/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in packageFile.scripts))).toEqual([]);
  expect(named.length).toBeGreaterThan(0);
});
