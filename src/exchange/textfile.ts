import { Failure } from '../core/failure.ts';

/** Writes a file that its owner alone can read. Returns false where it exists already and may not be replaced. */
export async function writeTextFile(file: string, text: string, mayReplace: boolean): Promise<boolean> {
  try {
    // Loaded here: it is slow to load, and few commands write a file.
    const { open } = await import('node:fs/promises');
    const handle = await open(file, mayReplace ? 'w' : 'wx', 0o600);
    try {
      // One that was there before keeps its permissions; a pipe or a device is not ours to change.
      if ((await handle.stat()).isFile()) await handle.chmod(0o600);
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new Failure('file_not_writable', { file });
  }
}
