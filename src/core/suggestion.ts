import type { Answered } from './answers.ts';
import type { AngleCode } from './codes.ts';
import type { Rule } from './coefficients.ts';
import type { PracticeNumbers as Numbers } from './practicenumbers.ts';
import type { Waited } from './waits.ts';

/** One thing to try, with the numbers it is taken from. `views/` has the words. */
export type Suggestion = { readonly cases: number; readonly isHint: boolean } & (
  | { readonly code: 'answer_waiting'; readonly count: number; readonly longest: Waited }
  | { readonly code: 'status_checks'; readonly count: number; readonly of: number }
  | {
      readonly code: 'decision_dates';
      readonly missing: number;
      readonly withDate: Answered;
      readonly withoutDate: Answered;
    }
  | { readonly code: 'old_answers'; readonly count: number }
  | { readonly code: 'ask_reasons'; readonly count: number }
  | { readonly code: 'sooner'; readonly count: number; readonly mean: number }
  | { readonly code: 'more_gives'; readonly gives: number; readonly asks: number }
  | { readonly code: 'give_due'; readonly angle: AngleCode; readonly deals: number; readonly longest: number }
  | { readonly code: 'little_recorded' }
  | { readonly code: 'go_on' }
);

/** Three of a kind are a habit worth a look; one or two are chance. */
const A_FEW = 3;
/** What waits longer than this is weighed as late by the rule, too. */
const WAITS_FROM_BUSINESS_DAYS = 3;
/** About one contact in seven: below it status checks are the odd slip. */
const STATUS_SHARE_FROM = 0.15;
/** With fewer cases than this a comparison is a hint and no proof. */
const HINT_BELOW_CASES = 20;
/** With fewer contacts and answers together there is nothing to learn from yet. */
const LITTLE_BELOW = 5;

/**
 * Returns the one suggestion: the first that the numbers call for. What customers wait for comes before our habits, and
 * habits before what is merely open.
 */
export function suggestionOf(numbers: Numbers, rule: Rule): Suggestion {
  return (
    answerWaiting(numbers) ??
    statusChecks(numbers) ??
    decisionDates(numbers) ??
    oldAnswers(numbers) ??
    askReasons(numbers) ??
    sooner(numbers) ??
    moreGives(numbers) ??
    giveDue(numbers, rule) ??
    (numbers.contacts.total + numbers.answers.collected < LITTLE_BELOW
      ? plain({ code: 'little_recorded' }, numbers.contacts.total)
      : plain({ code: 'go_on' }, numbers.contacts.total))
  );
}

function answerWaiting({ waits: { materials, questions } }: Numbers): Suggestion | null {
  const [longest] = [questions.waitingLongest, materials.waitingLongest]
    .filter((it): it is Waited => it !== null)
    .sort((a, b) => b.businessDays - a.businessDays);
  const count = materials.waiting + questions.waiting;
  if (!longest || longest.businessDays < WAITS_FROM_BUSINESS_DAYS) return null;
  return plain({ code: 'answer_waiting', count, longest }, count);
}

function statusChecks({ contacts: { statusOnly, total, statusOnlyShare } }: Numbers): Suggestion | null {
  if (statusOnly < A_FEW || (statusOnlyShare ?? 0) < STATUS_SHARE_FROM) return null;
  return compared({ code: 'status_checks', count: statusOnly, of: total }, total);
}

function decisionDates({ decisions: { missing, withDate, withoutDate } }: Numbers): Suggestion | null {
  if (missing < A_FEW) return null;
  return compared({ code: 'decision_dates', missing, withDate, withoutDate }, withDate.of + withoutDate.of);
}

function oldAnswers({ answers: { outstanding } }: Numbers): Suggestion | null {
  return outstanding.over30 < A_FEW
    ? null
    : plain({ code: 'old_answers', count: outstanding.over30 }, outstanding.count);
}

/** One reason heard in time teaches more than any number here. */
function askReasons({ reasons: { unknown } }: Numbers): Suggestion | null {
  return unknown < 2 ? null : plain({ code: 'ask_reasons', count: unknown }, unknown);
}

function sooner({ waits: { materials } }: Numbers): Suggestion | null {
  const { settled, mean } = materials;
  if (settled < A_FEW || mean === null || mean < WAITS_FROM_BUSINESS_DAYS) return null;
  return compared({ code: 'sooner', count: settled, mean }, settled);
}

function moreGives({ contacts: { gives, asks } }: Numbers): Suggestion | null {
  return asks < A_FEW || asks <= gives ? null : compared({ code: 'more_gives', gives, asks }, gives + asks);
}

function giveDue({ giveDue: due }: Numbers, rule: Rule): Suggestion | null {
  if (!due || due.longest.businessDays < rule.give_gap_from) return null;
  return plain({ code: 'give_due', angle: due.angle, deals: due.deals, longest: due.longest.businessDays }, due.deals);
}

type Found = Suggestion extends infer Each ? (Each extends Suggestion ? Omit<Each, 'cases' | 'isHint'> : never) : never;

/** A plain fact needs no number of cases behind it. */
function plain(found: Found, cases: number): Suggestion {
  return { ...found, cases, isHint: false } as Suggestion;
}

function compared(found: Found, cases: number): Suggestion {
  return { ...found, cases, isHint: cases < HINT_BELOW_CASES } as Suggestion;
}
