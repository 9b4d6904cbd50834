import type { Deal, DealPatch } from './deal.ts';
import { Failure } from './failure.ts';

/** What a deal's history consists of. */
export const PARTS = ['contacts', 'promises', 'questions', 'materials', 'outcome'] as const;
export type Part = (typeof PARTS)[number];

/** One thing about a deal that is another by now than when it was shown. */
export interface Change {
  readonly what: keyof Deal | Part;
  readonly before: unknown;
  readonly after: unknown;
  /** What was to stand there instead and was not recorded. */
  readonly mine?: unknown;
}

/** What became of a deal since it was shown, and the step that changed it last. */
export interface Meanwhile {
  readonly seen: Deal;
  readonly now: Deal;
  readonly changes: readonly Change[];
  readonly step: number;
  /** The login that gave it, where a team works on one book; else empty. */
  readonly by: string;
  /** The instant, in ISO 8601. */
  readonly at: string;
}

/** Somebody else changed the deal that a command is about. */
export class DealChanged extends Failure {
  readonly meanwhile: Meanwhile;
  constructor(meanwhile: Meanwhile, code = 'deal_changed', commands: readonly string[] = []) {
    const { now, step, by, at, changes } = meanwhile;
    super(code, { id: now.id, step, by, at, changes: changes.map(({ what }) => what), commands });
    this.meanwhile = meanwhile;
  }
}

/** Where a material stands is set and not added to; of everything else in a history, what is only added is in nobody's way. */
export function isAdded({ what, before }: Change): boolean {
  return before === null && what !== 'materials' && (PARTS as readonly string[]).includes(what);
}

/** Half of one and half of the other would be neither's. */
const TOGETHER: readonly (readonly (keyof DealPatch)[])[] = [
  ['amount', 'currency'],
  ['next', 'nextOn', 'booked'],
];

/** Parts what is to be set into what nobody else has touched since the deal was shown, and what somebody has set otherwise. */
export function beside(seen: Deal, now: Deal, patch: DealPatch): { free: DealPatch; taken: readonly Change[] } {
  const isTaken = (field: keyof DealPatch): boolean => {
    const fields = TOGETHER.find((it) => it.includes(field)) ?? [field];
    return (
      fields.some((it) => !isSame(seen[it], now[it])) &&
      fields.some((it) => patch[it] !== undefined && !isSame(patch[it], now[it]))
    );
  };
  const { unknowns, ...fields } = patch;
  const names = Object.keys(fields) as (keyof typeof fields)[];
  const taken = names.filter(isTaken);
  return {
    free: {
      ...Object.fromEntries(names.filter((it) => !taken.includes(it)).map((it) => [it, fields[it]])),
      ...(unknowns && { unknowns: { ...now.unknowns, ...addedTo(seen.unknowns, unknowns) } }),
    },
    taken: taken
      .filter((it) => !isSame(fields[it], now[it]))
      .map((it) => ({ what: it, before: seen[it], after: now[it], mine: fields[it] })),
  };
}

function addedTo(seen: Deal['unknowns'], unknowns: Deal['unknowns']): Deal['unknowns'] {
  return Object.fromEntries(Object.entries(unknowns).filter(([code, on]) => seen[code] !== on));
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
