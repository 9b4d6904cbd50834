import { type AngleChoice, anglesOf } from './angle.ts';
import { type Brake, brakeOn } from './cadence.ts';
import { ANGLE_KINDS, type AngleCode } from './codes.ts';
import type { Day } from './day.ts';
import { gateOf } from './gate.ts';
import type { Placement } from './priority.ts';
import type { Situation } from './situation.ts';
import type { Term, TermCode } from './term.ts';

/**
 * Why no message is drafted: `condition` nothing recorded calls for the angle · `brake` our own earlier contacts stop it ·
 * `rest` we said that we would stop · `waiting` our last contact is fresh · `nothing` every angle is stopped.
 */
export type DraftRule = 'do_not_contact' | 'closed' | 'hold' | 'rest' | 'waiting' | 'condition' | 'brake' | 'nothing';

export interface DraftRefusal {
  readonly rule: DraftRule;
  readonly angle: AngleCode | null;
  readonly brake: Brake | null;
  readonly until: Day | null;
  /** Angles that may be drafted instead, the best first. */
  readonly open: readonly AngleCode[];
}

export type DraftDecision = { readonly angle: AngleChoice } | { readonly refusal: DraftRefusal };

/** Enough ways on to choose from. */
const MOST_OPEN = 4;

const OWED_ANGLES: Partial<Record<TermCode, AngleCode>> = {
  promise_overdue: 'promise',
  promise_today: 'promise',
  question_open: 'answer',
  material_requested: 'material',
  thanks_owed: 'thanks',
  next_due: 'othertopic',
};

/**
 * Whoever asks for an angle by name may know more than the list does: these hold on the method's own conditions, without the
 * nearness that makes them the first advice. What the rep sees and the book does not (options shown) is taken on trust.
 */
const BY_NAME: Partial<Record<AngleCode, (situation: Situation) => boolean>> = {
  material: ({ lack }) => lack.all.length > 0,
  approval: ({ figures }) => !figures.settled.includes('ringi'),
  compare: ({ deal, figures }) => deal.rival !== null && !figures.settled.includes('compare'),
  recommend: () => true,
};

/** Returns the angle to draft, the wanted one or the day's, or why there is to be no message, and the honest way on. */
export function decideDraft(placement: Placement, wanted: AngleCode | null): DraftDecision {
  const { deal, gate, situation, terms } = placement;
  const refuse = (rule: DraftRule, more: Partial<DraftRefusal> = {}): DraftDecision => ({
    refusal: { rule, angle: wanted, brake: null, until: null, open: [], ...more },
  });
  if (deal.doNotContact) return refuse('do_not_contact');
  if (gate?.code === 'closed') return refuse('closed');
  if (gate?.code === 'hold') {
    const advised = placement.angle?.code ?? null;
    if (advised && (wanted ?? advised) === advised) return chosen(advised);
    return refuse('hold', { until: gate.until, open: advised ? [advised] : [] });
  }
  const owed = owedAngles(terms);
  if (wanted === null && placement.angle) return chosen(placement.angle.code);
  if (wanted !== null && owed.includes(wanted)) return chosen(wanted);
  const advised = placement.angle?.code === wanted && wanted !== null;
  const quiet = quietGate(situation);
  if (quiet && !advised) {
    return refuse(quiet.code === 'rest' ? 'rest' : 'waiting', { until: quiet.until, open: owed });
  }
  const open = openAngles(placement, wanted);
  if (wanted === null) return open[0] ? chosen(open[0]) : refuse('nothing');
  const verdict = judged(placement, wanted);
  if (verdict === 'open') return chosen(wanted);
  if (verdict === 'unfounded') return refuse('condition', { open });
  return refuse('brake', { brake: verdict, until: verdict.until, open });
}

function chosen(code: AngleCode): DraftDecision {
  return { angle: { code, kind: ANGLE_KINDS[code] } };
}

function owedAngles(terms: readonly Term[]): AngleCode[] {
  return [...new Set(terms.flatMap(({ group, code }) => (group === 'W' ? (OWED_ANGLES[code] ?? []) : [])))];
}

/** What keeps us quiet whatever else is owed or booked: that we said we would stop, or that we have just written. */
function quietGate(situation: Situation): ReturnType<typeof gateOf> {
  const deal = { ...situation.deal, snoozeUntilOn: null, booked: false };
  return gateOf({ ...situation, deal }, false);
}

/** Whether an angle may be used: `open`, `unfounded`, or the brake on it. */
function judged(placement: Placement, code: AngleCode): 'open' | 'unfounded' | Brake {
  const { situation, terms } = placement;
  const found = [...anglesOf(situation, owedTermsOf(terms))].filter((it) => it.code === code);
  if (found.some(({ brake }) => brake === null)) return 'open';
  if (found[0]?.brake) return found[0].brake;
  if (!situation.isOpen || !BY_NAME[code]?.(situation)) return 'unfounded';
  return brakeOn(code, situation) ?? 'open';
}

function openAngles(placement: Placement, wanted: AngleCode | null): AngleCode[] {
  const { situation, terms } = placement;
  const open = [...anglesOf(situation, owedTermsOf(terms))].flatMap(({ code, brake }) =>
    brake === null && code !== wanted ? [code] : [],
  );
  return [...new Set(open)].slice(0, MOST_OPEN);
}

function owedTermsOf(terms: readonly Term[]): readonly Term[] {
  return terms.filter(({ group }) => group === 'W');
}
