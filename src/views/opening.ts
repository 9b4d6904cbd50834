import type { Chain } from '../core/chain.ts';
import type { AngleCode, Occasion, SlotCode } from '../core/codes.ts';
import type { Day } from '../core/day.ts';
import type { Language } from '../core/deal.ts';
import type { Opening } from '../core/playbook.ts';
import type { Placement } from '../core/priority.ts';
import { NOTHING_TOLD, type Told } from '../core/told.ts';
import type { Page } from './page.ts';
import { type SlotValues, slotValues } from './slotvalues.ts';
import { fill } from './template.ts';
import { wordsOf } from './words.ts';

/** The first sentences of a message, filled from what is recorded; `missing` slots stand visibly blank. */
export interface FilledOpening {
  readonly text: string;
  readonly missing: readonly SlotCode[];
}

/** Returns the opening of the deal's angle in the contact's language, or the interface's where that is unknown. */
export function openingOf(placement: Placement, page: Page, told: Told = NOTHING_TOLD): FilledOpening | null {
  if (!placement.angle) return null;
  const { code } = placement.angle;
  const language = placement.deal.language ?? page.words.language;
  const values = slotValues(placement, code, language, page, told);
  return chooseOpening(placement, { code, language, values, uses: told.uses[code] ?? 0, occasion: null }, page);
}

export interface OpeningWish {
  readonly code: AngleCode;
  readonly language: Language;
  readonly values: SlotValues;
  /** How often this person has had a message of this angle: the next one opens in other words. */
  readonly uses: number;
  /** What the rep says it is about, where the record cannot tell. */
  readonly occasion: Occasion | null;
}

/** Returns the opening that leaves the fewest blanks; those that are equal take turns from one use to the next. */
export function chooseOpening(placement: Placement, wish: OpeningWish, page: Page): FilledOpening {
  const { code, language, values, uses, occasion } = wish;
  const { openings } = page.playbookOf(language).angles[code];
  const filled = suited(openings, occasion ?? occasionOf(placement, code)).map(({ text }) =>
    fillSlots(text, values, language, page),
  );
  const fewest = Math.min(...filled.map(({ missing }) => missing.length));
  const best = filled.filter(({ missing }) => missing.length === fewest);
  const inTurn = best.length > 1 ? best : [...best, ...filled.filter((it) => !best.includes(it))];
  return inTurn[uses % inTurn.length] ?? { text: '', missing: [] };
}

/** Fills a template of the playbook; what is missing stands as a blank with its label. */
export function fillSlots(text: string, values: SlotValues, language: Language, page: Page): FilledOpening {
  const { slots } = page.playbookOf(language);
  const { blank } = wordsOf(language).screens;
  const filled = fill(text, values, (slot) => blank(slots[slot as SlotCode].label));
  return { text: filled.text, missing: filled.missing as SlotCode[] };
}

/** Between sentences: after a full stop and its closing marks, never inside a quotation. */
const SENTENCE_END = /(?<=[.?!][”"’)]?\s)(?=\S)|(?<=。)(?![」』）])/u;

/** Returns the opening cut to its first sentences: enough to know the message by. */
export function openingStart(text: string, atLeast: number): string {
  const [paragraph = ''] = text.split('\n');
  let start = '';
  for (const sentence of paragraph.split(SENTENCE_END)) {
    if (start.length >= atLeast) break;
    start += sentence;
  }
  start = start.trimEnd();
  return start.length < text.trimEnd().length ? `${start}${start.endsWith('。') ? '' : ' '}…` : start;
}

function suited(openings: readonly Opening[], occasion: Occasion | null): readonly Opening[] {
  const special = openings.filter((opening) => occasion !== null && opening.for === occasion);
  return special.length > 0 ? special : openings.filter((opening) => opening.for === undefined);
}

/** The occasion that needs words of its own. */
function occasionOf({ deal, situation, terms, conflict }: Placement, code: AngleCode): Occasion | null {
  const owes = (term: string): boolean => terms.some((it) => it.code === term);
  switch (code) {
    case 'promise':
      return owes('promise_overdue') ? 'late' : null;
    case 'answer':
      return terms.some((it) => it.code === 'question_open' && (it.value ?? 0) > situation.rule.thanks_until)
        ? 'late'
        : null;
    case 'material':
      return deal.figures.wanted.length > 0 ? 'requested' : null;
    case 'thanks':
      return deal.figures.thanksOwedSinceOn === situation.today ? 'sameDay' : null;
    case 'workback':
      return isDecisionLate(deal.decisionOn, situation.chain, situation.today) ? 'decisionLate' : null;
    case 'holdack':
      return conflict && situation.chain.latestUsefulOn ? 'conflict' : null;
    default:
      return null;
  }
}

function isDecisionLate(decisionOn: Day | null, { latestUsefulOn }: Chain, today: Day): boolean {
  return decisionOn !== null && decisionOn >= today && latestUsefulOn !== null && decisionOn > latestUsefulOn;
}
