import type { ArchivedDeal } from './archive.ts';
import type { Day } from './day.ts';
import type { EndedState, Outcome, State } from './deal.ts';
import type { DealRecord, EndGround } from './dealrecord.ts';
import { gateDeclined, gateDormant, gateLost, gateVoid, gateWithdrawn } from './endgate.ts';
import { ERASED } from './erased.ts';
import { BadInput, Failure, Refusal } from './failure.ts';
import { isToldLoss } from './lawful.ts';
import { flawOf, isPlaceholder } from './testimony.ts';

/** An outcome that has passed its gate. The class stays in this file, so nobody else can make one; it is frozen. */
class Checked {
  readonly #isChecked = true;
  readonly outcome: Outcome;
  constructor(
    /** The deal it was checked against; null for one that comes in from another system. */
    readonly dealId: number | null,
    outcome: Outcome,
    /** The day the deal ended, or null where another system did not say. */
    readonly closedOn: Day | null,
  ) {
    this.outcome = Object.freeze({ ...outcome });
    Object.freeze(this);
  }

  static isGenuine(it: unknown): boolean {
    return typeof it === 'object' && it !== null && #isChecked in it && it.#isChecked;
  }
}
export type CheckedOutcome = Checked;

/** Throws unless the outcome was checked, for this deal or as an import. What types forbid is forbidden here once more. */
export function assertChecked(checked: CheckedOutcome, dealId: number | null): void {
  if (Checked.isGenuine(checked) && (checked.dealId === null || checked.dealId === dealId)) return;
  throw new Refusal('unlawful_end', { id: dealId ?? '?' });
}

const GATES = {
  won: (claim: Outcome): Outcome => claim,
  lost: gateLost,
  declined: gateDeclined,
  withdrawn: gateWithdrawn,
  dormant: gateDormant,
  void: gateVoid,
} as const;

/** Whose answer is still out may end otherwise, once it is heard; every other end is reopened first. */
export const UNANSWERED: readonly State[] = ['open', 'declined', 'dormant'];
/** Ended so, a deal may be taken up again on a day. */
const REVISITABLE: readonly EndedState[] = ['lost', 'declined', 'withdrawn', 'dormant'];

/**
 * Returns the outcome as it will be kept, or refuses it. No gate reads a clock to conclude anything: time that has passed
 * ends no deal, and silence is no answer.
 */
export function checkOutcome(claim: Outcome, record: DealRecord, ground: EndGround): CheckedOutcome {
  const { deal } = record;
  if (!UNANSWERED.includes(deal.state) || deal.state === claim.state) {
    throw new Failure('ended_already', { id: deal.id, state: deal.state });
  }
  refuseMisplaced(claim);
  refuseRevisit(claim, record, ground);
  refuseFlaws(claim, record);
  const outcome = GATES[claim.state](claim, record, ground);
  return new Checked(deal.id, outcome, outcome.on);
}

/**
 * Returns how a deal ended in another system: the seller's word, kept as a fact. A loss there has no customer's words, so here
 * it is a "no" whose reason is not known.
 */
export function importedOutcome(state: EndedState, fact: string | null, on: Day, closedOn: Day | null): CheckedOutcome {
  const unsaid = { words: null, who: null, channel: null, reason: null, factor: null, revisitOn: null };
  return new Checked(null, { state: state === 'lost' ? 'declined' : state, on, ...unsaid, fact }, closedOn);
}

/**
 * Returns the outcomes of a deal that comes back with its history, or refuses them. What the gate asked for on their day and no
 * later day can change must be there still; what a calendar or a contact of that day decided is not judged again.
 */
export function restoredOutcomes({ id, state, closedOn, contacts, outcomes }: Restored): readonly CheckedOutcome[] {
  const standing = outcomes.at(-1);
  const isWhole = state === 'open' ? closedOn === null : standing?.state === state;
  if (!isWhole || (closedOn !== null && closedOn !== standing?.on)) throw new Refusal('unlawful_end', { id, state });
  const wasAskedWhy = contacts.some(({ angle, noAnswer }) => angle === 'lossreason' && !noAnswer);
  return outcomes.map((outcome) => {
    refuseMisplaced(outcome);
    // The fact behind another end may be another system's word, which was never judged.
    const judged = outcome.state === 'lost' ? outcome : { ...outcome, fact: null };
    refuseFlaws(withoutErased(judged), { deal: { id }, contacts: [] });
    if (outcome.state === 'lost') refuseUntold(outcome, id, wasAskedWhy);
    return new Checked(null, outcome, outcome === standing ? closedOn : outcome.on);
  });
}

type Restored = Pick<ArchivedDeal, 'id' | 'state' | 'closedOn' | 'contacts' | 'outcomes'>;

/** What was erased with a person cannot be judged again: it was when it was told. */
function withoutErased({ words, fact, ...outcome }: Outcome): Outcome {
  return { ...outcome, words: words === ERASED ? null : words, fact: fact === ERASED ? null : fact };
}

function refuseUntold(outcome: Outcome, id: number, wasAskedWhy: boolean): void {
  if (outcome.who !== null && outcome.who !== ERASED && isPlaceholder(outcome.who))
    throw new Refusal('who_placeholder', { value: outcome.who });
  if (!isToldLoss(outcome, wasAskedWhy)) throw new Refusal('unlawful_end', { id, state: outcome.state });
}

function refuseMisplaced({ state, reason, revisitOn }: Outcome): void {
  if (reason !== null && state !== 'lost')
    throw new BadInput('only_for', { flag: '--reason', state, states: ['lost'] });
  if (revisitOn !== null && !REVISITABLE.includes(state)) {
    throw new BadInput('only_for', { flag: '--revisit', state, states: REVISITABLE });
  }
}

function refuseRevisit({ revisitOn }: Outcome, { deal }: DealRecord, { today }: EndGround): void {
  if (revisitOn === null) return;
  if (deal.doNotContact) throw new Refusal('revisit_unwanted', { id: deal.id });
  if (revisitOn <= today) throw new BadInput('past_day', { value: revisitOn });
}

/** Whose words they are said to be, and what we said ourselves. */
interface Spoken {
  readonly deal: { readonly id: number };
  readonly contacts: DealRecord['contacts'];
}

/** Silence may be the fact behind a dormant deal, which is no answer; it never is a fact about an answer. */
export function refuseFlaws({ state, words, fact }: Outcome, { deal, contacts }: Spoken): void {
  const { id } = deal;
  if (words !== null) {
    const flaw = flawOf(words, contacts);
    if (flaw) throw new Refusal(`words_${flaw}`, { flag: '--words', value: words, id, state });
  }
  if (fact === null) return;
  if (isPlaceholder(fact)) throw new Refusal('words_placeholder', { flag: '--fact', value: fact, id, state });
  if (state !== 'dormant' && state !== 'won' && flawOf(fact, []) === 'silence') {
    throw new Refusal('words_silence', { flag: '--fact', value: fact, id, state });
  }
}
