import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Failure } from '../../core/failure.ts';

/** Bytes that can be read from the start as often as needed, a piece at a time. */
export interface Source {
  /** As the user knows it. */
  readonly name: string;
  readonly size: number;
  chunks(): AsyncIterable<Uint8Array>;
  /** Removes what was copied for reading; the user's own file stays. */
  close(): Promise<void>;
}

const CHUNK_BYTES = 64 * 1024;

/** Returns bytes in memory as a source, in pieces of `chunkBytes`. */
export function bytesSource(name: string, bytes: Uint8Array, chunkBytes = CHUNK_BYTES): Source {
  return {
    name,
    size: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
    close: async () => {},
  };
}

/** Returns a file as a source; a pipe is copied first. Throws Failure where there is none, or where it may not be read. */
export async function fileSource(path: string): Promise<Source> {
  const found = await stat(path).catch((error) => {
    throw toFailure(error, path);
  });
  if (!found.isFile()) return spooledSource(path, createReadStream(path));
  return { name: path, size: found.size, chunks: () => chunksOf(path, path), close: async () => {} };
}

/**
 * Copies a stream, which can be read only once, to a file that its owner alone can read, and returns that.
 * Throws Failure where the stream breaks off; no copy is left behind then.
 */
export async function spooledSource(name: string, stream: AsyncIterable<Uint8Array>): Promise<Source> {
  const folder = await mkdtemp(join(tmpdir(), 'followup-'));
  const close = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'spool');
    await pipeline(stream, createWriteStream(file, { mode: 0o600 }));
    const { size } = await stat(file);
    return { name, size, chunks: () => chunksOf(file, name), close };
  } catch (error) {
    await close();
    throw toFailure(error, name);
  }
}

async function* chunksOf(path: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    throw toFailure(error, name);
  }
}

function toFailure(error: unknown, file: string): Failure {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new Failure('disk_full');
  return new Failure(code === 'ENOENT' ? 'file_missing' : 'file_unreadable', { file });
}
