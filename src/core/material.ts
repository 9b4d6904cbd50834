import type { MaterialCode } from './codes.ts';
import type { Deal, DealKind, Material } from './deal.ts';
import type { Figures } from './figures.ts';

export type StandardSets = Readonly<Record<DealKind, readonly MaterialCode[]>>;

const SMALL_SET = ['quote', 'proposal', 'plan'] as const;
const MID_SET = [...SMALL_SET, 'compare', 'case', 'roi', 'ringi'] as const;

/** The short checklist a new deal starts with: what a deal of its kind cannot be decided without. */
export const STANDARD_SETS: StandardSets = {
  small: SMALL_SET,
  mid: MID_SET,
  system: [...MID_SET, 'security', 'privacy', 'req', 'contract'],
};

/** What the customer still lacks in order to decide. */
export interface Lack {
  /** Essentials nobody has asked for or promised: gaps that we should see ourselves. */
  readonly essentials: readonly MaterialCode[];
  /** Everything not yet in their hands: the essentials, what they asked for, what we promised. */
  readonly all: readonly MaterialCode[];
}

const NOTHING_LACKING: Lack = { essentials: [], all: [] };

/**
 * Returns what is lacking. Essentials are the standard set of the deal's kind; without a kind none are presumed. What was
 * asked for or promised is owed already and does not count a second time as a gap.
 */
export function lackOf({ kind, figures }: Pick<Deal, 'kind'> & { figures: Figures }, sets: StandardSets): Lack {
  const owed = [
    ...figures.wanted.map(({ code }) => code),
    ...figures.promises.flatMap(({ material }) => (material ? [material] : [])),
  ];
  if (!kind && owed.length === 0) return NOTHING_LACKING;
  const essentials = (kind ? sets[kind] : []).filter((code) => !figures.settled.includes(code) && !owed.includes(code));
  return { essentials, all: [...new Set([...owed, ...essentials])] };
}

/** Returns the deal's checklist: its standard set first, then whatever else was recorded. */
export function checklist(
  kind: DealKind | null,
  materials: readonly Material[],
  sets: StandardSets,
): readonly (Material | { readonly code: MaterialCode; readonly status: null; readonly on: null })[] {
  const recorded = new Map(materials.map((material) => [material.code, material]));
  const codes = [...new Set([...(kind ? sets[kind] : []), ...recorded.keys()])];
  return codes.map((code) => recorded.get(code) ?? { code, status: null, on: null });
}
