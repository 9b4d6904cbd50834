import type { Contact, DealFields, History, Outcome, Slip } from '../core/deal.ts';
import { TALKS } from '../core/deal.ts';
import { checklist } from '../core/material.ts';
import type { Placement } from '../core/priority.ts';
import { narrow } from '../core/text.ts';
import { padEnd, wrap } from './layout.ts';
import { legible, legibleLines } from './legible.ts';
import { moneyText } from './money.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';
import { materialName } from './reason.ts';
import { calendarBlock, dealLine } from './why.ts';

/** A deal with all that is recorded of it, and where it stands today. */
export interface ShownDeal extends History {
  readonly placement: Placement;
  readonly slips: readonly Slip[];
  readonly outcome: Outcome | null;
  readonly earlierOutcomes: readonly Outcome[];
}

const INDENT = '  ';
const NARROW = 60;

/** The fields in the order in which a rep asks for them. */
const SHOWN_FIELDS = [
  'contact',
  'email',
  'phone',
  'channel',
  'language',
  'amount',
  'kind',
  'owner',
  'externalId',
  'proposedOn',
  'goal',
  'goalOn',
  'decisionOn',
  'scene',
  'decider',
  'route',
  'rival',
  'next',
  'nextOn',
  'expectedCloseOn',
  'note',
] as const satisfies readonly (keyof DealFields)[];

/** Returns the whole deal: what is known and what is not, what is owed, their calendar, and everything that happened. */
export function showView(shown: ShownDeal, page: Page): string {
  const { placement } = shown;
  const { screens } = page.words;
  const state = page.playbook.outcomes[placement.deal.state];
  return [
    dealLine(placement, `#${placement.deal.id}  ${state}`, page),
    withLinks(block(screens.show.facts, factLines(placement, page), page), placement.deal, page),
    block(screens.show.outcome, outcomeLines(shown.outcome, page), page),
    block(
      page.words.close.earlier,
      shown.earlierOutcomes.flatMap((it) => outcomeLines(it, page)),
      page,
    ),
    calendarBlock(placement, page),
    block(
      screens.show.promises,
      shown.promises.map((it) => promiseLine(it, page)),
      page,
    ),
    block(
      screens.show.questions,
      shown.questions.map((it) => questionLine(it, page)),
      page,
    ),
    block(screens.show.materials, materialLines(shown, page), page),
    block(
      screens.show.slips,
      shown.slips.map((it) => slipLine(it, page)),
      page,
    ),
    block(screens.show.history, historyLines(shown.contacts, page), page),
  ]
    .filter((it) => it !== '')
    .join('\n\n');
}

/** An address that was not cut by the edge of the screen can be clicked, unless its owner wants no contact. */
function withLinks(text: string, { email, phone, doNotContact }: DealFields, { paint }: Page): string {
  if (doNotContact) return text;
  const linked = (it: string, shown: string | null, target: string): string =>
    shown ? it.replace(printable(shown), (found) => paint.link(found, target)) : it;
  const mail = `mailto:${encodeURIComponent(email ?? '').replace('%40', '@')}`;
  return linked(linked(text, email, mail), phone, `tel:${narrow(phone ?? '').replace(/[^\d+]/g, '')}`);
}

/** Returns lines under their heading; nothing where there are none. */
export function block(heading: string, lines: readonly string[], { paint, width }: Page): string {
  if (lines.length === 0) return '';
  return [paint.strong(heading), ...lines.flatMap((line) => hanging(line, width))].join('\n');
}

/** Wraps a line and lets what follows hang under its first word. */
function hanging(line: string, width: number | null): string[] {
  const [first = '', ...rest] = wrap(line, width === null ? null : Math.max(8, width - INDENT.length - 2));
  return [INDENT + first, ...rest.map((it) => `${INDENT}  ${it}`)];
}

function factLines({ deal, situation }: Placement, page: Page): string[] {
  const { screens } = page.words;
  const line = (field: string, value: string): string => {
    const label = screens.fields[field] ?? field;
    return page.width !== null && page.width >= NARROW ? padEnd(label, 22) + value : label + screens.labelEnd + value;
  };
  const unknownOnes: string[] = [];
  const lines = SHOWN_FIELDS.flatMap((field) => {
    const value = fieldText(deal, field, page);
    if (value === null && isWorthKnowing(field)) unknownOnes.push(screens.fields[field] ?? field);
    return value === null ? [] : [line(field, value)];
  });
  const { holdUntilOn, snoozeUntilOn, doNotContact, figures } = deal;
  const day = page.days.short;
  return [
    ...lines,
    ...(figures.lastContactOn ? [line('lastContactOn', day(figures.lastContactOn))] : []),
    ...(figures.lastSignalOn ? [line('lastSignalOn', day(figures.lastSignalOn))] : []),
    ...(holdUntilOn && holdUntilOn > situation.today
      ? [
          line(
            'holdUntilOn',
            [day(holdUntilOn), deal.holdWords ? screens.quote(legible(deal.holdWords, page.words)) : '']
              .join(' ')
              .trim(),
          ),
        ]
      : []),
    ...(snoozeUntilOn && snoozeUntilOn > situation.today ? [line('snoozeUntilOn', day(snoozeUntilOn))] : []),
    ...(doNotContact ? [line('doNotContact', screens.yes)] : []),
    ...(unknownOnes.length > 0 ? [screens.unknown + screens.labelEnd + unknownOnes.join(screens.listJoin)] : []),
  ];
}

function isWorthKnowing(field: string): boolean {
  return ['contact', 'proposedOn', 'goalOn', 'decisionOn', 'scene', 'decider', 'route', 'next'].includes(field);
}

function fieldText(deal: Placement['deal'], field: (typeof SHOWN_FIELDS)[number], page: Page): string | null {
  const value = deal[field];
  if (value === null || value === '') return null;
  if (field === 'amount') return moneyText(deal.amount ?? 0, deal.currency, page.words.language);
  if (field === 'channel') return deal.channel && page.words.screens.channels[deal.channel];
  if (field.endsWith('On')) {
    const booked = field === 'nextOn' && deal.booked ? ` (${page.words.screens.show.booked})` : '';
    return page.days.short(value as Parameters<typeof page.days.short>[0]) + booked;
  }
  return legible(String(value), page.words);
}

function outcomeLines(outcome: Outcome | null, page: Page): string[] {
  if (!outcome) return [];
  const { screens } = page.words;
  const reason =
    outcome.reason && outcome.reason in page.playbook.reasons
      ? page.playbook.reasons[outcome.reason as never]
      : outcome.reason;
  return [
    `${page.playbook.outcomes[outcome.state]}${screens.listJoin}${page.days.short(outcome.on)}`,
    ...wordsLine(outcome, page),
    ...(reason ? [`${screens.fields.reason}${screens.labelEnd}${printable(String(reason))}`] : []),
    ...(outcome.fact ? [legible(outcome.fact, page.words)] : []),
    ...(outcome.factor ? [`${page.words.close.factor}${screens.labelEnd}${factorName(outcome.factor, page)}`] : []),
    ...(outcome.revisitOn
      ? [`${screens.fields.revisitOn}${screens.labelEnd}${page.days.short(outcome.revisitOn)}`]
      : []),
  ];
}

/** What they said, who said it, and how. */
function wordsLine({ words, who, channel }: Outcome, page: Page): string[] {
  const { screens } = page.words;
  const by = [who ? legible(who, page.words) : '', channel ? screens.channels[channel] : ''].filter((it) => it !== '');
  const said = words ? screens.quote(legible(words, page.words)) : '';
  return said === '' && by.length === 0 ? [] : [[said, by.join(screens.listJoin)].filter((it) => it !== '').join('  ')];
}

function factorName(code: string, { playbook }: Page): string {
  return (playbook.factors as Readonly<Record<string, string>>)[code] ?? printable(code);
}

export function promiseLine({ n, text, material, dueOn, keptOn }: History['promises'][number], page: Page): string {
  const { show } = page.words.screens;
  const name = material && text === material ? materialName(material, page) : legible(text, page.words);
  const due = dueOn ? show.due(page.days.short(dueOn)) : '';
  return [`${n}.`, name, due, keptOn ? `${show.kept} ${page.days.short(keptOn)}` : show.open]
    .filter((it) => it !== '')
    .join('  ');
}

export function questionLine(
  { n, text, doubt, askedOn, answeredOn, answer }: History['questions'][number],
  page: Page,
): string {
  const { show, quote } = page.words.screens;
  const asked = text !== '' ? quote(legible(text, page.words)) : doubt ? page.playbook.doubts[doubt].name : '';
  const state = answeredOn ? show.answered(page.days.short(answeredOn)) : show.open;
  return [`${n}.`, page.days.short(askedOn), asked, state, answer ? `→ ${legible(answer, page.words)}` : '']
    .filter((it) => it !== '')
    .join('  ');
}

function materialLines({ placement, materials }: ShownDeal, page: Page): string[] {
  const { deal, situation } = placement;
  return checklist(deal.kind, materials, situation.standardSets).map(({ code, status, on }) => {
    const state = page.words.screens.materialStatus[status ?? 'missing'];
    const mark = status === 'supplied' || status === 'useful' || status === 'not-needed' ? '✓' : '·';
    return [mark, materialName(code, page), `(${code})`, state, on ? page.days.short(on) : '']
      .filter((it) => it !== '')
      .join(' ');
  });
}

export function slipLine({ from, to, on }: Slip, { words, days }: Page): string {
  const day = (it: typeof from): string => (it ? days.short(it) : words.screens.unknown);
  return words.screens.show.slip(day(from), day(to), days.short(on));
}

function historyLines(contacts: readonly Contact[], page: Page): string[] {
  const { screens } = page.words;
  if (contacts.length === 0) return [screens.show.noHistory];
  return [...contacts].reverse().map((contact) => {
    const side = screens.sides[TALKS.includes(contact.channel) && !contact.noAnswer ? 'both' : contact.from];
    const marks = [
      contact.channel ? screens.channels[contact.channel] : '',
      side,
      contact.angle ? page.playbook.angles[contact.angle].name : '',
      contact.statusOnly ? screens.show.statusOnly : '',
      contact.noAnswer ? screens.show.noAnswer : '',
    ].filter((it) => it !== '');
    const text = legibleLines(contact.text, page.words);
    return `${page.days.short(contact.on)}  ${marks.join(screens.listJoin)}${text === '' ? '' : screens.labelEnd + text}`;
  });
}
