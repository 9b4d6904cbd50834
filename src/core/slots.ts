export interface Filled {
  readonly text: string;
  /** The slots that had no value, each once, in the order they appear. */
  readonly missing: string[];
}

/**
 * Puts values where a template says `{slot}`, and `blank(slot)` where there is none; white space alone is no value. One
 * pass, no logic: what was put in is never read again, so a customer's words may contain braces.
 */
export function fill(
  template: string,
  values: Partial<Record<string, string>>,
  blank: (slot: string) => string,
): Filled {
  const missing = new Set<string>();
  const text = template.replace(SLOT, (_, slot: string) => {
    const value = Object.hasOwn(values, slot) ? values[slot] : undefined;
    if (value !== undefined && value.trim() !== '') return value;
    missing.add(slot);
    return blank(slot);
  });
  return { text, missing: [...missing] };
}

/** Returns the slots a template names, each once, in the order they appear. */
export function slotsOf(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(SLOT), (match) => match[1] as string))];
}

const SLOT = /\{([a-z][A-Za-z0-9]*)\}/g;
