/** What would end an address in the header of a mail and begin another, or is not seen at all. */
const UNFIT = /[\s@<>()[\]\\,;:"\p{C}]/u;

/** Returns whether the text is one address: something, an @, a host, and nothing a mail program would read as more. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const parts = [text.slice(0, Math.max(0, at)), text.slice(at + 1)];
  return parts.every((part) => part !== '' && !UNFIT.test(part));
}
