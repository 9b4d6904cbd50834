import { ownText } from '../text.ts';

/** Columns repeat their stages, days and owners; so many different ones are kept, and then forgotten together. */
const MOST_REMEMBERED = 5_000;

/** Returns the same reader, which reads what repeats only once. What it returns must not depend on anything but the text. */
export function remember<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const kept = ownText(text);
    const value = read(kept);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(kept, { value });
    return value;
  };
}
