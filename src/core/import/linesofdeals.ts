/** Lines of one page; a file of a million rows touches deals whose numbers lie close together. */
const PAGE = 4096;

/** Remembers the line of a file that first spoke of each deal, in a few bytes a deal. */
export class LinesOfDeals {
  readonly #pages = new Map<number, Uint32Array>();

  /** Returns whether a line spoke of this deal. */
  has(dealId: number): boolean {
    return (this.#pages.get(Math.floor(dealId / PAGE))?.[dealId % PAGE] ?? 0) > 0;
  }

  /** Returns the line that spoke of this deal before, or null and keeps this one. */
  seen(dealId: number, line: number): number | null {
    const at = Math.floor(dealId / PAGE);
    const page = this.#pages.get(at) ?? new Uint32Array(PAGE);
    this.#pages.set(at, page);
    const earlier = page[dealId % PAGE] ?? 0;
    if (earlier > 0) return earlier;
    page[dealId % PAGE] = line;
    return null;
  }
}
