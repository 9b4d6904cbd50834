import { widthOf } from './layout.ts';
import type { Page } from './page.ts';

const INDENT = '  ';

/** Returns which key does what, in as many lines as it takes; a key is never parted from its word. */
export function keysView(keys: readonly { readonly key: string; readonly name: string }[], page: Page): string {
  const { paint, width } = page;
  const lines: string[] = [];
  for (const { key, name } of keys) {
    const item = `${paint.strong(key)} ${name}`;
    const last = lines.at(-1);
    const joined = `${last}   ${item}`;
    if (last !== undefined && (width === null || widthOf(joined) < width)) lines[lines.length - 1] = joined;
    else lines.push(INDENT + item);
  }
  return lines.join('\n');
}
