import type { DealFields } from './deal.ts';
import type { Placement } from './priority.ts';
import { TERM_GROUPS, type TermCode } from './term.ts';

/** A term that counts nothing because what it would be weighed by is not known. */
export interface UnknownTerm {
  readonly code: TermCode;
  readonly facts: readonly (keyof DealFields | 'lastContactOn' | 'lastSignalOn' | 'latestUsefulOn')[];
}

/** What each term is measured by. Terms that need nothing but the record itself are not listed: they are never unknown. */
const MEASURED_BY: Partial<Record<TermCode, UnknownTerm['facts']>> = {
  milestone_near: ['goalOn'],
  decision_after_latest: ['decisionOn', 'goalOn'],
  decision_passed: ['decisionOn'],
  decision_near: ['decisionOn'],
  next_soon: ['nextOn'],
  no_decision_date: ['proposedOn'],
  essential_missing: ['kind'],
  give_gap: ['proposedOn', 'lastContactOn'],
  silence: ['lastSignalOn'],
  value: ['amount'],
};

/** Returns the terms that are zero because a fact is unknown, with the facts. */
export function unknownTerms({ deal, situation, terms }: Placement): UnknownTerm[] {
  if (!situation.isOpen) return [];
  const counted = new Set(terms.map(({ code }) => code));
  const isUnknown = (fact: UnknownTerm['facts'][number]): boolean => {
    if (fact === 'lastContactOn' || fact === 'lastSignalOn') return deal.figures[fact] === null;
    if (fact === 'latestUsefulOn') return situation.chain.latestUsefulOn === null;
    if (fact === 'proposedOn' && deal.figures.lastGiveOn) return false;
    return deal[fact] === null;
  };
  return (Object.keys(TERM_GROUPS) as TermCode[]).flatMap((code) => {
    const facts = (MEASURED_BY[code] ?? []).filter(isUnknown);
    const isMoot = code === 'no_decision_date' && deal.decisionOn !== null;
    return counted.has(code) || facts.length === 0 || isMoot ? [] : [{ code, facts }];
  });
}

/** Returns the terms that were looked at and count nothing, because what they watch for is not so. */
export function idleTerms(placement: Placement): TermCode[] {
  const spoken = new Set([...placement.terms, ...unknownTerms(placement)].map(({ code }) => code));
  return (Object.keys(TERM_GROUPS) as TermCode[]).filter((code) => !spoken.has(code));
}
