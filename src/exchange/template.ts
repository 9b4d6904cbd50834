import mustache from 'mustache';

/** What a template of a playbook names, and what it should not. */
export interface TemplateReading {
  /** The slots it fills, each once, in the order they appear. */
  readonly slots: readonly string[];
  /** The slots it only asks for, to leave words out. */
  readonly conditions: readonly string[];
  /** What is neither `{slot}` nor `{#slot}…{/slot}` nor `{^slot}…{/slot}`, or does not close. */
  readonly problem: string | null;
}

const TAG = /\{[#^/]?[a-z][A-Za-z0-9]*\}/g;

/** Reads a template without filling it. */
export function readTemplate(template: string): TemplateReading {
  const stray = /.{0,12}[{}].{0,12}/.exec(template.replace(TAG, ''))?.[0];
  if (stray !== undefined) return { slots: [], conditions: [], problem: stray };
  try {
    const slots = new Set<string>();
    const conditions = new Set<string>();
    gather(mustache.parse(template, ['{', '}']), slots, conditions);
    return { slots: [...slots], conditions: [...conditions], problem: null };
  } catch (error) {
    return { slots: [], conditions: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

function gather(spans: mustache.TemplateSpans, slots: Set<string>, conditions: Set<string>): void {
  for (const [kind, name, , , inside] of spans) {
    if (kind === 'name') slots.add(name);
    if (kind !== '#' && kind !== '^') continue;
    conditions.add(name);
    if (Array.isArray(inside)) gather(inside, slots, conditions);
  }
}
