import { narrow } from './text.ts';

/** How a path begins that can be nothing else; a file with a strange name is reached so. */
const PATH = /^(?:\/(?!\/)|\.{1,2}[\\/]|~[\\/]|\\\\|[a-z]:[\\/])/i;

/** What makes a text an address: a scheme, one without its colon, a login with a password, a setting of PostgreSQL's own programs. */
const MARKS: readonly RegExp[] = [
  /[a-z][\w.+:-]+:\/\//i,
  /^["'<(]*[\w.+-]+\/\/.*@/s,
  /(?:^|[^\s/\\:@]{2,}):.*@/s,
  /(?:^|[\s?&;,"'])(?:host|hostaddr|port|dbname|user|password|passfile|service|sslmode)\s*=/i,
];

/** Returns whether a text that is no address of a server was meant as one. As a file it would be made, its password in the name. */
export function isStrayAddress(text: string): boolean {
  // As keyboards for Japanese write it, and as forms send it.
  const plain = narrow(decoded(text));
  return !PATH.test(plain) && MARKS.some((mark) => mark.test(plain));
}

/** Returns what may be shown of such a text: its first word. A password can be anywhere behind it. */
export function startOfStray(text: string): string {
  const [word = ''] = /^[\p{L}\d_.+-]{1,20}(?=\s*[:/=：／＝])/u.exec(text) ?? [];
  return `${word}…`;
}

/** Returns the text with what is written as %40 read, where all of it can be. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
