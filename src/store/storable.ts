/**
 * Returns the values as every engine can keep them. Half a character (JSON can hold one) has no UTF-8, and PostgreSQL keeps no
 * U+0000: the sign for what cannot be read stands in their place.
 */
export function toStorable(values: readonly unknown[]): unknown[] {
  return values.map((it) => (typeof it === 'string' && !isStorable(it) ? toStorableText(it) : it));
}

/** Looked at first: nearly every text is as it should be, and an import brings millions. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}

function toStorableText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\ufffd');
}
