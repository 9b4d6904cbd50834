import { onDemand } from '../ondemand.ts';
import { ENGLISH } from './english.ts';
import { JAPANESE } from './japanese.ts';
import { keigoFindings } from './keigo.ts';
import { blank, firstHit, type Rule, type Rulebook, withoutBlanks } from './rule.ts';
import { hasQuote, type Sentence, sentences, type Tongue } from './sentences.ts';

export type Verdict = 'value' | 'status' | 'manipulative';

/** `from` and `to` are UTF-16 offsets into the message, `text` is what stands there. */
export interface Finding {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly replacement?: string;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Whether something given was found; a message of verdict `value` may say too little to tell. */
  readonly gives: boolean;
  readonly findings: readonly Finding[];
}

export type Rulebooks = Readonly<Record<Tongue, Rulebook>>;

export const RULEBOOKS: Rulebooks = { en: ENGLISH, ja: JAPANESE };
const PRESSURES = [
  ['false_urgency', 'urgency'],
  ['guilt', 'guilt'],
  ['effort_tally', 'tally'],
] as const;
/** This many items of a list are taken for content. */
const LIST_ITEMS = 2;
/** A list of particulars only says again which matter is meant. */
const LABEL =
  /^\W*(?:回答期限|期限|締切|納期|件名|案件|案件名|番号|日時|金額|宛先|有効期限|due|deadline|amount|invoice|subject|project|date)[^:\n]{0,12}:/i;
/** This many plain statements outweigh a question or a request for an answer. */
const SAID_ENOUGH = 3;

interface Reading {
  readonly sentence: Sentence;
  readonly gives: boolean;
  readonly asks: boolean;
  readonly nudges: boolean;
  readonly waits: boolean;
  readonly empty: boolean;
  readonly filler: boolean;
  readonly explains: boolean;
  readonly leavesFree: boolean;
}

/** Returns what a message does: gives something, only asks how it stands, or presses. Blanks of a draft are not read. */
export function judge(message: string, books: Rulebooks = RULEBOOKS): Judgement {
  const written = withoutBlanks(message);
  const read = sentences(written).map((sentence) => readSentence(sentence, books[sentence.tongue]));
  const found: Finding[] = [];
  const add = (code: string, from: number, to: number): void => {
    found.push({ code, from, to, text: message.slice(from, to) });
  };
  for (const { sentence } of read) {
    for (const [code, group] of PRESSURES) mark(sentence, books[sentence.tongue][group], code, add);
  }
  const pressed = found.length > 0;
  const status = isStatus(read);
  for (const it of read) {
    const { sentence } = it;
    const { ask, nudge, soft, empty } = books[sentence.tongue];
    if (it.asks) {
      if (status) mark(sentence, ask, 'status_question', add);
      else if (!isOpenAsk(read) && !isMereCondition(sentence, ask)) mark(sentence, ask, 'hidden_status', add);
    } else if (status) {
      if (it.nudges) mark(sentence, nudge, 'status_phrase', add);
      else if (it.waits) mark(sentence, soft, 'status_question', add);
      else if (it.empty) mark(sentence, empty, 'status_phrase', add);
    }
  }
  const reply = fakeReply(written);
  if (reply) add('fake_reply', reply.from, reply.to);
  const findings = [
    ...found,
    ...keigoFindings(written).map((it) => ({ ...it, text: message.slice(it.from, it.to) })),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
  const gives = !pressed && !status && (listsSomething(read) || read.some((it) => it.gives || saysSomething(it)));
  return { verdict: pressed ? 'manipulative' : status ? 'status' : 'value', gives, findings };
}

function readSentence(sentence: Sentence, book: Rulebook): Reading {
  const text = blank(book.free, blank(book.thanks, sentence.text));
  const rest = blank(book.empty, text);
  // A table is read when it comes to it: most of the time goes into making its patterns.
  return onDemand<Reading>({
    sentence: () => ({ ...sentence, text }),
    gives: () =>
      firstHit(book.log, rest) !== undefined ||
      clauses(rest).some((clause) => firstHit(book.give, clause) && !firstHit(book.ask, clause)),
    asks: () => firstHit(book.ask, text) !== undefined,
    nudges: () => firstHit(book.nudge, text) !== undefined,
    waits: () => firstHit(book.soft, text) !== undefined,
    empty: () => rest !== text,
    filler: () => firstHit(book.filler, sentence.text) !== undefined,
    explains: () => firstHit(book.cause, sentence.text) !== undefined,
    leavesFree: () => firstHit(book.free, sentence.text) !== undefined,
  });
}

/** A list is content, unless it lists what is asked or the answers one may tick. */
function listsSomething(read: readonly Reading[]): boolean {
  if (read.filter(({ sentence }) => sentence.item).length < LIST_ITEMS) return false;
  let asked = false;
  let items = 0;
  for (const it of read) {
    if (!it.sentence.item) asked = it.asks || it.nudges || it.waits || it.empty;
    else if (!asked && !it.asks && !it.nudges && !LABEL.test(it.sentence.text)) items += 1;
  }
  return items >= LIST_ITEMS;
}

/** A plain statement of some length that is neither courtesy nor about the follow-up itself. */
function saysSomething(it: Reading): boolean {
  const text = it.sentence.text.trim();
  const isLong = it.sentence.tongue === 'ja' ? text.length >= 12 : text.split(/\s+/).length >= 6;
  return isLong && !(it.nudges || it.waits || it.empty || it.filler);
}

/** What is only asked about is not given, so each part of a sentence is read by itself. */
function clauses(text: string): string[] {
  return text.split(/[,;、] ?|: |(?<=ので|たが|ますが) ?| [-–—] ?|[—–]| (?:and|but|so|in case) /);
}

/** A give outweighs everything; without one, an ask or a reminder decides; without either, what is said counts as content. */
function isStatus(read: readonly Reading[]): boolean {
  if (read.some(({ gives }) => gives)) return false;
  if (listsSomething(read) || isOpenAsk(read)) return false;
  if (read.some(({ asks }) => asks)) return true;
  if (read.some((it) => it.nudges || it.waits)) return read.filter(saysSomething).length < SAID_ENOUGH;
  return read.some(({ empty }) => empty) && read.every((it) => it.empty || it.filler);
}

/** A question that says why it serves the reader and leaves the answer free is no status check. */
function isOpenAsk(read: readonly Reading[]): boolean {
  return read.some(({ leavesFree }) => leavesFree) && read.some(({ explains }) => explains);
}

/** "If it is still on your mind, …" asks nothing yet: what follows may. */
function isMereCondition({ text }: Sentence, ask: readonly Rule[]): boolean {
  return (
    firstHit(
      ask,
      text.replace(/^\W*if\b[^,;?]*,/i, (it) => ' '.repeat(it.length)),
    ) === undefined
  );
}

function mark(
  sentence: Sentence,
  rules: readonly Rule[],
  code: string,
  add: (code: string, from: number, to: number) => void,
): void {
  const hit = firstHit(rules, sentence.text);
  if (hit) add(code, sentence.from + hit.from, sentence.from + hit.to);
}

/** Returns where a message claims to answer one that it does not quote. */
function fakeReply(message: string): { from: number; to: number } | undefined {
  const match = /^\s*(?:(?:subject|件名)\s*[:：]\s*)?((?:re|fwd?)\s*[:：])/i.exec(message);
  if (!match?.[1] || hasQuote(message)) return undefined;
  const to = match.index + match[0].length;
  return { from: to - match[1].length, to };
}
