import iconv from 'iconv-lite';
import { bytesSource, type Source } from '../../src/exchange/table/source.ts';

/** Returns a text as a file in some encoding, read `chunkBytes` at a time. */
export function encoded(text: string, encoding = 'utf-8', chunkBytes?: number): Source {
  return bytesSource('deals.csv', iconv.encode(text, encoding), chunkBytes);
}

/** Returns bytes written as hex, or one byte for each character of a plain text, as a file. */
export function literal(bytes: string, chunkBytes?: number): Source {
  const isHex = /^(?:[0-9a-f]{2} ?)+$/.test(bytes);
  const buffer = isHex ? Buffer.from(bytes.replace(/ /g, ''), 'hex') : Buffer.from(bytes, 'latin1');
  return bytesSource('deals.csv', buffer, chunkBytes);
}

/** Returns all that an iteration gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
