import type { Count } from '../core/answers.ts';
import type { FactorCode, ReasonCode } from '../core/codes.ts';
import type { Day } from '../core/day.ts';
import type { Period } from '../core/period.ts';
import type { Practice } from '../core/practice.ts';
import type { Replies } from '../core/replies.ts';
import type { Waited } from '../core/waits.ts';
import { type Bar, barLines } from './bars.ts';
import { indented, wrap } from './layout.ts';
import { legible } from './legible.ts';
import { type Page, titled } from './page.ts';
import { printable } from './printable.ts';
import { materialName } from './reason.ts';

const INDENT = '  ';
/** So many customers are named in a row. */
const CUSTOMERS_NAMED = 4;

/** Returns the rep's own practice over a period, section by section, with one suggestion at the end. */
export function reviewView(practice: Practice, page: Page): string {
  const { headings } = page.words.review;
  const whose = whoseName(page);
  const headed = (title: string, lines: readonly string[]): string =>
    [...wrap(title, page.width).map((line) => page.paint.strong(line)), ...lines].join('\n');
  const section = (heading: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : headed(heading, lines);
  return [
    headed(titled(periodName(practice.period, page), page), []),
    section(headings.answers, answerLines(practice, page)),
    section(headings.reasons, reasonLines(practice, page)),
    section(headings.contacts(whose), contactLines(practice, page)),
    section(headings.waits(whose), waitLines(practice, page)),
    section(headings.decisions, decisionLines(practice, page)),
    section(headings.replies, replyLines(practice, page)),
    section(headings.giveDue, giveDueLines(practice, page)),
    section(headings.suggestion, suggestionLines(practice, page)),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function whoseName({ whose }: Page): string | null {
  return whose === undefined ? null : printable(whose);
}

/** Returns what a period is called. */
export function periodName({ from, to, kind }: Period, { words: { review }, days }: Page): string {
  if (kind === 'days') return review.days(days.short(from), days.short(to));
  const month = review.month(days.month(from), from.slice(0, 4));
  return kind === 'month' ? month : review.monthSoFar(month, days.short(to));
}

function answerLines({ answers }: Practice, page: Page): string[] {
  const { review } = page.words;
  const { collected, ended, outstanding } = answers;
  const states = Object.entries(ended) as [keyof typeof ended, number][];
  const oldest = outstanding.deals[0];
  return [
    ...sentence(review.answers(collected, outstanding.count, outstanding.over30), page),
    ...barLines(
      states.filter(([, count]) => count > 0).map(([state, count]) => bar(review.ended[state], count)),
      page,
    ),
    ...(oldest
      ? [
          ...sentence(review.outstanding, page),
          ...barLines(
            outstanding.byAge
              .filter(({ count }) => count > 0)
              .map(({ fromDays, toDays, count }) => bar(review.age(fromDays, toDays), count)),
            page,
          ),
          ...sentence(review.oldest(dealName(oldest, page), page.days.short(oldest.sinceOn)), page),
        ]
      : []),
  ];
}

function reasonLines({ reasons }: Practice, page: Page): string[] {
  const { playbook, words } = page;
  const bars = (counts: readonly Count[], nameOf: (code: string) => string | undefined): Bar[] =>
    counts.map(({ code, count }) => bar(nameOf(code) ?? code, count));
  const theirs = bars(reasons.theirs, (code) => playbook.reasons[code as ReasonCode]);
  const unknown = reasons.unknown > 0 ? [bar(words.review.reasonUnknown, reasons.unknown)] : [];
  const ours = bars(reasons.ours, (code) => playbook.factors[code as FactorCode]);
  return [
    ...barLines([...theirs, ...unknown], page),
    ...(ours.length > 0 ? [...sentence(words.review.ownView(whoseName(page)), page), ...barLines(ours, page)] : []),
  ];
}

function contactLines({ contacts, previous }: Practice, page: Page): string[] {
  const { review } = page.words;
  if (contacts.total === 0) return sentence([review.none, unreached(contacts.unreached, page)].join(' ').trim(), page);
  const kinds = (['gives', 'asks', 'notices', 'statusOnly', 'other'] as const).filter(
    (kind) => contacts[kind] > 0 || kind === 'gives' || kind === 'statusOnly',
  );
  const before = contacts.previous.statusOnlyShare;
  const name = previous.kind === 'month' ? page.days.month(previous.from) : review.previousPeriod;
  const share = review.statusShare(
    percent(contacts.statusOnlyShare ?? 0),
    before === null ? null : { name, share: percent(before) },
  );
  return [
    ...barLines(
      kinds.map((kind) => bar(review.contactKinds[kind], contacts[kind])),
      page,
    ),
    ...sentence(
      [share, unreached(contacts.unreached, page)].filter(Boolean).join(page.words.screens.sentenceJoin),
      page,
    ),
  ];
}

function unreached(count: number, { words }: Page): string {
  return count > 0 ? words.review.unreached(count) : '';
}

function waitLines({ waits }: Practice, page: Page): string[] {
  return (['questions', 'materials'] as const).flatMap((kind) => {
    const { settled, waiting, longest, waitingLongest } = waits[kind];
    if (settled + waiting === 0) return [];
    const names = { longest: waitedName(longest, page), waitingLongest: waitedName(waitingLongest, page) };
    return sentence(page.words.review.waits(kind, waits[kind], names), page);
  });
}

function waitedName(waited: Waited | null, page: Page): string {
  return waited ? [itemName(waited, page), customer(waited.deal, page)].join(page.words.screens.listJoin) : '';
}

function itemName({ material, text }: Waited, page: Page): string {
  return material ? materialName(material, page) : page.words.screens.quote(legible(text, page.words));
}

/** As a sentence names it: "the ROI estimate", "an answer to “…”". */
function wantedName(waited: Waited, page: Page): string {
  const { terms, review } = page.words;
  const name = itemName(waited, page);
  return waited.material ? terms.aMaterial(name) : review.anAnswerTo(name);
}

function decisionLines({ decisions }: Practice, page: Page): string[] {
  const { review } = page.words;
  const kinds = (['kept', 'late', 'slipped', 'missing'] as const).filter((kind) => decisions[kind] > 0);
  const named = decisions.missingDeals.slice(0, CUSTOMERS_NAMED).map((deal) => dealName(deal, page));
  return [
    ...barLines(
      kinds.map((kind) => bar(review.decisions[kind], decisions[kind])),
      page,
    ),
    ...(named.length > 0 ? sentence(review.missing(named, decisions.missingDeals.length - named.length), page) : []),
  ];
}

function replyLines({ angles }: Practice, page: Page): string[] {
  const { review } = page.words;
  const claimed = angles.filter(({ share }) => share !== null);
  const few = angles.filter(({ share }) => share === null);
  const bars = claimed.map((it) => ({
    label: angleName(it.angle, page),
    value: it.share ?? 0,
    text: review.reply(it.replied, it.sent, percent(it.low ?? 0), percent(it.high ?? 0)),
  }));
  return [
    ...barLines(bars, page, 1),
    ...(few.length > 0
      ? sentence(review.tooFew(few.map((it) => [angleName(it.angle, page), it.replied, it.sent])), page)
      : []),
    ...(claimed.length > 0 ? sentence(review.noProof, page) : []),
  ];
}

function angleName(angle: Replies['angle'], { words, playbook }: Page): string {
  return angle === 'status-only' ? words.review.statusOnly : playbook.angles[angle].name;
}

function giveDueLines({ giveDue }: Practice, page: Page): string[] {
  if (!giveDue) return [];
  const { angle, deals, longest } = giveDue;
  const on: Day = longest.sinceOn;
  return sentence(
    page.words.review.giveDue(
      page.playbook.angles[angle].name,
      deals,
      dealName(longest.deal, page),
      page.days.short(on),
      longest.businessDays,
    ),
    page,
  );
}

function suggestionLines({ suggestion, giveDue }: Practice, page: Page): string[] {
  const { review, screens } = page.words;
  const waited = suggestion.code === 'answer_waiting' ? suggestion.longest : null;
  const deal = waited?.deal ?? (suggestion.code === 'give_due' ? giveDue?.longest.deal : undefined);
  const text = review.suggestion(suggestion, {
    customer: deal ? dealName(deal, page) : '',
    item: waited ? wantedName(waited, page) : '',
    angle: suggestion.code === 'give_due' ? page.playbook.angles[suggestion.angle].name : '',
    whose: whoseName(page),
  });
  return sentence([text, ...(suggestion.isHint ? [review.hint] : [])].join(screens.sentenceJoin), page);
}

function sentence(text: string, page: Page): string[] {
  return indented(text, INDENT, page.width);
}

function bar(label: string, count: number): Bar {
  return { label, value: count, text: String(count) };
}

function customer(deal: { readonly customer: string }, { words }: Page): string {
  return words.screens.customer(legible(deal.customer, words));
}

function dealName(deal: { readonly id: number; readonly customer: string }, page: Page): string {
  return page.words.review.deal(customer(deal, page), deal.id);
}

function percent(share: number): number {
  return Math.round(share * 100);
}
