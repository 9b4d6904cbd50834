import { accessSync, chmodSync, constants, existsSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backupFolder, backupsOf } from './backup.ts';
import { advice, type Finding, problem } from './finding.ts';
import { isOnNetwork, syncServiceOf } from './location.ts';

interface Place {
  readonly book: string;
  readonly at: string;
  readonly ownFolder: string;
  readonly isFixing: boolean;
}

/** A backup must fit beside the book, and the book must be able to grow. */
const LEAST_FREE_BYTES = 100 * 1024 * 1024;
/** A month of notes is more than one cares to type again. */
const OLD_BACKUP_DAYS = 30;
const DAY_MS = 86_400_000;
/** A file younger than this may be in the hands of a command that still runs. */
const AT_WORK_MS = 3_600_000;

/** Returns what is to be said of the file of a book and of the place where it lies. */
export function placeFindings(place: Place): Finding[] {
  const { book, at } = place;
  const folder = dirname(book);
  if (!existsSync(folder)) return [];
  const service = syncServiceOf(book);
  return [
    ...strayWal(book),
    ...permissionFindings(place),
    ...(service ? [problem('synced_folder', { file: book, service })] : []),
    ...(isOnNetwork(folder) ? [problem('network_folder', { file: book })] : []),
    ...spaceFindings(book, folder),
    ...leftovers(place),
    ...(existsSync(book) ? backupFindings(book, at) : []),
  ];
}

/** The latest changes of a book stand beside it for a while; without the book they wait for it. */
function strayWal(book: string): Finding[] {
  const wal = `${book}-wal`;
  const isStray = !existsSync(book) && existsSync(wal) && statSync(wal).size > 0;
  return isStray ? [problem('stray_wal', { file: wal })] : [];
}

function permissionFindings({ book, ownFolder, isFixing }: Place): Finding[] {
  // Windows keeps its permissions elsewhere.
  if (constants.S_IRWXU === undefined) return [];
  const files = [book, ...backupsOf(book)].filter((file) => existsSync(file));
  const folders = [...(dirname(book) === ownFolder ? [ownFolder] : []), backupFolder(book)].filter((it) =>
    existsSync(it),
  );
  const findings = [
    ...files.map((path) => openToOthers(path, 'open_file', 0o600, isFixing)),
    ...folders.map((path) => openToOthers(path, 'open_folder', 0o700, isFixing)),
  ].flat();
  const isLocked = existsSync(book) && !(isWritable(book) && isWritable(dirname(book)));
  return isLocked ? [...findings, problem('book_not_writable', { file: book })] : findings;
}

function openToOthers(path: string, code: string, mode: number, isFixing: boolean): Finding[] {
  if ((statSync(path).mode & 0o077) === 0) return [];
  if (isFixing) chmodSync(path, mode);
  return [problem(code, { file: path }, isFixing)];
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function spaceFindings(book: string, folder: string): Finding[] {
  const { bavail, bsize } = statfsSync(folder);
  const needed = Math.max(LEAST_FREE_BYTES, existsSync(book) ? 2 * statSync(book).size : 0);
  const free = bavail * bsize;
  return free < needed ? [problem('disk_low', { megabytes: Math.floor(free / 1024 / 1024) })] : [];
}

/** What a command that was killed left half-written. It has no name yet, so nothing is lost with it. */
function leftovers({ book, at, isFixing }: Place): Finding[] {
  const start = basename(book);
  const beside = readdirSync(dirname(book))
    .filter((name) => name.startsWith(`${start}.incoming`))
    .map((name) => join(dirname(book), name));
  const backups = backupFolder(book);
  const parts = existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith('.db.part')) : [];
  const files = [...beside, ...parts.map((name) => join(backups, name))].filter(
    (file) => Date.parse(at) - statSync(file).mtimeMs > AT_WORK_MS,
  );
  if (isFixing) for (const file of files) rmSync(file, { force: true });
  return files.length > 0 ? [problem('leftovers', { files }, isFixing)] : [];
}

function backupFindings(book: string, at: string): Finding[] {
  const [newest] = backupsOf(book);
  if (!newest) return [advice('no_backup', {})];
  const days = Math.floor((Date.parse(at) - statSync(newest).mtimeMs) / DAY_MS);
  return days > OLD_BACKUP_DAYS ? [advice('old_backup', { days, file: newest })] : [];
}
