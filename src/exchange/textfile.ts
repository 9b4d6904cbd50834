import { writeFile } from 'node:fs/promises';
import { Failure } from '../core/failure.ts';

/** Writes a file that its owner alone can read. Returns false where it exists already and may not be replaced. */
export async function writeTextFile(file: string, text: string, mayReplace: boolean): Promise<boolean> {
  try {
    await writeFile(file, text, { mode: 0o600, flag: mayReplace ? 'w' : 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new Failure('file_not_writable', { file });
  }
}
