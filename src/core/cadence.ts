import { addBusinessDays } from './calendar.ts';
import { ANGLE_KINDS, type AngleCode } from './codes.ts';
import type { Rule } from './coefficients.ts';
import type { Day } from './day.ts';
import type { Situation } from './situation.ts';

/** What stops an angle now, and until when where a day is known. */
export interface Brake {
  readonly rule: 'status_run' | 'ask_after_ask' | 'ask_gap' | 'repeated' | 'only_closefile';
  readonly until: Day | null;
}

/** About the customer's own day or wish: these pass however many of our messages stand unanswered. */
const NOTICES_OF_THEIR_DAY: readonly AngleCode[] = ['workback', 'withdraw', 'holdack'];
/** Gives that fit any deal: the ones used lately step aside for the others. */
const GENERAL_GIVES: readonly AngleCode[] = ['labour', 'info', 'idea'];

/** Returns the brake on an angle that is not owed, or null. */
export function brakeOn(code: AngleCode, situation: Situation): Brake | null {
  const { figures, today } = situation;
  if (isOnlyCloseFileLeft(situation) && code !== 'closefile' && !NOTICES_OF_THEIR_DAY.includes(code)) {
    return { rule: 'only_closefile', until: null };
  }
  if (ANGLE_KINDS[code] === 'ask') {
    if (figures.statusSinceGive >= situation.rule.status_run_stops_asks) return { rule: 'status_run', until: null };
    if (figures.askedSinceGive) return { rule: 'ask_after_ask', until: null };
    const until = nextAskOn(situation);
    if (until && until > today) return { rule: 'ask_gap', until };
  }
  return isRepeated(code, figures.recentAngles) ? { rule: 'repeated', until: null } : null;
}

/** Five stand unanswered and the closing note has not been sent; after it, and the rest that follows, a new fact may reopen. */
function isOnlyCloseFileLeft({ figures, rule }: Situation): boolean {
  return figures.unanswered >= rule.closefile_from && figures.closefileOn === null;
}

/**
 * The customer's own day is worth saying again as a last notice, and the closing note in a new silence; every other angle
 * is not said twice in a row.
 */
function isRepeated(code: AngleCode, recent: readonly AngleCode[]): boolean {
  if (code === 'workback' || code === 'closefile') return false;
  return GENERAL_GIVES.includes(code) ? recent.includes(code) : recent[0] === code;
}

/** Asks wait longer while unanswered. */
function nextAskOn({ figures, calendar, rule }: Situation): Day | null {
  if (!figures.lastAskOn || figures.unansweredAsks === 0) return null;
  return addBusinessDays(calendar, figures.lastAskOn, askGap(figures.unansweredAsks, rule));
}

function askGap(unansweredAsks: number, rule: Rule): number {
  const gaps = [rule.ask_gap_1, rule.ask_gap_2, rule.ask_gap_3];
  return gaps[unansweredAsks - 1] ?? rule.ask_gap_4;
}
