import mustache from 'mustache';

export interface Filled {
  readonly text: string;
  /** The slots that had no value, each once, in the order they appear. */
  readonly missing: string[];
}

/** Playbooks write `{slot}`, and `{#slot}…{/slot}` around words that stand only where the slot has a value. */
const TAGS: [string, string] = ['{', '}'];

/**
 * Puts values where a template says `{slot}`, and `blank(slot)` where there is none; white space alone is no value. No
 * logic, and what was put in is never read again, so a customer's words may contain braces.
 */
export function fill(
  template: string,
  values: Partial<Record<string, string>>,
  blank: (slot: string) => string,
): Filled {
  // Without a prototype nobody finds `constructor`.
  const known: Record<string, string> = Object.create(null);
  for (const [slot, value] of Object.entries(values))
    if (value !== undefined && value.trim() !== '') known[slot] = value;
  const writer = new BlankWriter(blank);
  return { text: writer.render(template, known, {}, TAGS), missing: [...writer.missing] };
}

/** Mustache writes nothing where a value is missing; a draft shows that it is. */
class BlankWriter extends mustache.Writer {
  readonly missing = new Set<string>();
  readonly #blank: (slot: string) => string;

  constructor(blank: (slot: string) => string) {
    super();
    this.#blank = blank;
  }

  override escapedValue(token: string[], context: mustache.Context): string {
    const slot = token[1] ?? '';
    const value: unknown = context.lookup(slot);
    if (typeof value === 'string') return value;
    this.missing.add(slot);
    return this.#blank(slot);
  }
}
