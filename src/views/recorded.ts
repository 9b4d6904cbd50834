import { MATERIAL_CODES, type MaterialCode } from '../core/codes.ts';
import type { JudgedContact } from '../core/contact.ts';
import { type Contact, type Deal, TALKS } from '../core/deal.ts';
import type { Entry } from '../core/entry.ts';
import { wrap } from './layout.ts';
import { legible } from './legible.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';
import { materialName } from './reason.ts';
import { dealLine } from './why.ts';

type Noted = JudgedContact & { readonly entry: Entry };
type Recorded = Noted & { readonly settled: readonly string[] };

/** Returns how a note was understood and how it counts, before anything is asked or written. */
export function understoodView(noted: Noted, page: Page): string {
  return paragraph([page.words.screens.said.understood(notedText(noted, page)), ...judgementLines(noted, page)], page);
}

/** Returns what was recorded of a note, what it settled and what it left open. */
export function writtenView(recorded: Recorded, page: Page): string {
  return paragraph([writtenLine(recorded, page), ...consequenceLines(recorded, page)], page);
}

/** As `writtenView`, and how the note counts, for where that has not been said yet. */
export function recordedView(recorded: Recorded, page: Page): string {
  const lines = [writtenLine(recorded, page), ...judgementLines(recorded, page), ...consequenceLines(recorded, page)];
  return paragraph(lines, page);
}

function paragraph(lines: readonly string[], { width }: Page): string {
  return lines.flatMap((line) => wrap(line, width)).join('\n');
}

function writtenLine(recorded: Noted, page: Page): string {
  return page.words.screens.said.recorded(notedText(recorded, page));
}

function notedText(noted: Noted, page: Page): string {
  return noted.entry.isContact ? contactText(noted, page) : factsText(noted.entry, page);
}

/** "a promise, by Fri 25 Jul; no contact" */
function factsText({ promise, kept, notNeeded, learnt }: Entry, page: Page): string {
  const { said, fields, materialStatus, labelEnd, listJoin } = page.words.screens;
  const { short } = page.days;
  const facts: string[] = [];
  if (promise) facts.push(said.aPromise(short(promise.dueOn)));
  if (kept !== null) facts.push(said.aKeptPromise);
  for (const code of notNeeded) facts.push(`${materialStatus['not-needed']}${labelEnd}${materialName(code, page)}`);
  if (learnt.decisionOn) facts.push(`${fields.decisionOn} ${short(learnt.decisionOn)}`);
  if (learnt.scene) facts.push(fields.scene ?? '');
  if (learnt.decider) facts.push(fields.decider ?? '');
  if (learnt.next || learnt.nextOn || learnt.booked) facts.push(fields.next ?? '');
  return said.factsAlone(facts.join(listJoin));
}

/** "visit, Tue 22 Jul, both" */
function contactText({ contact }: JudgedContact, { words, days, playbook }: Page): string {
  const { screens } = words;
  const side = screens.sides[TALKS.includes(contact.channel) && !contact.noAnswer ? 'both' : contact.from];
  const what = [...(contact.channel ? [screens.channels[contact.channel]] : []), days.short(contact.on), side];
  if (contact.angle) what.push(playbook.angles[contact.angle].name);
  if (contact.noAnswer) what.push(screens.show.noAnswer);
  return what.join(screens.listJoin);
}

const MOST_FINDINGS = 3;

function judgementLines({ contact, judgement }: JudgedContact, { words }: Page): string[] {
  const { said, quote, listJoin } = words.screens;
  if (!judgement) return contact.statusOnly ? [said.statusOnlyFlag] : [];
  if (judgement.verdict === 'manipulative') return [said.manipulative];
  if (judgement.verdict === 'value') return [];
  const findings = [...new Set(judgement.findings.map(({ text }) => quote(printable(text))))];
  return [said.statusOnly(findings.slice(0, MOST_FINDINGS).join(listJoin))];
}

function consequenceLines({ contact, entry, settled }: Recorded, page: Page): string[] {
  const { screens } = page.words;
  const { said } = screens;
  const { promise, question, learnt } = entry;
  const lines: string[] = [];
  if (settled.length > 0) lines.push(said.settled(settled.map((it) => named(it, page)).join(screens.listJoin)));
  if (promise && entry.isContact)
    lines.push(said.promised(named(promise.text, page), screens.show.due(page.days.short(promise.dueOn))));
  if (question) lines.push(said.asked(questionText(question, page)));
  if (contact.toldLatestOn) lines.push(said.told);
  if (learnt.next) {
    const on = learnt.nextOn ? ` (${page.days.short(learnt.nextOn)})` : '';
    lines.push(`${screens.fields.next}${screens.labelEnd}${printable(learnt.next)}${on}`);
  }
  return lines;
}

function questionText({ text, doubt }: NonNullable<Entry['question']>, { words, playbook }: Page): string {
  return text === '' && doubt ? playbook.doubts[doubt].name : words.screens.quote(legible(text, words));
}

/** Returns the deal a note is about, with its last contact. */
export function noteHeadView(deal: Deal, last: Contact | undefined, page: Page): string {
  const { screens } = page.words;
  const lastText = last
    ? [...(last.channel ? [screens.channels[last.channel]] : []), page.days.short(last.on)].join(screens.listJoin)
    : '';
  return dealLine({ deal: deal as Parameters<typeof dealLine>[0]['deal'] }, lastText, page);
}

/** Returns what somebody else recorded while this was being typed, the newest last. */
export function meanwhileView(contacts: readonly Contact[], page: Page): string {
  const { screens, team } = page.words;
  const lines = contacts.map(({ on, channel, text }) =>
    [page.days.short(on), channel ? screens.channels[channel] : '', legible(text, page.words)]
      .filter((part) => part !== '')
      .join('  '),
  );
  return [team.meanwhile(contacts.length), ...lines.map((line) => `  ${line}`)].join('\n');
}

function named(text: string, page: Page): string {
  return (MATERIAL_CODES as readonly string[]).includes(text)
    ? materialName(text as MaterialCode, page)
    : legible(text, page.words);
}
