import { Failure } from '../core/failure.ts';

/** Returns the bytes of a file, or of standard input for `-`. Throws Failure where it is missing or cannot be read. */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    // Loaded here: it is slow to load, and few commands read a file.
    if (file !== '-') return await (await import('node:fs/promises')).readFile(file);
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Failure(isMissing ? 'file_missing' : 'file_unreadable', { file });
  }
}
