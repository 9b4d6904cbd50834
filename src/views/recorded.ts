import type { JudgedContact } from '../core/contact.ts';
import { type Contact, type Deal, TALKS } from '../core/deal.ts';
import type { Entry } from '../core/entry.ts';
import { MATERIAL_CODES, type MaterialCode } from '../core/playbook.ts';
import { wrap } from './layout.ts';
import type { Page } from './page.ts';
import { printable } from './printable.ts';
import { materialName } from './reason.ts';
import { dealLine } from './why.ts';

/** Returns what was recorded of a note: how it counts, and what it settled and left open. */
export function recordedView(
  recorded: JudgedContact & { entry: Entry; settled: readonly string[] },
  page: Page,
): string {
  const { screens } = page.words;
  const { contact, judgement, entry, settled } = recorded;
  const { said } = screens;
  const side = screens.sides[TALKS.includes(contact.channel) && !contact.noAnswer ? 'both' : contact.from];
  const what = [screens.channels[contact.channel], page.days.short(contact.on), side];
  if (contact.angle) what.push(page.playbook.angles[contact.angle].name);
  if (contact.noAnswer) what.push(screens.show.noAnswer);
  const findings = [...new Set((judgement?.findings ?? []).map(({ text }) => screens.quote(printable(text))))].slice(
    0,
    3,
  );
  const { promise, question, learnt } = entry;
  const lines = [
    said.recorded(what.join(screens.listJoin)),
    ...(judgement?.verdict === 'manipulative' ? [said.manipulative] : []),
    ...(judgement?.verdict === 'status' ? [said.statusOnly(findings.join(screens.listJoin))] : []),
    ...(contact.statusOnly && !judgement ? [said.statusOnlyFlag] : []),
    ...(settled.length > 0 ? [said.settled(settled.map((it) => named(it, page)).join(screens.listJoin))] : []),
    ...(promise ? [said.promised(named(promise.text, page), screens.show.due(page.days.short(promise.dueOn)))] : []),
    ...(question
      ? [
          said.asked(
            question.text === '' && question.doubt
              ? page.playbook.doubts[question.doubt].name
              : screens.quote(printable(question.text)),
          ),
        ]
      : []),
    ...(contact.angle === 'workback' || contact.angle === 'withdraw' ? [said.told] : []),
    ...(learnt.next
      ? [
          `${screens.fields.next}${screens.labelEnd}${printable(learnt.next)}${learnt.nextOn ? ` (${page.days.short(learnt.nextOn)})` : ''}`,
        ]
      : []),
  ];
  return lines.flatMap((line) => wrap(line, page.width)).join('\n');
}

/** Returns the deal a note is about, with its last contact. */
export function noteHeadView(deal: Deal, last: Contact | undefined, page: Page): string {
  const { screens } = page.words;
  const lastText = last ? `${screens.channels[last.channel]}${screens.listJoin}${page.days.short(last.on)}` : '';
  return dealLine({ deal: deal as Parameters<typeof dealLine>[0]['deal'] }, lastText, page);
}

function named(text: string, page: Page): string {
  return (MATERIAL_CODES as readonly string[]).includes(text)
    ? materialName(text as MaterialCode, page)
    : printable(text);
}
