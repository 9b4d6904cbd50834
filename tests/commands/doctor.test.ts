import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/day.ts';
import { LANGUAGES } from '../../src/core/deal.ts';
import { syncServiceOf } from '../../src/store/location.ts';
import { syncWarningDue } from '../../src/syncwarning.ts';
import { cellOf, contentsOf } from '../support/book.ts';
import { type Desk, setUpDesk } from '../support/desk.ts';
import { freshFolder } from '../support/folder.ts';

interface Found {
  readonly code: string;
  readonly problem: boolean;
  readonly mended: boolean;
  readonly message: string;
  readonly hint: string;
}

async function deskWith(...names: readonly string[]): Promise<Desk> {
  const desk = await setUpDesk({ onDisk: true });
  await desk.store.close();
  chmodSync(desk.folder, 0o700);
  for (const name of names) expect((await desk.run('add', name)).code).toBe(0);
  return desk;
}

/** Runs the doctor and returns its exit code and what it found, advice aside. */
async function problemsOf(desk: Desk, ...argv: string[]): Promise<[code: number, problems: string[]]> {
  const { code, out } = await desk.run('doctor', ...argv, '--json');
  const { healthy, findings } = JSON.parse(out) as { healthy: boolean; findings: Found[] };
  expect(healthy).toBe(code === 0);
  return [code, findings.filter(({ problem, mended }) => problem && !mended).map((it) => it.code)];
}

function change(file: string, statement: string): void {
  const database = new Database(file);
  database.pragma('foreign_keys = off');
  database.exec(statement);
  database.close();
}

describe('doctor', () => {
  test('finds a sound book healthy, and changes no byte of it', async () => {
    const desk = await deskWith('Aoki', 'Sato');
    await desk.run('note', '1', 'called', '--channel', 'phone');
    await desk.run('close', '2', 'won');
    const before = readFileSync(desk.bookFile);
    expect(await problemsOf(desk)).toEqual([0, []]);
    expect(await problemsOf(desk, '--fix')).toEqual([0, []]);
    expect(readFileSync(desk.bookFile).equals(before)).toBe(true);
  });

  test('makes no book where there is none', async () => {
    const desk = await deskWith();
    const file = join(desk.folder, 'nowhere', 'book.db');
    expect(await problemsOf(desk, '--db', file)).toEqual([0, []]);
    expect(existsSync(join(desk.folder, 'nowhere'))).toBe(false);
  });

  test.each<[string, string, (desk: Desk) => void]>([
    [
      'figures that do not fit',
      'stale_figures',
      ({ bookFile }) => change(bookFile, 'update figures set unanswered = 7'),
    ],
    ['figures that are missing', 'stale_figures', ({ bookFile }) => change(bookFile, 'delete from figures')],
    ['a file that others can read', 'open_file', ({ bookFile }) => chmodSync(bookFile, 0o644)],
    ['a folder that others can look into', 'open_folder', ({ folder }) => chmodSync(folder, 0o755)],
    ['what an interrupted restore left', 'leftovers', ({ bookFile }) => leave(`${bookFile}.incoming`)],
    ['what an interrupted backup left', 'leftovers', ({ folder }) => leave(join(folder, 'backups', 'book.db.part'))],
  ])('finds %s, and mends it', async (_what, code, spoil) => {
    const desk = await deskWith('Aoki', 'Sato');
    await desk.run('note', '1', 'called', '--channel', 'phone');
    const before = await contentsOf(desk.bookFile);
    spoil(desk);
    expect(await problemsOf(desk)).toEqual([1, [code]]);
    expect(await problemsOf(desk, '--fix')).toEqual([0, []]);
    expect(await problemsOf(desk)).toEqual([0, []]);
    expect(await contentsOf(desk.bookFile)).toEqual(before);
  });

  test('what was kept of the day goes with the figures that are mended', async () => {
    const desk = await deskWith('Aoki', 'Sato');
    await desk.run('note', '1', 'called', '--promise', 'the sheet', '--by', '2025-07-01');
    const right = await desk.run('today');
    change(desk.bookFile, 'delete from figures');
    change(desk.bookFile, 'delete from ground');
    change(desk.bookFile, 'delete from page');
    expect((await desk.run('today')).out).not.toBe(right.out);
    expect(await problemsOf(desk, '--fix')).toEqual([0, []]);
    expect(await desk.run('today')).toEqual(right);
  });

  test.each<[string, string, (desk: Desk) => void]>([
    [
      'an end that no outcome tells',
      'unlawful_ends',
      ({ bookFile }) => change(bookFile, "update deal set state = 'lost', reason = 'budget' where id = 1"),
    ],
    [
      'rows without their deal',
      'orphans',
      ({ bookFile }) => change(bookFile, "insert into slip (deal_id, slipped_on) values (9, '2025-07-01')"),
    ],
    [
      'damage',
      'damaged_book',
      ({ bookFile }) => writeFileSync(bookFile, readFileSync(bookFile).fill(0xaa, 20_000, 40_000)),
    ],
    ['a letter in its place', 'not_a_book', ({ bookFile }) => writeFileSync(bookFile, 'Dear Ms Aoki,\n'.repeat(300))],
    ['a newer version', 'newer_book', ({ bookFile }) => change(bookFile, 'pragma user_version = 999')],
    [
      'a book that was cut down to nothing',
      'emptied_book',
      ({ bookFile, folder }) => {
        mkdirSync(join(folder, 'backups'), { mode: 0o700 });
        copyFileSync(bookFile, join(folder, 'backups', 'followup-2025-07-01-090000.db'));
        chmodSync(join(folder, 'backups', 'followup-2025-07-01-090000.db'), 0o600);
        writeFileSync(bookFile, '');
      },
    ],
    [
      'changes without their book',
      'stray_wal',
      ({ bookFile }) => {
        writeFileSync(`${bookFile}-wal`, 'changes');
        rmSync(bookFile);
      },
    ],
    ['settings that cannot be used', 'bad_config', ({ folder }) => writeFileSync(join(folder, 'config.json'), '{')],
    [
      'a playbook that cannot be used',
      'bad_playbook',
      ({ folder }) => {
        mkdirSync(join(folder, 'playbooks'));
        writeFileSync(join(folder, 'playbooks', 'mine.yaml'), 'language: en\nfrobnicate: 1\n');
      },
    ],
  ])('finds %s, and says what to do', async (_what, code, spoil) => {
    const desk = await deskWith('Aoki', 'Sato');
    spoil(desk);
    expect(await problemsOf(desk)).toEqual([1, [code]]);
    expect((await problemsOf(desk, '--fix'))[0]).toBe(1);
  });

  test.each(LANGUAGES)('says for each what it means and what to do (%s)', async (language) => {
    const desk = await setUpDesk({ onDisk: true, language, width: 80 });
    await desk.run('add', 'Aoki');
    await desk.run('note', '1', 'sent the case study');
    change(desk.bookFile, 'update figures set unanswered = 7');
    chmodSync(desk.bookFile, 0o644);
    const { code, out, err } = await desk.run('doctor');
    expect(code).toBe(1);
    expect(out.match(/^! /gm)).toHaveLength(2);
    expect(out).toContain('followup doctor --fix');
    expect(err).not.toBe('');
    const fixed = await desk.run('doctor', '--fix');
    expect([fixed.code, fixed.out.match(/^✓ /gm)?.length]).toEqual([0, 2]);
  });

  test('reminds of backups, which is advice and no fault', async () => {
    const desk = await deskWith('Aoki');
    const advice = async (): Promise<string[]> =>
      (await desk.json('doctor')).findings.filter(({ problem }: Found) => !problem).map(({ code }: Found) => code);
    expect(await advice()).toEqual(['no_backup']);
    const { file } = await desk.json('backup');
    const noon = Date.parse('2025-07-22T03:00:00.000Z') / 1000;
    utimesSync(file, noon - 29 * 86_400, noon - 29 * 86_400);
    expect(await advice()).toEqual([]);
    utimesSync(file, noon - 31 * 86_400, noon - 31 * 86_400);
    expect(await advice()).toEqual(['old_backup']);
  });

  test('leaves a folder alone that is not the program’s own', async () => {
    const desk = await deskWith();
    const folder = join(desk.folder, 'project');
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    await desk.run('add', 'Aoki', '--db', join(folder, 'book.db'));
    expect(await problemsOf(desk, '--fix', '--db', join(folder, 'book.db'))).toEqual([0, []]);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('755');
  });

  test('mends nothing else: the deals are as they were', async () => {
    const desk = await deskWith('Aoki', 'Sato');
    change(desk.bookFile, "update deal set state = 'lost', reason = 'budget' where id = 1");
    await desk.run('doctor', '--fix');
    expect(await cellOf(desk.bookFile, 'select state from deal where id = 1')).toBe('lost');
  });
});

/** Leaves a file that nobody has touched for hours. */
function leave(file: string): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(file, '', { mode: 0o600 });
  const hoursBefore = Date.parse('2025-07-22T00:00:00.000Z') / 1000;
  utimesSync(file, hoursBefore, hoursBefore);
}

describe('a folder that a sync service manages', () => {
  test.each([
    ['/home/mori/Dropbox/sales/book.db', 'Dropbox'],
    ['/home/mori/Dropbox (Aoki Kogyo)/book.db', 'Dropbox'],
    ['/Users/mori/OneDrive - Aoki Kogyo/book.db', 'OneDrive'],
    ['/home/mori/OneDrive/book.db', 'OneDrive'],
    ['/Users/mori/Library/CloudStorage/GoogleDrive-mori@example.com/My Drive/book.db', 'Google Drive'],
    ['/home/mori/Google Drive/book.db', 'Google Drive'],
    ['/Users/mori/Library/Mobile Documents/com~apple~CloudDocs/book.db', 'iCloud Drive'],
    ['/home/mori/Box/book.db', 'Box'],
    ['/home/mori/Box Sync/book.db', 'Box'],
    ['/home/mori/Nextcloud/sales/book.db', 'Nextcloud'],
    ['/home/mori/.local/share/followup/followup.db', null],
    ['/home/mori/box/book.db', null],
    ['/home/mori/dropboxes/book.db', null],
    ['/home/mori/Toolbox/book.db', null],
  ])('%s: %s', (file, service) => {
    expect(syncServiceOf(file)).toBe(service);
  });

  test('is known by the mark in it, whatever it is called', () => {
    const folder = freshFolder();
    mkdirSync(join(folder, '.stfolder'));
    expect(syncServiceOf(join(folder, 'deep', 'down', 'book.db'))).toBe('Syncthing');
  });

  test.each(LANGUAGES)(
    'is warned of beside the answer, never in JSON, and is a finding of the doctor (%s)',
    async (language) => {
      const desk = await setUpDesk({ onDisk: true, language });
      const file = join(desk.folder, 'Dropbox', 'book.db');
      const { code, err } = await desk.run('add', 'Aoki', '--db', file);
      expect([code, err.includes('Dropbox')]).toEqual([0, true]);
      expect((await desk.run('list', '--db', file, '--json')).err).toBe('');
      expect(await problemsOf(desk, '--db', file)).toEqual([1, ['synced_folder']]);
    },
  );

  test('is warned of once a day for a book', () => {
    const cache = join(freshFolder(), 'cache');
    const due = (name: string, day: string) => syncWarningDue(`/home/mori/Dropbox/${name}`, day as Day, cache);
    expect(due('book.db', '2025-07-22')).toBe('Dropbox');
    expect(due('book.db', '2025-07-22')).toBeNull();
    expect(due('book.db', '2025-07-23')).toBe('Dropbox');
    expect(due('other.db', '2025-07-23')).toBe('Dropbox');
    expect(syncWarningDue('/home/mori/book.db', '2025-07-24' as Day, cache)).toBeNull();
  });
});
