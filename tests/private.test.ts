import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildIfOld, newUser } from './support/program.ts';
import { DEALS_CSV, WORKDAY } from './support/workday.ts';

beforeAll(buildIfOld, 120_000);

/** Every file and folder below this one, with its permissions. */
function modesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true }).map(String);
  return Object.fromEntries(entries.map((name) => [name, modeOf(join(folder, name))]));
}

function modeOf(file: string): string {
  return (statSync(file).mode & 0o777).toString(8);
}

describe.each(['000', '077'])('with the umask %s', (umask) => {
  test('what is written is for its owner alone', { timeout: 60_000 }, async () => {
    const user = newUser({ EDITOR: 'true' }, { startsCold: true });
    writeFileSync(join(user.home, 'deals.csv'), DEALS_CSV);
    for (const argv of WORKDAY) {
      const line = argv.map((word) => `'${word}'`).join(' ');
      expect([line, (await user.shell(`umask ${umask}; followup ${line}`)).code]).toEqual([line, 0]);
    }
    // A reader keeps the two files beside the book alive, as a second program would.
    const book = join(user.home, '.local/share/followup/followup.db');
    const reader = new Database(book);
    reader.prepare('select count(*) from deal').get();
    await user.shell(`umask ${umask}; followup add Sato`);
    const { 'deals.csv': _ours, ...modes } = modesIn(user.home);
    reader.close();
    const files = Object.entries(modes).filter(([name]) =>
      /\.[a-z]+(-wal|-shm)?$|compiled\/.*\//.test(name.replace(/^\./, '')),
    );
    expect(files.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'draft.eml',
        '.config/followup/config.json',
        '.local/share/followup/followup.db',
        '.local/share/followup/followup.db-wal',
        '.local/share/followup/followup.db-shm',
        '.local/share/followup/demo-en.db',
        expect.stringMatching(/^\.cache\/followup\/.*\.json$/),
      ]),
    );
    expect(files.filter(([, mode]) => mode !== '600')).toEqual([]);
    const folders = Object.entries(modes).filter(([name]) => !files.some(([file]) => file === name));
    expect(folders.filter(([, mode]) => mode !== '700')).toEqual([]);
  });
});

test('a file that is replaced becomes its owner’s alone', async () => {
  const user = newUser();
  const file = join(user.home, 'draft.eml');
  writeFileSync(file, 'old');
  chmodSync(file, 0o644);
  await user.run('add', 'Aoki');
  const { code } = await user.run('draft', 'aoki', '--angle', 'info', '--eml', 'draft.eml', '--force');
  expect([code, modeOf(file)]).toEqual([0, '600']);
});
