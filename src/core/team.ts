import { rounded } from './replies.ts';
import { similarTo } from './similar.ts';
import { folded } from './spelling.ts';

/** What a rep's open deals and last weeks look like, in numbers. */
export interface RepFigures {
  /** Null for the deals that nobody has. */
  readonly owner: string | null;
  readonly open: number;
  /** Open deals on which something is owed, and those of them whose day has passed. */
  readonly owed: number;
  readonly overdue: number;
  /** Answers that are still out today, and those heard in the period. */
  readonly outstanding: number;
  readonly collected: number;
  /** Open deals of which nobody knows when they decide. */
  readonly undated: number;
  /** Contacts of ours in the period that reached somebody, and those of them that only asked how it goes. */
  readonly contacts: number;
  readonly statusOnly: number;
}

/** Orders by name, in code points; what nobody has comes last. */
export function compareReps(a: RepFigures, b: RepFigures): number {
  if (a.owner === null || b.owner === null) return Number(a.owner === null) - Number(b.owner === null);
  return a.owner < b.owner ? -1 : 1;
}

/** Returns which part of the contacts only asked how it goes, or null where there were none. */
export function statusOnlyShare({ contacts, statusOnly }: RepFigures): number | null {
  return contacts === 0 ? null : rounded(statusOnly / contacts);
}

/** Returns what people's names are compared by, as they are read: `ken sato` and `Ｋｅｎ　Ｓａｔｏ` are one. */
export function nameKey(name: string): string {
  return folded(name).replace(/\s/g, '');
}

/** Returns those of the names that may be meant by another one: the same as people read it, a part of it, or one with a slip in it. */
export function namesLike(name: string, names: readonly string[]): string[] {
  const key = nameKey(name);
  return names.filter((it) => {
    const other = nameKey(it);
    return other.includes(key) || key.includes(other) || similarTo(key, [other]) !== undefined;
  });
}
