import { isApprovalLate } from '../core/chain.ts';
import type { MaterialCode } from '../core/codes.ts';
import type { Day } from '../core/day.ts';
import { ERASED } from '../core/erased.ts';
import type { OpenPromise } from '../core/figures.ts';
import type { Placement } from '../core/priority.ts';
import type { Group, Term } from '../core/term.ts';
import { widthOf } from './layout.ts';
import { legible } from './legible.ts';
import type { Page } from './page.ts';
import type { TermFacts } from './termwords.ts';

/** Value breaks ties and silence is no reason to write: neither is given as one while there is another. */
const WEAK: readonly Group[] = ['S', 'V'];
/** A reason is read in the morning: three sentences at most, and a gap only where nothing weightier fills two. */
const MOST_SENTENCES = 3;
const ENOUGH_SENTENCES = 2;
/** A far-off milestone is no part of why today. */
const LEAST_POINTS_BESIDE = 10;

/** Returns why now, in a few sentences built from the facts: what is owed, then the heaviest terms, then the gaps. */
export function reasonText(placement: Placement, page: Page): string {
  const raising = placement.terms.filter(({ group, points }) => group !== 'B' && points > 0);
  const weighty = raising.filter(({ group }) => !WEAK.includes(group) && group !== 'K');
  const gaps = heaviest(raising.filter(({ group }) => group === 'K'));
  const first = heaviest(weighty).filter(
    ({ group, points }, place) => place === 0 || group === 'W' || points >= LEAST_POINTS_BESIDE,
  );
  const chosen = [...first.slice(0, MOST_SENTENCES), ...gaps.slice(0, Math.max(0, ENOUGH_SENTENCES - first.length))];
  const shown = chosen.length > 0 ? chosen : raising.filter(({ group }) => group === 'S');
  const sentences = shown.map((term) => sentence(term, placement, page));
  return [...new Set([...sentences, ...decisionAhead(placement, shown, page)])].join(page.words.screens.sentenceJoin);
}

/** What is owed first, then by points; what weighs the same stays in the order of the rule. */
function heaviest(terms: readonly Term[]): Term[] {
  return [...terms].sort((a, b) => Number(b.group === 'W') - Number(a.group === 'W') || b.points - a.points);
}

/** When they decide is worth knowing beside anything that is owed. */
function decisionAhead({ deal, situation }: Placement, shown: readonly Term[], { words, days }: Page): string[] {
  const { decisionOn } = deal;
  const isSaid = shown.some(({ code }) => code === 'decision_near' || code === 'decision_after_latest');
  if (
    shown[0]?.group !== 'W' ||
    isSaid ||
    shown.length >= MOST_SENTENCES ||
    !decisionOn ||
    decisionOn < situation.today
  )
    return [];
  return [words.screens.today.decides(days.short(decisionOn))];
}

/** Returns what holds the deal back most, in a clause. */
export function brakeText(placement: Placement, page: Page): string {
  const [brake] = placement.terms.filter(({ group }) => group === 'B').sort((a, b) => a.points - b.points);
  return brake ? sentence(brake, placement, page) : '';
}

/** Returns one term as a sentence, or a clause where it is a brake. */
export function sentence(term: Term, placement: Placement, page: Page): string {
  return page.words.terms.reasons[term.code](factsOf(term, placement, page));
}

function factsOf(term: Term, { deal, situation, milestone }: Placement, page: Page): TermFacts {
  const day = (on: Day | null): string => (on ? page.days.short(on) : page.words.screens.unknown);
  return {
    item: legible(itemOf(term, { deal, situation, milestone }, page), page.words),
    items: (term.materials ?? []).map((code) => page.words.terms.aMaterial(materialName(code, page))),
    on: day(term.on),
    isToday: term.on === situation.today,
    value: term.value ?? 0,
    goalOn: day(deal.goalOn),
    latestOn: day(situation.chain.latestUsefulOn),
    milestone: milestone?.code ?? null,
    isLate: isApprovalLate(situation.chain, situation.today),
  };
}

/** What the sentence is about: the promise, the question, the goal or the agreed reason, in the rep's or customer's words. */
function itemOf(term: Term, { deal }: Pick<Placement, 'deal' | 'situation' | 'milestone'>, page: Page): string {
  const { figures } = deal;
  switch (term.code) {
    case 'promise_overdue':
    case 'promise_today':
    case 'promise_soon': {
      const promise = figures.promises.find(({ n }) => n === term.n);
      if (!promise) return '';
      return promiseName(promise, page);
    }
    case 'question_open': {
      const question = figures.questions.find(({ n }) => n === term.n);
      if (!question) return '';
      const { text, doubt } = question;
      return doubt && (text === '' || text === ERASED) ? page.playbook.doubts[doubt].name : text;
    }
    case 'next_due':
    case 'next_soon':
      return deal.next ?? '';
    case 'milestone_near':
      return deal.goal ?? '';
    default:
      return '';
  }
}

/** A promise that only names a material goes by that material's name; any other by the rep's own words, quoted. */
function promiseName({ text, material }: OpenPromise, page: Page): string {
  const name = material && materialName(material, page);
  const isOnlyTheName = name && widthOf(text) <= widthOf(name) + SHORT_ADDITION;
  return isOnlyTheName ? page.words.terms.aMaterial(name) : page.words.screens.quote(text);
}

/** Room for an article or a particle beside a material's name. */
const SHORT_ADDITION = 5;

export function materialName(code: MaterialCode, { playbook }: Pick<Page, 'playbook'>): string {
  return playbook.materials[code].name;
}
