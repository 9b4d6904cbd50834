/** Returns whether a book is on a PostgreSQL server; every other one is a file. */
export function isServer(book: string): boolean {
  return /^postgres(ql)?:/i.test(book);
}

/** Returns the file with the home folder for its `~`, which not every shell puts there. */
export function underHome(book: string, home: string): string {
  return book.replace(/^~(?=[\\/])/, () => home);
}

/** Returns whether the address of a book has a password in it. */
export function hasPassword(book: string): boolean {
  return isServer(book) && withoutPassword(book) !== book;
}

/** Returns the address as it may be shown and kept. A file's stays as it is. */
export function withoutPassword(book: string): string {
  if (!isServer(book)) return book;
  // A password may itself have an @ in it, or a slash: the last @ ends it. A port, and settings with an @ in them, are none.
  return book
    .replace(/^([a-z]+:(?:\/\/)?[^:@/?]*):(?!\d+(?:\/[^@?]*)?(?:\?|$)).*@/i, '$1@')
    .replace(/([?&])(?:ssl)?password=[^&]*&?/gi, '$1');
}

/** Returns the address of a server's book for another login, without a password. */
export function addressFor(book: string, login: string): string {
  const own = withoutPassword(book).replace(/^([a-z]+:)(?:\/\/)?(?:[^@/?]*@)?/i, `$1//${encodeURIComponent(login)}@`);
  // A host that the service file knows is left out; its place is not. A login among the settings would outrank the one before it.
  return own
    .replace(/@(?=\?|$)/, '@/')
    .replace(/([?&])user=[^&]*&?/gi, '$1')
    .replace(/[?&]$/, '');
}
