import { ANGLE_KINDS, type AngleCode } from './codes.ts';
import type { Day } from './day.ts';
import { type Channel, type Contact, type Deal, type DealPatch, TALKS } from './deal.ts';
import { type Judgement, judge } from './wording.ts';

/** What the rep says of a contact. */
export interface ContactFacts {
  readonly on: Day;
  readonly from: 'us' | 'them';
  readonly channel: Channel | null;
  readonly angle: AngleCode | null;
  readonly text: string;
  readonly isStatusOnly: boolean;
  readonly noAnswer: boolean;
  /** Whether it supplied a material, answered a question or kept a promise. */
  readonly delivers: boolean;
}

export interface JudgedContact {
  readonly contact: Omit<Contact, 'n'>;
  /** What the wording check found, where it was asked. */
  readonly judgement: Judgement | null;
}

/**
 * Returns the contact as it will be kept. The rep's own word (`--angle`, `--status-only`) decides what it was; without it
 * the wording check does, for one-way contacts of ours that delivered nothing.
 */
export function judgeContact(facts: ContactFacts): JudgedContact {
  const { on, from, channel, angle, text, noAnswer, delivers } = facts;
  const isOneWay = from === 'us' && !TALKS.includes(channel);
  const needsJudging = isOneWay && !facts.isStatusOnly && !angle && !delivers && !noAnswer && text !== '';
  const judgement = needsJudging ? judge(text) : null;
  const statusOnly = from === 'us' && (facts.isStatusOnly || (judgement !== null && judgement.verdict !== 'value'));
  const isGive = delivers || (angle !== null && ANGLE_KINDS[angle] === 'give') || judgement?.gives === true;
  const gives = from === 'us' && !statusOnly && !noAnswer && isGive;
  return {
    contact: { on, from, channel, angle: from === 'us' ? angle : null, statusOnly, gives, noAnswer, text },
    judgement,
  };
}

/**
 * Returns what a contact changes about the agreed next reason to meet: a talk on or after its day, or a message about it,
 * uses it up, unless a new one was agreed.
 */
export function afterContact(deal: Pick<Deal, 'next' | 'nextOn' | 'booked'>, contact: Omit<Contact, 'n'>): DealPatch {
  if (deal.next === null && deal.nextOn === null) return {};
  const isTalk = TALKS.includes(contact.channel) && !contact.noAnswer;
  const isAboutIt = contact.angle === 'othertopic' && !contact.noAnswer;
  const isReached = deal.nextOn === null ? isTalk : deal.nextOn <= contact.on;
  return isReached && (isTalk || isAboutIt) ? { next: null, nextOn: null, booked: false } : {};
}

const OPENING_WORDS: readonly (readonly [Channel, RegExp])[] = [
  ['online', /^(online|zoom|teams|video|オンライン|web\s?会議|ウェブ会議)/i],
  ['visit', /^(visited|visit to|went to see|訪問|往訪|お伺いし|伺って)/i],
  ['meeting', /^(met\b|meeting with|面談|打ち?合わ?せ|商談|会議|来社|来訪)/i],
  ['phone', /^(called|phoned|rang|call with|phone|tel\b|電話|お電話|架電|☎)/i],
  ['chat', /^(chat|slack|line\b|チャット)/i],
];

/** Returns the channel that a note names in its first word ("visited; …", 「訪問。…」), or null. */
export function channelNamed(text: string): Channel | null {
  return OPENING_WORDS.find(([, opening]) => opening.test(text.trim()))?.[0] ?? null;
}
