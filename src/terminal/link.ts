import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';

const START = '\u001b]8;;';
const END = '\u001b\\';

/** Returns the text as a link (OSC 8) to an encoded address with its scheme, or to a file by its whole path. */
export function link(text: string, target: string): string {
  const address = isAbsolute(target) ? pathToFileURL(target).href : target;
  return `${START}${address}${END}${text}${START}${END}`;
}

/** Returns the text without its links: not every pager knows them. */
export function withoutLinks(text: string): string {
  return text
    .split(START)
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf(END) + END.length)))
    .join('');
}
