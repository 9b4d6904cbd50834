import { randomBytes } from 'node:crypto';

/** Returns what no other deal of any book is called: 128 random bits in hexadecimal digits. */
export function newUid(): string {
  return randomBytes(16).toString('hex');
}
