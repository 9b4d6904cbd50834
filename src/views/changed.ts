import dayjs from 'dayjs';
import type { Day } from '../core/day.ts';
import type { Contact, Deal, History, Outcome } from '../core/deal.ts';
import { DEAL_FLAGS, isDealFlag } from '../core/dealfield.ts';
import type { Change, Meanwhile, Part } from '../core/meanwhile.ts';
import { indented, wrap } from './layout.ts';
import { moneyText } from './money.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';

const NOTHING = '–';

/** Says what somebody else changed on a deal, and who and when, as far as that is known. */
export function changedView(meanwhile: Meanwhile, page: Page): string {
  const { id } = meanwhile.now;
  const heading = page.words.team.changed(id, stepText(meanwhile, page));
  return [...wrap(heading, page.width), ...changeLines(meanwhile, page)].join('\n');
}

/** "step 3, boss, Tue 22 Jul 10:03" */
export function stepText({ step, by, at }: Pick<Meanwhile, 'step' | 'by' | 'at'>, page: Page): string {
  const { screens, team } = page.words;
  return [
    step > 0 ? team.step(step) : '',
    by === '' ? '' : team.by(printable(by)),
    at === '' ? '' : momentText(at, page),
  ]
    .filter((part) => part !== '')
    .join(screens.listJoin);
}

/** The moment on the rep's own clock. */
export function momentText(at: string, { days }: Pick<Page, 'days'>): string {
  const local = dayjs(at);
  return `${days.short(local.format('YYYY-MM-DD') as Day)} ${local.format('HH:mm')}`;
}

/** Returns what was changed, by the names that the deal's own page has for it. */
export function changeLines(meanwhile: Meanwhile, page: Page): string[] {
  return meanwhile.changes
    .filter(({ what }) => !SAID_BESIDE.has(what))
    .flatMap((change) => indented(changeText(change, meanwhile, page), '  ', page.width));
}

/** The first changes with the hold, the others say how it ended, as the state does. */
const SAID_BESIDE: ReadonlySet<Change['what']> = new Set(['holdSinceOn', 'outcome']);

function changeText({ what, before, after, mine }: Change, { seen, now }: Meanwhile, page: Page): string {
  const { screens, team } = page.words;
  const isPart = what in PARTS;
  const text = (value: unknown, deal: Deal): string =>
    isPart ? partText(what as Part, value, page) : fieldText(what as keyof Deal, value, deal, page);
  const label = isPart ? PARTS[what as Part](page) : (screens.fields[what] ?? what);
  const [was, is] = [text(before, seen), text(after, now)];
  const change = isPart && before === null ? is : `${was} → ${is}`;
  const yours = mine === undefined ? '' : team.yours(text(mine, { ...now, currency: seen.currency }));
  return (label === '' ? '' : label + screens.labelEnd) + change + yours;
}

const PARTS: Readonly<Record<Part, (page: Page) => string>> = {
  contacts: () => '',
  promises: ({ words }) => words.screens.show.promises,
  questions: ({ words }) => words.screens.show.questions,
  materials: ({ words }) => words.screens.show.materials,
  outcome: ({ words }) => words.screens.show.outcome,
};

function fieldText(field: keyof Deal, value: unknown, deal: Deal, page: Page): string {
  const { playbook, words, days } = page;
  const { screens } = words;
  if (value === null || value === '' || value === false) return NOTHING;
  if (value === true) return screens.yes;
  if (typeof value === 'number')
    return field === 'amount' ? moneyText(value, deal.currency, words.language) : String(value);
  if (field === 'unknowns') return namesOf(Object.keys(value as object), page);
  if (field === 'slots') return joined((value as readonly Day[]).map(days.short), page);
  if (field === 'assumed')
    return joined(
      (value as Deal['assumed']).map((link) => screens.links[link]),
      page,
    );
  if (field.endsWith('On')) return days.short(value as Day);
  if (field === 'channel') return screens.channels[value as NonNullable<Deal['channel']>];
  if (field === 'state') return playbook.outcomes[value as Deal['state']];
  if (field === 'reason') return (playbook.reasons as Readonly<Record<string, string>>)[String(value)] ?? String(value);
  return printable(String(value));
}

function joined(parts: readonly string[], { words }: Page): string {
  return parts.length === 0 ? NOTHING : parts.join(words.screens.listJoin);
}

/** The questions that were answered with "unknown", by the fields they ask for. */
function namesOf(codes: readonly string[], page: Page): string {
  const { fields } = page.words.screens;
  return joined(
    codes.map((code) => (isDealFlag(code) && fields[DEAL_FLAGS[code].field]) || code),
    page,
  );
}

function partText(part: Part, row: unknown, page: Page): string {
  if (row === null) return NOTHING;
  const texts: Readonly<Record<Part, () => string[]>> = {
    contacts: () => contactParts(row as Contact, page),
    promises: () => promiseParts(row as History['promises'][number], page),
    questions: () => questionParts(row as History['questions'][number], page),
    materials: () => materialParts(row as History['materials'][number], page),
    outcome: () => [page.playbook.outcomes[(row as Outcome).state], page.days.short((row as Outcome).on)],
  };
  return texts[part]()
    .filter((text) => text !== '')
    .join('  ');
}

function contactParts({ on, channel, text }: Contact, { words, days }: Page): string[] {
  return [days.short(on), channel ? words.screens.channels[channel] : '', printable(text)];
}

function promiseParts({ text, material, dueOn, keptOn }: History['promises'][number], { words, days, playbook }: Page) {
  const { show } = words.screens;
  const name = material && text === material ? playbook.materials[material].name : printable(text);
  return [name, dueOn ? show.due(days.short(dueOn)) : '', keptOn ? `${show.kept} ${days.short(keptOn)}` : ''];
}

function questionParts(
  { text, doubt, answeredOn, answer }: History['questions'][number],
  { words, days, playbook }: Page,
) {
  const { show, quote } = words.screens;
  const asked = text === '' && doubt ? playbook.doubts[doubt].name : quote(printable(text));
  return [asked, answeredOn ? show.answered(days.short(answeredOn)) : '', answer ? printable(answer) : ''];
}

function materialParts({ code, status, on }: History['materials'][number], { words, days, playbook }: Page) {
  return [playbook.materials[code].name, words.screens.materialStatus[status], days.short(on)];
}
