import type { AngleChoice } from '../core/angle.ts';
import type { Occasion, SlotCode } from '../core/codes.ts';
import type { Language } from '../core/deal.ts';
import { isErased } from '../core/erased.ts';
import type { Placement } from '../core/priority.ts';
import type { Told } from '../core/told.ts';
import { type Judgement, judge } from '../core/wording.ts';
import { chooseOpening, fillSlots } from './opening.ts';
import type { Page } from './page.ts';
import { printable, printableLines } from './printable.ts';
import { type SlotValues, slotValues } from './slotvalues.ts';
import { wordsOf } from './words.ts';

/** What a draft is to be. */
export interface LetterWish {
  readonly angle: AngleChoice;
  readonly language: Language;
  readonly isSpoken: boolean;
  readonly occasion: Occasion | null;
  /** What the rep writes into blanks. */
  readonly fills: SlotValues;
  readonly writer: { readonly name: string | null; readonly signature: string | null };
  readonly told: Told;
}

/** A whole message, ready or with its blanks. */
export interface Letter {
  readonly angle: AngleChoice;
  readonly language: Language;
  readonly isSpoken: boolean;
  /** None for what is said aloud. */
  readonly subject: string | null;
  readonly body: string;
  readonly missing: readonly SlotCode[];
  readonly judgement: Judgement;
}

/** Returns the message of an angle: from the salutation to the signature, or what to say on the phone. */
export function letterOf(placement: Placement, wished: LetterWish, page: Page): Letter {
  const { angle, language, isSpoken, writer } = wished;
  const wish = { ...wished, writer: { ...writer, name: writer.name && printable(writer.name) } };
  const recorded = slotValues(placement, angle.code, language, page, wish.told);
  const { inSentence } = wordsOf(language).draft.letter;
  const filled = Object.entries(wish.fills).map(([slot, fact]) => [slot, inSentence(printable(fact.trim()))]);
  const values: SlotValues = { ...Object.fromEntries(filled), ...recorded };
  const { text, missing } = isSpoken ? spokenText(wish, values, page) : mailText(placement, wish, values, page);
  return {
    angle,
    language,
    isSpoken,
    subject: isSpoken ? null : subjectOf(wish, values, page),
    body: text,
    missing,
    judgement: judge(text),
  };
}

/** Whether it may go out as it is: nothing blank, nothing that only asks, nothing that presses. */
export function isSendable({ missing, judgement }: Pick<Letter, 'missing' | 'judgement'>): boolean {
  return missing.length === 0 && judgement.verdict === 'value';
}

type Text = { readonly text: string; readonly missing: readonly SlotCode[] };

function spokenText({ angle, language, writer }: LetterWish, values: SlotValues, page: Page): Text {
  const { spoken } = page.playbookOf(language).angles[angle.code];
  const { letter } = wordsOf(language).draft;
  const { text, missing } = fillSlots(spoken, values, language, page);
  return { text: `${letter.spokenHello(writer.name)}\n${text}`, missing };
}

function mailText(placement: Placement, wish: LetterWish, values: SlotValues, page: Page): Text {
  const { angle, language, writer, occasion, told } = wish;
  const { deal } = placement;
  const { letter } = wordsOf(language).draft;
  const { body, closing } = page.playbookOf(language).angles[angle.code];
  const uses = told.uses[angle.code] ?? 0;
  const opening = chooseOpening(placement, { code: angle.code, language, values, uses, occasion }, page);
  const paragraphs = [opening, ...body.map((it) => fillSlots(it, values, language, page))];
  const names = {
    customer: isErased(deal.customer) ? '' : printable(deal.customer),
    contact: deal.contact && !isErased(deal.contact) ? printable(deal.contact) : null,
    writer: writer.name,
  };
  const parts = [
    letter.salutation(names),
    ...paragraphs.map(({ text }) => text.trim()).filter((text) => text !== ''),
    signedOff(closing ?? letter.closing, writer, language),
  ];
  return { text: parts.join('\n\n'), missing: [...new Set(paragraphs.flatMap(({ missing }) => missing))] };
}

/** A Japanese signature stands apart; an English one follows the closing. */
function signedOff(closing: string, { name, signature }: LetterWish['writer'], language: Language): string {
  const signed = signature ? printableLines(signature).trimEnd() : name;
  if (!signed) return closing;
  return language === 'ja' ? `${closing}\n\n${signed}` : `${closing}\n${signed}`;
}

function subjectOf({ angle, language }: LetterWish, values: SlotValues, page: Page): string {
  const { subject } = page.playbookOf(language).angles[angle.code];
  const { text } = fillSlots(subject, values, language, page);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
