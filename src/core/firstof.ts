/** Returns the first few items in an order. A book has many deals and a page shows few: sorting all of them would take longer. */
export function firstOf<Item>(items: readonly Item[], count: number, compare: (a: Item, b: Item) => number): Item[] {
  if (items.length <= count) return items.toSorted(compare);
  const found: Item[] = [];
  for (const item of items) {
    const last = found[found.length - 1];
    if (found.length === count && last !== undefined && compare(item, last) >= 0) continue;
    let at = found.length;
    while (at > 0 && compare(item, found[at - 1] as Item) < 0) at -= 1;
    found.splice(at, 0, item);
    if (found.length > count) found.pop();
  }
  return found;
}
