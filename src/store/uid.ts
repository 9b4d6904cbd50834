import { randomBytes } from 'node:crypto';

const BYTES = 16;
/** Drawn together: asking for each costs more than an insert. */
const DRAWN = 256;

let drawn = Buffer.alloc(0);

/** Returns what no other deal of any book is called: 128 random bits in hexadecimal digits. */
export function newUid(): string {
  if (drawn.length < BYTES) drawn = randomBytes(BYTES * DRAWN);
  const uid = drawn.toString('hex', 0, BYTES);
  drawn = drawn.subarray(BYTES);
  return uid;
}
