import { constants } from 'node:fs';
import { access, mkdtemp, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../core/failure.ts';

export type Write = (bytes: Uint8Array) => Promise<void>;

/**
 * Writes a file that its owner alone can read, as a whole or not at all: until the work is done it stands beside its place, in a
 * folder of its own. Throws Failure where it cannot be written; the old content stays then, and whenever the work throws.
 */
export async function writeWhole<Result>(file: string, work: (write: Write) => Promise<Result>): Promise<Result> {
  const { target, isDevice } = await guarded(file, () => placeOf(file));
  // A pipe or a device takes what it is given; nothing could be put in its place.
  if (isDevice) return writeTo(file, target, 'w', work);
  const folder = await guarded(file, () => mkdtemp(join(dirname(target), '.followup-')));
  try {
    const draft = join(folder, basename(target));
    const result = await writeTo(file, draft, 'wx', work);
    await guarded(file, () => rename(draft, target));
    await syncFolder(dirname(target));
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns whether two names are one file on the disk. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((file) => stat(file).catch(() => null)));
  return a !== null && b !== null && a?.ino === b?.ino && a?.dev === b?.dev;
}

/** A link stays, and what it leads to is written. */
async function placeOf(file: string): Promise<{ target: string; isDevice: boolean }> {
  const found = await stat(file).catch(() => null);
  if (!found) return { target: file, isDevice: false };
  if (found.isDirectory()) throw new Failure('file_is_folder', { file });
  await access(file, constants.W_OK);
  return { target: await realpath(file), isDevice: !found.isFile() };
}

async function writeTo<Result>(
  file: string,
  place: string,
  flag: 'w' | 'wx',
  work: (write: Write) => Promise<Result>,
): Promise<Result> {
  const handle = await guarded(file, () => open(place, flag, 0o600));
  try {
    const result = await work((bytes) => guarded(file, () => handle.writeFile(bytes)));
    // A pipe has nothing to bring to the disk.
    if (flag === 'wx') await guarded(file, () => handle.sync());
    return result;
  } finally {
    await handle.close();
  }
}

/** The new name itself is on the disk only with its folder; not every system can be asked for that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function guarded<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk_full' : 'file_not_writable', { file });
  }
}
