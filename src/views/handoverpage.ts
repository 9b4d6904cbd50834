import type { Deal } from '../core/deal.ts';
import type { Handover, Said } from '../core/handover.ts';
import { legible, legibleLines } from './legible.ts';
import { moneyText } from './money.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';
import { materialName } from './reason.ts';
import { block, promiseLine, questionLine, slipLine } from './show.ts';
import { dealLine } from './why.ts';

/** A page is as wide as a sheet of paper where it is not shown on a screen. */
const RULE_WIDTH = 60;

/** Returns one page a deal, each told from the next by a line. */
export function handoverPages(handovers: readonly Handover[], page: Page): string {
  if (handovers.length === 0) return page.words.screens.list.nothing;
  const rule = '─'.repeat(Math.min(page.width ?? RULE_WIDTH, RULE_WIDTH));
  return handovers.map((it) => handoverPage(it, page)).join(`\n\n${rule}\n\n`);
}

function handoverPage(handover: Handover, page: Page): string {
  const { headings, nothingRecorded } = page.words.handover;
  const section = (heading: string, lines: readonly string[]): string =>
    block(heading, lines.length === 0 ? [nothingRecorded] : lines, page);
  const { deal, promised, asked, waiting, supplied, said } = handover;
  return [
    [dealLine({ deal }, `#${deal.id}`, page), ...factLines(deal, page)].join('\n'),
    section(headings.decision, decisionLines(handover, page)),
    section(
      headings.promised,
      promised.map((it) => promiseLine(it, page)),
    ),
    section(
      headings.asked,
      asked.map((it) => questionLine(it, page)),
    ),
    section(
      headings.waiting,
      waiting.map((it) => materialLine(it, page)),
    ),
    section(
      headings.supplied,
      supplied.map((it) => materialLine(it, page)),
    ),
    section(headings.agreed, agreedLines(deal, page)),
    section(
      headings.said,
      said.map((it) => saidLine(it, page)),
    ),
  ].join('\n\n');
}

/** Whom it is with, on our side and theirs, and what it is worth. */
function factLines(deal: Deal, page: Page): string[] {
  const { screens, handover, language } = page.words;
  const { contact, email, phone, amount, currency, proposedOn, owner } = deal;
  const them = [contact, email, phone].filter((it) => it !== null).map((it) => legible(it, page.words));
  const ours = [
    page.playbook.outcomes[deal.state],
    ...(amount === null ? [] : [moneyText(amount, currency, language)]),
    ...(proposedOn ? [screens.fields.proposedOn + screens.labelEnd + page.days.short(proposedOn)] : []),
    ...(owner ? [handover.heldBy(printable(owner))] : []),
  ];
  return [them, ours]
    .map((parts) => parts.join(screens.listJoin))
    .filter((line) => line !== '')
    .map((line) => `  ${line}`);
}

function decisionLines({ deal, decision }: Handover, page: Page): string[] {
  const { screens, handover } = page.words;
  const day = page.days.short;
  const { on, goalOn, goalSource, latestUsefulOn, guessOn, moved } = decision;
  const who = [deal.scene, deal.decider, deal.route];
  const labels = [screens.fields.scene, screens.fields.decider, screens.fields.route];
  return [
    on ? handover.decides(day(on)) : handover.noDecision,
    ...(goalOn
      ? [handover.goal(day(goalOn), legible(deal.goal ?? '', page.words), screens.sources[goalSource ?? 'customer'])]
      : []),
    ...(latestUsefulOn ? [handover.latestUseful(day(latestUsefulOn))] : []),
    ...(guessOn ? [handover.guess(day(guessOn))] : []),
    ...moved.map((slip) => slipLine(slip, page)),
    ...who.flatMap((it, at) => (it ? [`${labels[at]}${screens.labelEnd}${legible(it, page.words)}`] : [])),
  ];
}

function materialLine({ code, status, on }: Handover['supplied'][number], page: Page): string {
  return [materialName(code, page), page.words.screens.materialStatus[status], page.days.short(on)].join('  ');
}

function agreedLines({ next, nextOn, booked, holdUntilOn, doNotContact }: Deal, page: Page): string[] {
  const { handover } = page.words;
  return [
    ...(next || nextOn
      ? [handover.next(legible(next ?? '', page.words), nextOn ? page.days.short(nextOn) : '', booked)]
      : []),
    ...(holdUntilOn && holdUntilOn > page.today ? [handover.quiet(page.days.short(holdUntilOn))] : []),
    ...(doNotContact ? [handover.noContact] : []),
  ];
}

function saidLine({ on, channel, who, text, isVerbatim }: Said, page: Page): string {
  const { screens, handover } = page.words;
  const by = [
    who === null ? '' : legible(who, page.words),
    channel ? screens.channels[channel] : '',
    isVerbatim ? '' : handover.noted,
  ];
  const told = legibleLines(text, page.words);
  return [
    on ? page.days.short(on) : '',
    isVerbatim ? screens.quote(told) : told,
    `(${by.filter((it) => it !== '').join(screens.listJoin)})`,
  ]
    .filter((it) => it !== '' && it !== '()')
    .join('  ');
}
