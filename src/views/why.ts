import { anglesOf } from '../core/angle.ts';
import { type Link, spokenSource } from '../core/chain.ts';
import { COEFFICIENTS, isCoefficient } from '../core/coefficients.ts';
import { idleTerms, unknownTerms } from '../core/explain.ts';
import type { Placement } from '../core/priority.ts';
import type { Term } from '../core/term.ts';
import { apart, indented, padEnd, padStart, widthOf, wrap } from './layout.ts';
import { legible } from './legible.ts';
import type { Page } from './page.ts';
import { sentence } from './reason.ts';

type DealNames = Pick<Placement['deal'], 'id' | 'customer' | 'title'>;

const INDENT = '  ';
/** The arithmetic is read across: beyond this the numbers stand too far from their words. */
const WIDEST = 84;
const NARROW = 60;

/** Returns the arithmetic of a deal's place: every term with its value, coefficient and points, gates and zeros included. */
export function whyView(placement: Placement, page: Page): string {
  const width = page.width === null ? null : Math.min(page.width, WIDEST);
  const sized = { ...page, width };
  return [
    dealLine(placement, page.words.screens.why.score(placement.score), sized),
    arithmetic(placement, sized),
    verdict(placement, sized),
    zeros(placement, sized),
    calendarBlock(placement, sized),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** Returns the name of a deal with something at the right margin. */
export function dealLine({ deal }: { readonly deal: DealNames }, right: string, { words, width, paint }: Page): string {
  const customer = words.screens.customer(legible(deal.customer, words));
  const join = words.language === 'ja' ? '　' : ' — ';
  const name = [customer, legible(deal.title, words)].filter((part) => part !== '').join(join);
  if (width !== null && widthOf(name) + widthOf(right) + 2 > width) {
    return [...wrap(name, width).map((line) => paint.strong(line)), ...(right === '' ? [] : [right])].join('\n');
  }
  return apart(name, right, width).replace(name, () => paint.strong(name));
}

function arithmetic(placement: Placement, page: Page): string {
  const { why } = page.words.screens;
  const { terms, removed, score } = placement;
  const brakes = terms.filter(({ group }) => group === 'B');
  const nominal = -brakes.reduce((total, { points }) => total + points, 0);
  const lines = [
    ...terms.filter(({ group }) => group !== 'B').flatMap((term) => termLines(term, placement, page)),
    ...brakes.flatMap((term) => termLines(term, placement, page)),
    ...(brakes.length === 0 ? row(page.words.screens.why.groups.B, why.brakesNone, '', page) : []),
    ...(nominal > removed ? row('', why.removedToZero, signed(nominal - removed), page) : []),
    ...row('', why.sum, String(score), page),
  ];
  return lines.join('\n');
}

function termLines(term: Term, placement: Placement, page: Page): string[] {
  const { terms } = page.words;
  const normal = COEFFICIENTS[term.coefficient].value;
  const inForce = placement.situation.rule[term.coefficient];
  const changed = inForce === normal ? '' : `, ${page.words.screens.why.changed(normal)}`;
  const measured = term.value !== null && term.unit !== null ? `${terms.measure(term.unit, term.value)}, ` : '';
  const text = `${sentence(term, placement, page)} (${measured}${term.coefficient} ${inForce}${changed}${capOf(term, placement)})`;
  return row(terms.names[term.code], text, signed(term.points), page);
}

/** Names the most that a term can count, where it counts that much. */
function capOf({ coefficient, points }: Term, { situation }: Placement): string {
  const cap = `${coefficient}_most`;
  if (!isCoefficient(cap) || Math.abs(points) !== situation.rule[cap]) return '';
  return `, ${cap} ${situation.rule[cap]}`;
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace('-', '−');
}

/** A label, its text and a number at the right margin; on a narrow screen the label stands above its text. */
function row(label: string, text: string, number: string, { width }: Page): string[] {
  if (width === null) return [INDENT + [label, text, number].filter((part) => part !== '').join('  ')];
  const points = padStart(number, 4);
  if (width < NARROW) {
    const lines = indented(text, `${INDENT}  `, width - 6);
    const last = lines.pop() ?? '';
    return [...(label === '' ? [] : [INDENT + label]), ...lines, apart(last, points, width)];
  }
  const labelWidth = 23;
  const [first = '', ...rest] = wrap(text, width - labelWidth - INDENT.length - 6);
  const lines = [
    INDENT + padEnd(label, labelWidth) + first,
    ...rest.map((line) => ' '.repeat(INDENT.length + labelWidth) + line),
  ];
  const last = lines.pop() ?? '';
  return [...lines, number === '' ? last : apart(last, points, width)];
}

/** What follows from the sum: the list, the angle, and what stopped the angles before it. */
function verdict(placement: Placement, page: Page): string {
  const { screens } = page.words;
  const { gate, owed, list, angle, situation, terms, conflict } = placement;
  const stopped = angle
    ? [
        ...anglesOf(
          situation,
          terms.filter(({ group }) => group === 'W'),
        ),
      ]
        .slice(0, 6)
        .flatMap(({ code, brake }) =>
          brake
            ? [
                screens.why.stopped(
                  page.playbook.angles[code].name,
                  screens.why.brakes[brake.rule] ?? brake.rule,
                  brake.until ? page.days.short(brake.until) : '',
                ),
              ]
            : [],
        )
    : [];
  const sentences = [
    ...(gate ? [screens.why.gate(gateText(placement, page))] : [screens.why.begins(situation.rule.today_from)]),
    screens.why.list(list),
    ...(owed && !gate ? [screens.why.owedFirst] : []),
    angle ? screens.why.angle(page.playbook.angles[angle.code].name) : screens.why.angleNone,
    ...[...new Set(stopped)],
    ...(conflict ? [screens.why.contradictions[situation.chain.contradiction ?? 'hold']] : []),
  ];
  return indented(sentences.join(screens.sentenceJoin), INDENT, page.width).join('\n');
}

function gateText({ gate }: Placement, { words, days }: Page): string {
  if (!gate) return '';
  const until = gate.until ? ` (${words.screens.today.until(days.short(gate.until))})` : '';
  return words.screens.gateNames[gate.code] + until;
}

function zeros(placement: Placement, page: Page): string {
  const { screens, terms } = page.words;
  const unknown = unknownTerms(placement).map(({ code, facts }) => {
    const names = facts.map((fact) => screens.fields[fact] ?? fact).join(screens.listJoin);
    return row(terms.names[code], screens.why.unknown(names), '0', page).join('\n');
  });
  const idle = idleTerms(placement).map((code) => terms.names[code]);
  const rest = idle.length > 0 ? row('', idle.join(screens.listJoin), '0', page) : [];
  if (unknown.length + rest.length === 0) return '';
  return [page.paint.faint(screens.why.zeroHeading), ...unknown, ...rest].join('\n');
}

/** Returns the customer's calendar, every link with its source, the latest useful day and the next milestone marked. */
export function calendarBlock({ situation }: Pick<Placement, 'situation'>, page: Page): string {
  const { chain, milestone } = situation;
  const { screens } = page.words;
  if (chain.links.length === 0) return '';
  const lines = [...chain.links]
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
    .map((link) => linkLine(link, marksOf(link, situation, page), page));
  const isSnapped =
    chain.latestUsefulOn !== null &&
    !chain.links.some(({ link, on }) => link !== 'approval' && on === chain.latestUsefulOn);
  if (isSnapped && chain.latestUsefulOn) {
    const mark = milestone?.code === 'latest_useful' ? ` ← ${screens.why.nextMilestone}` : '';
    lines.push(`${INDENT}${padEnd(page.days.short(chain.latestUsefulOn), 16)}${screens.why.latestUseful}${mark}`);
  }
  if (chain.contradiction) lines.push(...indented(screens.why.contradictions[chain.contradiction], INDENT, page.width));
  return [page.paint.strong(screens.why.calendarHeading), ...lines].join('\n');
}

function marksOf({ link, on }: Link, { chain, milestone }: Placement['situation'], { words }: Page): string {
  const { why } = words.screens;
  const isLatest =
    link !== 'approval' &&
    link !== 'not-before' &&
    on === chain.latestUsefulOn &&
    isLastBeforeApproval(link, chain.links);
  const isNext = milestone?.code === 'approval_start' ? link === 'approval' : isLatest;
  return [...(isLatest ? [why.latestUseful] : []), ...(isNext && milestone ? [why.nextMilestone] : [])].join(
    words.screens.listJoin,
  );
}

function isLastBeforeApproval(link: Link['link'], links: readonly Link[]): boolean {
  return links.filter((it) => it.link !== 'approval' && it.link !== 'not-before').at(-1)?.link === link;
}

function linkLine({ link, on, source }: Link, marks: string, { words, days, width }: Page): string {
  const { screens } = words;
  const name = `${screens.links[link]}${words.language === 'ja' ? `（${screens.sources[spokenSource({ link, on, source })]}）` : ` (${screens.sources[spokenSource({ link, on, source })]})`}`;
  const mark = marks === '' ? '' : ` ← ${marks}`;
  if (width !== null && width < NARROW) {
    return [INDENT + days.short(on), ...indented(name + mark, `${INDENT}  `, width)].join('\n');
  }
  return `${INDENT}${padEnd(days.short(on), 16)}${name}${mark}`;
}
