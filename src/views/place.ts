import type { Placement } from '../core/priority.ts';
import { indented } from './layout.ts';
import type { Page } from './page.ts';
import { brakeText, reasonText } from './reason.ts';
import { dealLine } from './why.ts';

/** Returns where a deal stands now, in a few lines: its list, why, and the angle. */
export function placeView(placement: Placement, page: Page): string {
  const { screens } = page.words;
  const { list, gate, angle, deal, until } = placement;
  const isQuiet = gate !== null || list === 'leaveAlone';
  const sentences = [
    screens.why.list(list),
    isQuiet
      ? ''
      : list === 'findReason'
        ? `${brakeText(placement, page)}${page.words.language === 'ja' ? '。' : '.'}`
        : reasonText(placement, page),
    until ? `${screens.today.until(page.days.short(until))}${page.words.language === 'ja' ? '。' : '.'}` : '',
    angle ? screens.why.angle(page.playbook.angles[angle.code].name) : '',
  ].filter((sentence) => sentence !== '');
  return [
    dealLine(placement, `#${deal.id}`, page),
    ...indented(sentences.join(screens.sentenceJoin), '  ', page.width),
  ].join('\n');
}
