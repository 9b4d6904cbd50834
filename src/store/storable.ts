/**
 * Returns the values as every engine can keep them. Half a character (JSON can hold one) has no UTF-8, and PostgreSQL keeps no
 * U+0000: the sign for what cannot be read stands in their place.
 */
export function toStorable(values: readonly unknown[]): unknown[] {
  return values.map((it) => (typeof it === 'string' ? it.toWellFormed().replaceAll('\u0000', '\ufffd') : it));
}
