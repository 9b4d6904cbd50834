const DRAWN_BYTES = 12;
const COUNT_DIGITS = 8;
const MOST_COUNTED = 16 ** COUNT_DIGITS;

let drawn = '';
let count = MOST_COUNTED;

/**
 * Returns what no other deal of any book is called: 96 bits that were drawn at random for this command, and a number within it, in
 * hexadecimal digits. Scattered names would make their index the slowest part of adding many deals.
 */
export function newUid(): string {
  if (count === MOST_COUNTED) {
    // The platform's own source: the module of cryptography would be loaded by every command.
    drawn = Buffer.from(crypto.getRandomValues(new Uint8Array(DRAWN_BYTES))).toString('hex');
    count = 0;
  }
  count += 1;
  return drawn + (count - 1).toString(16).padStart(COUNT_DIGITS, '0');
}
