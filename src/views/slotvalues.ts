import { type Chain, spokenSource } from '../core/chain.ts';
import type { AngleCode, SlotCode } from '../core/codes.ts';
import type { Day } from '../core/day.ts';
import type { Deal, Language } from '../core/deal.ts';
import { findDuration } from '../core/duration.ts';
import { isErased } from '../core/erased.ts';
import { type Figures, firstDue, type OpenPromise } from '../core/figures.ts';
import type { Playbook } from '../core/playbook.ts';
import type { Placement } from '../core/priority.ts';
import type { Told } from '../core/told.ts';
import { dayWords } from './day.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';
import { wordsOf } from './words.ts';

export type SlotValues = Partial<Record<SlotCode, string>>;

/** Returns the facts a message may use, in its language. Nothing that is not recorded, and never the rep's private notes. */
export function slotValues(
  { deal, situation, terms }: Placement,
  code: AngleCode,
  language: Language,
  page: Page,
  told: Told,
): SlotValues {
  const { figures } = deal;
  const days = dayWords(language, page.today);
  const playbook = page.playbookOf(language);
  const { inSentence, topic } = wordsOf(language).draft.letter;
  const letter = (day: Day | null | undefined): string | undefined => (day ? days.letter(day) : undefined);
  // What was erased is a blank, and no words to quote.
  const text = (value: string | null | undefined): string | undefined =>
    value && !isErased(value) ? inSentence(printable(value)) : undefined;

  const promise = firstDue(figures.promises);
  const question = figures.questions.find(({ n }) => n === terms.find((it) => it.code === 'question_open')?.n);
  const lacking = figures.wanted.length > 0 ? figures.wanted.map((it) => it.code) : situation.lack.all;
  const material = code === 'material' ? lacking[0] : undefined;
  const title = text(deal.title);
  const values: Partial<Record<SlotCode, string | undefined>> = {
    customer: text(deal.customer),
    contact: text(deal.contact),
    title,
    promisedItem: text(promise && promiseName(promise, playbook)),
    promisedOn: letter(promise?.dueOn),
    question: text(question?.text || (question?.doubt ? playbook.doubts[question.doubt].name : undefined)),
    askedOn: letter(question?.askedOn),
    doubt: text(doubtWords(figures, playbook)),
    material: material && playbook.materials[material].name,
    goal: text(deal.goal),
    goalOn: letter(deal.goalOn),
    chain: chainText(situation.chain, deal, language, page),
    latestUsefulOn: letter(situation.chain.latestUsefulOn),
    decisionOn: letter(deal.decisionOn),
    scene: text(deal.scene?.replace(/^(?:the|an?|our|their|your)\s+/i, '')),
    decider: text(deal.decider),
    route: text(deal.route),
    rival: text(deal.rival),
    nextReason: text(deal.next),
    nextOn: letter(deal.nextOn),
    holdUntilOn: letter(deal.holdUntilOn),
    meetingOn: letter(figures.thanksOwedSinceOn),
    lastTopic: title && topic(title),
    lastSignalOn: letter(figures.lastSignalOn),
    revisitMonth: deal.revisitOn ? days.month(deal.revisitOn) : undefined,
    oldReason: text(told.oldReason),
    offerUntilOn: letter(deal.offerUntilOn),
    // What we promised at the meeting is our task, and its day is ours.
    ...(code === 'thanks' && promise
      ? { ourTask: text(promiseName(promise, playbook)), byDate: letter(promise.dueOn) }
      : {}),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as SlotValues;
}

/** A promise that only names a material goes by that material's name. */
function promiseName({ text, material }: OpenPromise, playbook: Playbook): string {
  return material && text === material ? playbook.materials[material].name : text;
}

/** The customer's own words for their last doubt, where they are on record. */
function doubtWords(figures: Figures, playbook: Playbook): string | undefined {
  const doubt = figures.doubts.at(-1);
  if (!doubt) return undefined;
  return (
    figures.questions.find((it) => it.doubt === doubt && it.text !== '' && !isErased(it.text))?.text ??
    playbook.doubts[doubt].name
  );
}

/** The steps worked back from their goal, one a line, each with whose fact it is; an assumption is named as one. */
function chainText({ links, latestUsefulOn }: Chain, deal: Deal, language: Language, page: Page): string | undefined {
  if (!latestUsefulOn) return undefined;
  const { letter } = wordsOf(language).draft;
  const days = dayWords(language, page.today);
  const takes: Partial<Record<string, string | null>> = { lead: deal.lead, prep: deal.prep, approval: deal.approval };
  const lines = links.flatMap((each) => {
    const { link, on } = each;
    if (link === 'goal') return [];
    const duration = findDuration(takes[link] ?? '');
    const step = letter.steps[link](days.letter(on), duration ? letter.duration(duration) : null);
    return [letter.step(step, letter.sources[spokenSource(each)])];
  });
  return lines.length > 0 ? lines.join('\n') : undefined;
}
