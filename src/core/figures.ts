import { ANGLE_KINDS, type AngleCode, type DoubtCode, type MaterialCode } from './codes.ts';
import type { Day } from './day.ts';
import { latest } from './day.ts';
import { type Channel, type Contact, type Deal, type History, type Question, TALKS } from './deal.ts';
import { ERASED } from './erased.ts';

/**
 * What the rule needs of a deal's history, folded from it once when something is recorded, so that `today` reads one row
 * a deal and no history.
 */
export interface Figures {
  lastContactOn: Day | null;
  /** The angles of our last contacts, newest first, three at most. */
  recentAngles: readonly AngleCode[];
  lastContactChannel: Channel | null;
  /** The latest unanswered contact of ours on another channel than the last one's. */
  otherChannelOn: Day | null;
  lastSignalOn: Day | null;
  /** Contacts of ours since the customer's last signal. */
  unanswered: number;
  unansweredAsks: number;
  lastAskOn: Day | null;
  /** Whether our last ask has had no give after it. */
  askedSinceGive: boolean;
  /** Status-only contacts of ours in a row, up to now. */
  statusRun: number;
  /** The longest that the run was on the day of our last contact: a give made today calms the deal from tomorrow on. */
  statusRunPeak: number;
  /** Status-only contacts of ours since our last give, whatever else stands between them. */
  statusSinceGive: number;
  lastGiveOn: Day | null;
  /** When the latest useful day was told to the customer (`workback` or `withdraw`). */
  toldOn: Day | null;
  /** The day that was told; null where it is not known. A goal that moves makes another day, which is not told yet. */
  toldLatestOn: Day | null;
  withdrawOn: Day | null;
  /** When the closing note was sent, while the customer has not spoken since. */
  closefileOn: Day | null;
  verdictOn: Day | null;
  lossreasonOn: Day | null;
  holdackOn: Day | null;
  /** The day of the last talk, while no message of ours has followed it. */
  thanksOwedSinceOn: Day | null;
  doubts: readonly DoubtCode[];
  promises: readonly OpenPromise[];
  questions: readonly OpenQuestion[];
  /** Materials the customer asked for and has neither got nor been promised. */
  wanted: readonly { readonly code: MaterialCode; readonly on: Day }[];
  /** Materials that are supplied, confirmed useful or not needed. */
  settled: readonly MaterialCode[];
}

export interface OpenPromise {
  readonly n: number;
  readonly text: string;
  readonly material: MaterialCode | null;
  readonly dueOn: Day | null;
}

export interface OpenQuestion {
  readonly n: number;
  readonly text: string;
  readonly doubt: DoubtCode | null;
  readonly askedOn: Day;
}

/** What tells whose contact it was. */
type Sides = Pick<Contact, 'from' | 'channel' | 'noAnswer'>;

/** Returns whether the contact counts as a word from the customer. A talk counts for both sides. */
export function isSignal(contact: Sides): boolean {
  return (contact.from === 'them' && !contact.noAnswer) || isTalk(contact);
}

/** Returns whether the contact counts as one of ours. */
export function isOurs(contact: Sides): boolean {
  return contact.from === 'us' || isTalk(contact);
}

export function isTalk(contact: Sides): boolean {
  return TALKS.includes(contact.channel) && !contact.noAnswer;
}

/** Returns the figures of a deal, folded from its whole history. The same history always gives the same figures. */
export function figuresOf(deal: Pick<Deal, 'earlierContactOn' | 'earlierSignalOn'>, history: History): Figures {
  const contacts = [...history.contacts].sort((a, b) => (a.on === b.on ? a.n - b.n : a.on < b.on ? -1 : 1));
  const figures = foldContacts(contacts, startOf(deal));
  return {
    ...figures,
    doubts: [...new Set(history.questions.flatMap(({ doubt }) => (doubt ? [doubt] : [])))],
    promises: history.promises
      .filter(({ keptOn }) => keptOn === null)
      .map(({ n, text, material, dueOn }) => ({ n, text, material, dueOn })),
    questions: history.questions
      .filter((question) => question.answeredOn === null && isAnswerable(question))
      .map(({ n, text, doubt, askedOn }) => ({ n, text, doubt, askedOn })),
    wanted: history.materials.filter(({ status }) => status === 'wanted').map(({ code, on }) => ({ code, on })),
    settled: history.materials
      .filter(({ status }) => status === 'supplied' || status === 'useful' || status === 'not-needed')
      .map(({ code }) => code),
  };
}

/** What was erased with whoever asked it nobody can answer, unless it is still known what it was about. */
function isAnswerable({ text, doubt }: Question): boolean {
  return text !== ERASED || doubt !== null;
}

type ContactFigures = Omit<Figures, 'doubts' | 'promises' | 'questions' | 'wanted' | 'settled'>;

/** What was true before the book was kept: a last contact later than their last signal stands unanswered. */
function startOf({
  earlierContactOn,
  earlierSignalOn,
}: Pick<Deal, 'earlierContactOn' | 'earlierSignalOn'>): ContactFigures {
  const isUnanswered = earlierContactOn !== null && (earlierSignalOn === null || earlierSignalOn < earlierContactOn);
  return {
    lastContactOn: earlierContactOn,
    recentAngles: [],
    lastContactChannel: null,
    otherChannelOn: null,
    lastSignalOn: earlierSignalOn,
    unanswered: isUnanswered ? 1 : 0,
    unansweredAsks: 0,
    lastAskOn: null,
    askedSinceGive: false,
    statusRun: 0,
    statusRunPeak: 0,
    statusSinceGive: 0,
    lastGiveOn: null,
    toldOn: null,
    toldLatestOn: null,
    withdrawOn: null,
    closefileOn: null,
    verdictOn: null,
    lossreasonOn: null,
    holdackOn: null,
    thanksOwedSinceOn: null,
  };
}

function foldContacts(contacts: readonly Contact[], start: ContactFigures): ContactFigures {
  const figures = { ...start };
  for (const contact of contacts) {
    // A contact older than what the rep stated about the time before the book changes no "last" figure.
    const isSuperseded = (since: Day | null): boolean => since !== null && contact.on < since;
    if (isOurs(contact)) foldOurs(figures, contact, isSuperseded(start.lastSignalOn));
    if (isSignal(contact)) {
      figures.lastSignalOn = latest(figures.lastSignalOn, contact.on);
      if (!isSuperseded(start.lastContactOn) || start.unanswered === 0) clearUnanswered(figures);
    }
    if (isTalk(contact)) figures.thanksOwedSinceOn = contact.on;
    else if (contact.from === 'us' && !contact.noAnswer) figures.thanksOwedSinceOn = null;
  }
  return figures;
}

function foldOurs(figures: ContactFigures, contact: Contact, isAnsweredAlready: boolean): void {
  const { angle, on } = contact;
  if (figures.lastContactOn !== on) figures.statusRunPeak = figures.statusRun;
  if (!isAnsweredAlready && !isTalk(contact)) {
    if (figures.unanswered > 0 && figures.lastContactChannel && figures.lastContactChannel !== contact.channel) {
      figures.otherChannelOn = figures.lastContactOn;
    }
    figures.unanswered += 1;
    if (isAsk(contact)) figures.unansweredAsks += 1;
  }
  figures.lastContactOn = latest(figures.lastContactOn, on);
  if (angle) figures.recentAngles = [angle, ...figures.recentAngles].slice(0, 3);
  figures.lastContactChannel = contact.channel;
  figures.statusRun = contact.statusOnly ? figures.statusRun + 1 : contact.noAnswer ? figures.statusRun : 0;
  figures.statusRunPeak = Math.max(figures.statusRunPeak, figures.statusRun);
  if (contact.statusOnly) figures.statusSinceGive += 1;
  if (isAsk(contact)) {
    figures.lastAskOn = on;
    figures.askedSinceGive = true;
  }
  if (contact.gives) {
    figures.lastGiveOn = on;
    figures.askedSinceGive = false;
    figures.statusSinceGive = 0;
  }
  if (contact.noAnswer) return;
  if ((angle === 'workback' || angle === 'withdraw') && contact.toldLatestOn !== null) {
    figures.toldOn = on;
    figures.toldLatestOn = contact.toldLatestOn ?? null;
  }
  if (angle === 'withdraw') figures.withdrawOn = on;
  if (angle === 'closefile') figures.closefileOn = on;
  if (angle === 'verdict') figures.verdictOn = on;
  if (angle === 'lossreason') figures.lossreasonOn = on;
  if (angle === 'holdack') figures.holdackOn = on;
}

function clearUnanswered(figures: ContactFigures): void {
  figures.unanswered = 0;
  figures.unansweredAsks = 0;
  figures.otherChannelOn = null;
  figures.closefileOn = null;
}

function isAsk({ angle, statusOnly }: Contact): boolean {
  return angle !== null && !statusOnly && ANGLE_KINDS[angle] === 'ask';
}

/** Returns the promise that is due first; one without a day comes last. */
export function firstDue(promises: readonly OpenPromise[]): OpenPromise | undefined {
  const due = ({ dueOn }: OpenPromise): string => dueOn ?? '9';
  return promises.toSorted((a, b) => (due(a) === due(b) ? a.n - b.n : due(a) < due(b) ? -1 : 1))[0];
}
