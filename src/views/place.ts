import type { Placement } from '../core/priority.ts';
import { indented } from './layout.ts';
import type { Page } from './page.ts';
import { brakeText, reasonText } from './reason.ts';
import { dealLine } from './why.ts';

/** Returns where a deal stands now, in a few lines: its list and until when, why, and the angle. */
export function placeView(placement: Placement, page: Page): string {
  const { screens } = page.words;
  const { list, angle, deal, until } = placement;
  const where = screens.why.list(list);
  const sentences = [
    until ? screens.why.until(where, page.days.short(until)) : where,
    whyThere(placement, page),
    angle ? screens.why.angle(page.playbook.angles[angle.code].name) : '',
  ].filter((sentence) => sentence !== '');
  return [
    dealLine(placement, `#${deal.id}`, page),
    ...indented(sentences.join(screens.sentenceJoin), '  ', page.width),
  ].join('\n');
}

function whyThere(placement: Placement, page: Page): string {
  const { gate, list } = placement;
  if (gate !== null || list === 'leaveAlone') return '';
  return list === 'findReason'
    ? `${capitalised(brakeText(placement, page))}${page.words.screens.fullStop}`
    : reasonText(placement, page);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
