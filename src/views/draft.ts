import type { Placement } from '../core/priority.ts';
import { recordingCommand } from './aftersending.ts';
import { checkView, findingJson } from './check.ts';
import { indented, wrap } from './layout.ts';
import { isSendable, type Letter } from './letter.ts';
import type { Page } from './page.ts';
import { printableLines } from './printable.ts';
import { wordsOf } from './words.ts';

/** Returns the message as it would be sent, then what is still blank and how to fill it, then what the check found. */
export function draftView(letter: Letter, dealId: number, page: Page): string {
  // Their own editor may have put anything in; on a screen the lines of the message end between words, wherever it is copied to they do not.
  const message = wrap(printableLines(messageText(letter)), page.width).join('\n');
  return [message, missingList(letter, dealId, page), findingsOf(letter, page)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Returns the message with its subject line. */
export function messageText({ subject, body, language }: Pick<Letter, 'subject' | 'body' | 'language'>): string {
  return subject === null ? body : `${wordsOf(language).draft.letter.subjectLine(subject)}\n\n${body}`;
}

export function draftJson(letter: Letter, dealId: number, page: Page) {
  const { angle, language, subject, body, isSpoken, judgement } = letter;
  return {
    angle: angle.code,
    kind: angle.kind,
    language,
    subject,
    body,
    missing: missingOf(letter, dealId, page),
    sendable: isSendable(letter),
    findings: judgement.findings.map(findingJson),
    spoken: isSpoken,
  };
}

/** Returns what the message is for, and how to record it once it is sent. */
export function draftRemarks({ deal, list, angle }: Placement, letter: Letter, isSigned: boolean, page: Page): string {
  const { draft, screens } = page.words;
  const { code } = letter.angle;
  const isAdvice = angle?.code === code;
  const aside = list === 'leaveAlone' || list === 'snoozed' || list === 'prepare' ? draft.asideFrom[list] : '';
  return [
    draft.angle(page.playbook.angles[code].name, deal.channel),
    ...(letter.isSpoken ? [draft.spoken] : []),
    ...(!isAdvice && aside !== '' ? [aside] : []),
    ...(isSigned ? [] : [draft.noWriter]),
    `${screens.today.afterSending} ${recordingCommand(deal, code)}`,
  ].join('\n');
}

/** The hints are for the rep, so they speak the interface's language; the labels stand in the letter's. */
function missingOf({ missing }: Letter, dealId: number, page: Page) {
  return missing.map((slot) => ({
    slot,
    hint: page.playbook.slots[slot].hint.replaceAll('<deal>', String(dealId)),
  }));
}

function missingList(letter: Letter, dealId: number, page: Page): string {
  if (letter.missing.length === 0) return '';
  const { draft, screens } = page.words;
  const { slots } = page.playbookOf(letter.language);
  const lines = missingOf(letter, dealId, page).flatMap(({ slot, hint }) => {
    const isByHand = !hint.startsWith('followup ');
    const how = isByHand ? `${hint}${screens.sentenceJoin}${draft.fillHere(slot)}` : hint;
    return indented(`${slots[slot].label}${screens.labelEnd}${how}`, '  ', page.width);
  });
  return [page.paint.strong(draft.toFill), ...lines].join('\n');
}

function findingsOf({ judgement, body }: Letter, page: Page): string {
  return judgement.findings.length > 0 ? checkView(body, judgement, page) : '';
}
