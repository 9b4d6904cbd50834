import { openSync, readSync } from 'node:fs';

/** A file of named pieces, of which only those that are asked for are read: how long the index is, the index, the pieces. */
export interface Sheaf {
  readonly names: readonly string[];
  /** Returns a piece; undefined where there is none of that name, or not all of it. Its bytes are good until the next one is read. */
  readonly read: (name: string) => Buffer | undefined;
}

type Index = Readonly<Record<string, readonly [at: number, length: number]>>;

/** The signs that say how long the index is. */
const HEAD = 8;

/** One room for all that is read: to use memory for the first time takes longer than to read into it. */
let room = Buffer.allocUnsafeSlow(1 << 17);

/** Opens a file of pieces, until the process ends. Throws where it is missing or no such file. */
export function openSheaf(file: string): Sheaf {
  const fd = openSync(file, 'r');
  const bytesAt = (at: number, length: number): Buffer | undefined => {
    if (length > room.length) room = Buffer.allocUnsafeSlow(length);
    return readSync(fd, room, 0, length, at) === length ? room.subarray(0, length) : undefined;
  };
  const length = Number(bytesAt(0, HEAD));
  const index: Index = JSON.parse(String(bytesAt(HEAD, length)));
  return {
    names: Object.keys(index),
    read: (name) => {
      const place = index[name];
      return place && bytesAt(HEAD + length + place[0], place[1]);
    },
  };
}

/** Returns the bytes of a file of these pieces. */
export function sheafOf(pieces: ReadonlyMap<string, Uint8Array>): Buffer {
  const index: Record<string, Index[string]> = {};
  let at = 0;
  for (const [name, { length }] of pieces) {
    index[name] = [at, length];
    at += length;
  }
  const text = Buffer.from(JSON.stringify(index));
  return Buffer.concat([Buffer.from(String(text.length).padStart(HEAD)), text, ...pieces.values()]);
}
