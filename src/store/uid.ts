const BYTES = 16;
/** Drawn together: asking for each costs more than an insert. */
const DRAWN = 256;

let drawn = Buffer.alloc(0);

/** Returns what no other deal of any book is called: 128 random bits in hexadecimal digits. */
export function newUid(): string {
  // The platform's own source: the module of cryptography would be loaded by every command.
  if (drawn.length < BYTES) drawn = Buffer.from(crypto.getRandomValues(new Uint8Array(BYTES * DRAWN)));
  const uid = drawn.toString('hex', 0, BYTES);
  drawn = drawn.subarray(BYTES);
  return uid;
}
