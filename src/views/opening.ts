import type { Chain } from '../core/chain.ts';
import type { Day } from '../core/day.ts';
import type { Language } from '../core/deal.ts';
import { firstDue } from '../core/figures.ts';
import type { AngleCode, Occasion, Opening, SlotCode } from '../core/playbook.ts';
import type { Placement } from '../core/priority.ts';
import { fill } from '../core/slots.ts';
import { dayWords } from './day.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';
import { wordsOf } from './words.ts';

/** The first sentences of a message, filled from what is recorded; `missing` slots stand visibly blank. */
export interface FilledOpening {
  readonly text: string;
  readonly missing: readonly SlotCode[];
}

/** Returns the opening of the deal's angle in the contact's language, or the interface's where that is unknown. */
export function openingOf(placement: Placement, page: Page): FilledOpening | null {
  if (!placement.angle) return null;
  const { code } = placement.angle;
  const language = placement.deal.language ?? page.words.language;
  const playbook = page.playbookOf(language);
  const { blank } = wordsOf(language).screens;
  const values = slotValues(placement, code, language, page);
  const candidates = suited(playbook.angles[code].openings, occasionOf(placement, code));
  const filled = candidates.map(({ text }) =>
    fill(text, values, (slot) => blank(playbook.slots[slot as SlotCode].label)),
  );
  const fewest = Math.min(...filled.map(({ missing }) => missing.length));
  const best = filled.find(({ missing }) => missing.length === fewest);
  return best ? { text: best.text, missing: best.missing as SlotCode[] } : null;
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

/** Returns the facts a message may use, in its language. Nothing that is not recorded, and never the rep's private notes. */
export function slotValues(
  { deal, situation, terms }: Placement,
  code: AngleCode,
  language: Language,
  page: Page,
): Partial<Record<SlotCode, string>> {
  const { figures } = deal;
  const days = dayWords(language, page.today);
  const playbook = page.playbookOf(language);
  const letter = (day: Day | null | undefined): string | undefined => (day ? days.letter(day) : undefined);
  const text = (value: string | null | undefined): string | undefined =>
    value ? printable(value).replace(/[。.\s]+$/u, '') : undefined;
  const dueFirst = firstDue(figures.promises);

  const question = figures.questions.find(({ n }) => n === terms.find((it) => it.code === 'question_open')?.n);
  const materials =
    code === 'material' ? (figures.wanted.length > 0 ? figures.wanted.map((it) => it.code) : situation.lack.all) : [];
  const doubt = figures.doubts.at(-1);
  const values: Partial<Record<SlotCode, string | undefined>> = {
    customer: text(deal.customer),
    contact: text(deal.contact),
    title: text(deal.title),
    promisedItem:
      dueFirst?.material && dueFirst.text === dueFirst.material
        ? playbook.materials[dueFirst.material].name
        : text(dueFirst?.text),
    promisedOn: letter(dueFirst?.dueOn),
    question: text(question?.text || (question?.doubt ? playbook.doubts[question.doubt].name : undefined)),
    askedOn: letter(question?.askedOn),
    doubt: doubt ? text(playbook.doubts[doubt].name) : undefined,
    material: materials[0] ? playbook.materials[materials[0]].name : undefined,
    goal: text(deal.goal),
    goalOn: letter(deal.goalOn),
    chain: chainText(situation.chain, language, page),
    latestUsefulOn: letter(situation.chain.latestUsefulOn),
    decisionOn: letter(deal.decisionOn),
    scene: text(deal.scene),
    decider: text(deal.decider),
    route: text(deal.route),
    rival: text(deal.rival),
    nextReason: text(deal.next),
    nextOn: letter(deal.nextOn),
    holdUntilOn: letter(deal.holdUntilOn),
    meetingOn: letter(figures.thanksOwedSinceOn),
    lastTopic: text(deal.title),
    lastSignalOn: letter(figures.lastSignalOn),
    revisitMonth: deal.revisitOn ? days.month(deal.revisitOn) : undefined,
    offerUntilOn: letter(deal.offerUntilOn),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Record<SlotCode, string>
  >;
}

/** The worked-back links in words, an assumption named as one. */
export function chainText({ links, latestUsefulOn }: Chain, language: Language, page: Page): string | undefined {
  if (!latestUsefulOn) return undefined;
  const { screens } = wordsOf(language);
  const days = dayWords(language, page.today);
  const parts = links
    .filter(({ link }) => link !== 'goal')
    .map(({ link, on, source }) => {
      const assumed = source === 'assumed' ? (language === 'ja' ? '（仮定）' : ' (assumed)') : '';
      return `${screens.links[link]} ${days.letter(on)}${assumed}`;
    });
  return parts.length > 0 ? parts.join(screens.listJoin) : undefined;
}
