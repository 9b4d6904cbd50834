/** Numbers on one page; the deals that one command touches lie close together. */
const PAGE = 32_768;

/** A set of whole numbers in about a bit each: an import may touch a million deals. */
export class NumberSet {
  readonly #pages = new Map<number, Uint8Array>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(number: number): boolean {
    const byte = this.#pages.get(Math.floor(number / PAGE))?.[(number % PAGE) >> 3] ?? 0;
    return (byte & (1 << (number & 7))) !== 0;
  }

  add(number: number): void {
    if (this.has(number)) return;
    const at = Math.floor(number / PAGE);
    const page = this.#pages.get(at) ?? new Uint8Array(PAGE / 8);
    this.#pages.set(at, page);
    const place = (number % PAGE) >> 3;
    page[place] = (page[place] ?? 0) | (1 << (number & 7));
    this.#size += 1;
  }
}
