import type { Rule } from './coefficients.ts';
import { daysBetween } from './day.ts';
import type { Situation } from './situation.ts';
import { type Term, term } from './term.ts';

/** Returns the W terms: what we owe. The largest counts in full, every further one a little. */
export function owedTerms(situation: Situation): Term[] {
  const items = [
    ...promiseTerms(situation),
    ...questionTerms(situation),
    ...materialTerms(situation),
    ...thanksTerms(situation),
    ...nextTerms(situation),
  ];
  return items
    .sort((a, b) => b.points - a.points || order(a, b))
    .map((item, place) =>
      place === 0
        ? item
        : { ...item, points: Math.min(item.points, situation.rule.owed_further), coefficient: 'owed_further' },
    );
}

function order(a: Term, b: Term): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : (a.n ?? 0) - (b.n ?? 0);
}

function promiseTerms({ figures, today, rule }: Situation): Term[] {
  return figures.promises.flatMap(({ n, dueOn }): Term[] => {
    if (!dueOn || dueOn > today) return [];
    const late = daysBetween(dueOn, today);
    if (late === 0) return [term('promise_today', rule.promise_today, 'promise_today', { on: dueOn, n })];
    const points = Math.min(rule.promise_overdue + rule.promise_overdue_growth * late, rule.promise_overdue_most);
    return [term('promise_overdue', points, 'promise_overdue', { on: dueOn, n, value: late, unit: 'days' })];
  });
}

function questionTerms({ figures, since, rule }: Situation): Term[] {
  return figures.questions.map(({ n, askedOn }) => {
    const age = since(askedOn) ?? 0;
    const name = age < rule.question_new_below ? 'question_new' : 'question_open';
    return term('question_open', rule[name], name, { on: askedOn, n, value: age, unit: 'businessDays' });
  });
}

function materialTerms({ figures, since, rule }: Situation): Term[] {
  return figures.wanted.map(({ code, on }) => {
    const age = since(on) ?? 0;
    const name = age < rule.material_new_below ? 'material_new' : 'material_requested';
    return term('material_requested', rule[name], name, { on, value: age, unit: 'businessDays', materials: [code] });
  });
}

function thanksTerms({ figures, since, rule, isOpen }: Situation): Term[] {
  const on = figures.thanksOwedSinceOn;
  const age = since(on);
  if (!isOpen || on === null || age === null || age < 0 || age > rule.thanks_until) return [];
  const name = age === 0 ? 'thanks_same_day' : age === 1 ? 'thanks_next_day' : 'thanks_later';
  return [term('thanks_owed', rule[name], name, { on, value: age, unit: 'businessDays' })];
}

/** The agreed next reason to meet has reached its day. A booked meeting that is today is for preparing, not owed. */
function nextTerms({ deal, today, rule, isOpen }: Situation): Term[] {
  const { nextOn, booked } = deal;
  if (!isOpen || !nextOn || nextOn > today || (booked && nextOn === today)) return [];
  const late = daysBetween(nextOn, today);
  if (late === 0) return [term('next_due', rule.next_due, 'next_due', { on: nextOn, value: 0, unit: 'days' })];
  return [term('next_due', overdueNext(rule, late), 'next_overdue', { on: nextOn, value: late, unit: 'days' })];
}

function overdueNext(rule: Rule, late: number): number {
  return Math.min(rule.next_overdue + rule.next_overdue_growth * late, rule.next_overdue_most);
}
