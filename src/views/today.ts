import type { Outline, QuietBlock } from '../core/outline.ts';
import type { Placement } from '../core/priority.ts';
import { NOTHING_TOLD, type Told } from '../core/told.ts';
import { recordingCommand } from './aftersending.ts';
import { backlogText, daysToCome } from './backlog.ts';
import { apart, clip, indented, padEnd, widthOf, wrap } from './layout.ts';
import { legible } from './legible.ts';
import { openingOf, openingStart } from './opening.ts';
import { type Page, titled } from './page.ts';
import { brakeText, reasonText } from './reason.ts';

/** What was said to the customer of a deal before. */
export type ToldTo = (placement: Placement) => Told;
const nothingTold: ToldTo = () => NOTHING_TOLD;

/** Below this width labels stand above their text. */
const NARROW = 60;
const INDENT = '    ';

/** What is known of the deals on the page. */
export interface DealsShown {
  readonly placementOf: (id: number) => Placement;
  readonly told?: ToldTo;
}

/** Returns the rep's morning: whom to contact and why, then whom to leave alone and why. */
export function todayView(outline: Outline, page: Page, deals: DealsShown): string {
  const { backlog, barelyKnown, contactCount, quiet } = outline;
  const quietOf = (name: QuietBlock): string =>
    quietBlock(name, quiet[name].shown.map(deals.placementOf), quiet[name].count, page);
  const blocks = [
    header(outline, page),
    backlog ? backlogText(backlog, page) : '',
    ...contactBlocks(outline, page, deals),
    ...(contactCount === 0 ? [emptyDay(outline, page, deals)] : []),
    quietOf('thisWeek'),
    barelyKnown > 0 ? wrap(page.words.screens.today.unknownBook(barelyKnown), page.width).join('\n') : '',
    quietOf('findReason'),
    quietOf('prepare'),
    quietOf('leaveAlone'),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function header({ today, contactCount, quiet }: Outline, page: Page): string {
  const { words, days, paint, width } = page;
  const title = titled(days.header(today), page);
  const summary =
    contactCount === 0
      ? words.screens.today.nobody
      : words.screens.today.summary({
          contact: contactCount,
          thisWeek: quiet.thisWeek.count,
          findReason: quiet.findReason.count,
          leaveAlone: quiet.leaveAlone.count + quiet.prepare.count,
        });
  if (width !== null && widthOf(title) + widthOf(summary) + 2 > width) {
    return [paint.strong(title), ...wrap(summary, width)].join('\n');
  }
  return apart(
    paint.strong(title),
    summary,
    width === null ? null : width + widthOf(paint.strong(title)) - widthOf(title),
  );
}

function emptyDay({ next, undated }: Outline, page: Page, { placementOf }: DealsShown): string {
  const { customer, today } = page.words.screens;
  return [
    ...wrap(today.quietDay, page.width),
    ...(next
      ? [today.nextDay(page.days.short(next.on), customer(legible(placementOf(next.id).deal.customer, page.words)))]
      : []),
    ...(undated > 0 ? wrap(today.missingDates(undated), page.width) : []),
  ].join('\n');
}

function contactBlocks(outline: Outline, page: Page, { placementOf, told = nothingTold }: DealsShown): string[] {
  const { contact, contactCount, backlog } = outline;
  const blocks = contact.map(({ id, on, ofDay }, place) => {
    const placement = placementOf(id);
    const block = contactBlock(placement, place + 1, page, told(placement));
    if (place === 0 || !on || on === contact[place - 1]?.on) return block;
    const heading = page.words.spread.heading(page.days.short(on), ofDay);
    return `${page.paint.strong(heading)}\n\n${block}`;
  });
  const left = contactCount - contact.length;
  if (left === 0) return blocks;
  if (backlog?.days[0]?.count === contact.length) return [...blocks, daysToCome(backlog, INDENT, page).join('\n')];
  return [...blocks, INDENT + page.words.screens.today.more(left)];
}

/** Returns one deal of the list: why now, the angle, how it opens, and what to type. */
export function contactBlock(placement: Placement, rank: number, page: Page, told: Told): string {
  const { paint, playbook, words, width } = page;
  const { angle } = placement;
  const opening = openingOf(placement, page, told);
  const lines = [
    ...titleLines(placement, rank, page),
    ...indented(reasonText(placement, page), INDENT, width),
    ...(angle
      ? [INDENT + paint.accent(playbook.angles[angle.code].name)]
      : indented(words.screens.today.noAngle, INDENT, width)),
  ];
  if (opening) {
    const start = words.screens.quote(openingStart(opening.text, words.language === 'ja' ? 40 : 90));
    lines.push(...indented(start, INDENT, width));
  }
  return [...lines, ...commandLines(placement, page)].join('\n');
}

function titleLines({ deal, owed }: Placement, rank: number, page: Page): string[] {
  const { paint, words, width } = page;
  const number = `${String(rank).padStart(2)}  `;
  const customer = words.screens.customer(legible(deal.customer, words));
  const title = legible(deal.title, words);
  const name = title === '' ? customer : words.language === 'ja' ? `${customer}　${title}` : `${customer} — ${title}`;
  const mark = [...(owed ? [words.screens.today.owed] : []), `#${deal.id}`].join('   ');
  if (width === null) return [apart(number + name, mark, null)];
  const room = width - widthOf(mark) - 2;
  if (widthOf(number + name) <= room) {
    const line = apart(number + name, mark, width);
    return [line.replace(name, () => paint.strong(name))];
  }
  const [first = '', ...rest] = wrap(name, width - INDENT.length);
  return [number + paint.strong(first), ...rest.map((line) => INDENT + paint.strong(line)), INDENT + mark];
}

/** What to type next: the whole message, and how to record it once it is sent. */
function commandLines({ deal, angle }: Placement, page: Page): string[] {
  const { words, paint, width } = page;
  const draft = `→ followup draft ${deal.id}`;
  if (!angle) return [INDENT + paint.faint(`→ followup why ${deal.id}`)];
  const { afterSending } = words.screens.today;
  const note = recordingCommand(deal, angle.code);
  const line = `${draft}   ${afterSending} ${note}`;
  const fits = (text: string): boolean => width === null || widthOf(INDENT + text) <= width;
  if (fits(line)) return [INDENT + paint.faint(line)];
  const second = `→ ${afterSending} ${note}`;
  const lines = fits(second)
    ? [draft, second]
    : [draft, `→ ${afterSending}`, ...indented(note, '  ', width && width - 4)];
  return lines.map((it) => INDENT + paint.faint(it));
}

function quietBlock(name: QuietBlock, shown: readonly Placement[], count: number, page: Page): string {
  if (count === 0) return '';
  const { words, paint } = page;
  const lines = [paint.strong(words.screens.today.headings[name]), ...quietLines(shown, page)];
  if (count > shown.length) lines.push(INDENT + words.screens.today.moreQuiet(count - shown.length));
  return lines.join('\n');
}

function quietLines(placements: readonly Placement[], page: Page): string[] {
  const { words, width } = page;
  const names = placements.map(({ deal }) => words.screens.customer(legible(deal.customer, words)));
  const nameWidth = Math.min(Math.max(...names.map(widthOf)), 22);
  return placements.flatMap((placement, index) => {
    const name = names[index] ?? '';
    const { text, until } = quietReason(placement, page);
    const number = `#${placement.deal.id}`;
    if (width === null) return [[INDENT + name, text, until, number].filter((part) => part !== '').join('  ')];
    const right = [until, number].filter((part) => part !== '').join('  ');
    if (width < NARROW) {
      return [
        apart(INDENT + clip(name, width - 12), number, width),
        ...indented([text, until].filter((it) => it !== '').join('  '), `${INDENT}  `, width),
      ];
    }
    const left = `${INDENT}${padEnd(clip(name, nameWidth), nameWidth)}  `;
    const room = width - widthOf(left) - widthOf(right) - 2;
    const [first = '', ...rest] = room >= 16 ? wrap(text, room) : [''];
    return [apart(left + first, right, width), ...rest.map((line) => ' '.repeat(widthOf(left)) + line)];
  });
}

/** Why a deal is on a quiet list, in a few words, and until when. */
function quietReason(placement: Placement, page: Page): { text: string; until: string } {
  const { words, days, playbook } = page;
  const { gate, list, until, angle, deal, conflict } = placement;
  const { today } = words.screens;
  const untilText = until ? today.until(days.short(until)) : '';
  const angleText = angle ? playbook.angles[angle.code].name : '';
  if (gate) {
    const on = gate.code === 'booked' ? deal.nextOn : (deal.figures.lastContactOn ?? deal.holdSinceOn);
    const spoken = gate.code === 'hold' ? deal.holdWords : gate.code === 'booked' ? deal.next : null;
    const reason = today.gates[gate.code]({
      on: on ? days.short(on) : words.screens.unknown,
      words: legible(spoken ?? '', words),
    });
    const once = conflict && gate.code === 'hold' && angle ? ` — ${sayOnce(placement, page)}` : '';
    return { text: reason + once, until: gate.code === 'booked' ? '' : untilText || today.openEnded };
  }
  if (list === 'findReason')
    return { text: `${brakeText(placement, page)}: ${angleText || today.mustFind}`, until: '' };
  if (list === 'thisWeek') {
    return {
      text: [reasonText(placement, page), angleText]
        .filter((it) => it !== '')
        .join(words.language === 'ja' ? '→ ' : ' → '),
      until: '',
    };
  }
  return { text: angleText || today.lowScore, until: untilText };
}

/** The one fact worth saying although they asked for quiet: their own next day comes before it ends. */
function sayOnce({ milestone }: Placement, { words, days }: Page): string {
  if (!milestone) return words.screens.today.oneNotice;
  const name = milestone.code === 'approval_start' ? words.screens.links.approval : words.screens.why.latestUseful;
  return `${name} ${days.short(milestone.on)}${words.screens.listJoin}${words.screens.today.oneNotice}`;
}
