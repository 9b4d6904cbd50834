import type { Rule, Rulebook } from '../../src/core/wording/rule.ts';

/** A group with fewer alternatives than this is one expression, not a list of words. */
const LEAST = 3;

/** Returns the rulebook with every list of words taken apart: one rule for each alternative that can match by itself. */
export function takenApart(book: Rulebook): Rulebook {
  const entries = Object.entries(book) as [keyof Rulebook, readonly Rule[]][];
  return Object.fromEntries(entries.map(([group, rules]) => [group, rules.flatMap(alternativesOf)])) as never;
}

/** Returns the rulebook with the rules that pass. */
export function narrowed(book: Rulebook, passes: (rule: Rule) => boolean): Rulebook {
  const entries = Object.entries(book) as [keyof Rulebook, readonly Rule[]][];
  return Object.fromEntries(entries.map(([group, rules]) => [group, rules.filter(passes)])) as never;
}

function alternativesOf({ name, pattern }: Rule): Rule[] {
  return sourcesOf(pattern.source).map((source) => ({ name, pattern: new RegExp(source, 'gi') }));
}

function sourcesOf(source: string): string[] {
  return split(source, 0, source.length).flatMap((whole) => {
    const group = firstList(whole);
    if (!group) return [whole];
    return group.inside.map((it) => `${whole.slice(0, group.from)}(?:${it})${whole.slice(group.to)}`);
  });
}

/** The first plain group that lists alternatives and is not repeated. */
function firstList(source: string): { from: number; to: number; inside: readonly string[] } | undefined {
  for (let at = 0; at < source.length; at = next(source, at)) {
    if (!source.startsWith('(?:', at)) continue;
    const to = next(source, at);
    if (/^[?*+{]/.test(source.slice(to))) continue;
    const inside = split(source, at + 3, to - 1);
    if (inside.length >= LEAST) return { from: at, to, inside };
  }
  return undefined;
}

function split(source: string, from: number, to: number): string[] {
  const parts: string[] = [];
  let start = from;
  for (let at = from; at < to; at = next(source, at)) {
    if (source[at] !== '|') continue;
    parts.push(source.slice(start, at));
    start = at + 1;
  }
  return [...parts, source.slice(start, to)];
}

/** Returns where the piece at this place ends: an escape, a class, a whole group, or one sign. */
function next(source: string, at: number): number {
  if (source[at] === '\\') return at + 2;
  if (source[at] === '[') {
    let end = at + 1;
    while (source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
    return end + 1;
  }
  if (source[at] !== '(') return at + 1;
  let end = at + 1;
  while (source[end] !== ')') end = next(source, end);
  return end + 1;
}
