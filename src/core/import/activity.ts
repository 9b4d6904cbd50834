import { CHANNELS, type Channel } from '../deal.ts';
import { searchKey } from '../text.ts';
import {
  CHANNEL_WORDS,
  COURSE_WORDS,
  NO_CONTACT_WORDS,
  OURS_WORDS,
  SIDED_WORDS,
  THEIRS_WORDS,
  UNREACHED_WORDS,
} from './activitywords.ts';
import { channelOfWord, isYes } from './value.ts';

export type Side = 'us' | 'them';

/** What an activity of another system was. */
export interface Activity {
  /** Null where nobody was in touch with the customer: a task, a note, a meeting among ourselves. */
  readonly channel: Channel | null;
  /** Who turned to whom, where the word says so. */
  readonly from: Side | null;
  /** Whether the word says that nobody was reached. */
  readonly noAnswer: boolean;
}

/** How an activity went. */
export type Course = keyof typeof COURSE_WORDS;

/** Returns what words are compared by: `INCOMING_EMAIL` and `Incoming e-mail` are the same. */
export function wordKey(word: string): string {
  return searchKey(word).replace(/[\s_\-–—・.]+/g, '');
}

/** Returns what a type of activity means (`📞 Call`, `INCOMING_EMAIL`, `電話（不在）`, `初回訪問`), or null where it is not known. */
export function readActivity(word: string): Activity | null {
  const text = searchKey(word).replace(/^(?:[^\p{L}\p{N}(]|\d+[.): ])+/u, '');
  const [, base = text, aside = null] = /^([^([【]+?) ?[([【](.+?)[)\]】]$/.exec(text) ?? [];
  const known = named(text) ?? bare(base);
  if (known === null || aside === null) return known;
  // What stands in brackets may say more: 打合せ（社内）, 電話（受電）.
  const more = named(aside);
  if (more?.channel === null) return more;
  const from = readSide(aside);
  return {
    channel: known.channel,
    from: known.from ?? more?.from ?? (from === 'internal' ? null : from),
    noAnswer: known.noAnswer || readCourse(aside) === 'noAnswer',
  };
}

/** Returns who turned to whom, `internal` where the customer had no part in it, null where the word is not known. */
export function readSide(word: string): Side | 'internal' | null {
  const key = wordKey(word);
  if (OURS.has(key)) return 'us';
  if (THEIRS.has(key)) return 'them';
  return key === 'internal' || key === '社内' ? 'internal' : null;
}

/** Returns how an activity went by its status, its outcome or a yes or no; null where the word is not known. */
export function readCourse(word: string): Course | null {
  const known = COURSES.get(wordKey(word));
  if (known) return known;
  try {
    return isYes(word) ? 'held' : 'notHeld';
  } catch {
    return null;
  }
}

const FILLERS =
  /^(?:sales|client|customer|first|initial|intro|introductory|follow|up|followup|discovery|logged|regular)$/;
const OUTGOING = /^(?:outgoing|outbound)$/;
const INCOMING = /^(?:incoming|inbound)$/;
/** Which visit it was does not matter. */
const WHICH = /^(?:初回|再|定期|新規|既存|顧客|客先|お客様|先方|取引先|営業|個別|通常|簡易|フォロー)+(?=..)/;

/** The word without what only describes it: `Outbound sales call`, `定期訪問`. */
function bare(text: string): Activity | null {
  const known = named(text);
  if (known) return known;
  const tokens = text.split(/[\s_\-–—]+/);
  const from = tokens.some((it) => OUTGOING.test(it)) ? 'us' : tokens.some((it) => INCOMING.test(it)) ? 'them' : null;
  const rest = tokens.filter((it) => !FILLERS.test(it) && !OUTGOING.test(it) && !INCOMING.test(it)).join(' ');
  const found = named(rest.replace(WHICH, ''));
  return found && { ...found, from: found.from ?? from };
}

function named(text: string): Activity | null {
  const found = ACTIVITIES.get(wordKey(text));
  if (found) return found;
  const channel = channelOfWord(text);
  return channel && { channel, from: null, noAnswer: false };
}

function keys(words: string): string[] {
  return words
    .split(/[,\n]/)
    .map(wordKey)
    .filter((key) => key !== '');
}

const ACTIVITIES: ReadonlyMap<string, Activity> = new Map([
  ...CHANNELS.flatMap((channel) => entries(CHANNEL_WORDS[channel], { channel, from: null, noAnswer: false })),
  ...SIDED_WORDS.flatMap(([channel, from, words]) => entries(words, { channel, from, noAnswer: false })),
  ...UNREACHED_WORDS.flatMap(([channel, words]) => entries(words, { channel, from: 'us', noAnswer: true })),
  ...entries(NO_CONTACT_WORDS, { channel: null, from: null, noAnswer: false }),
]);

function entries(words: string, activity: Activity): (readonly [string, Activity])[] {
  return keys(words).map((key) => [key, activity] as const);
}

const OURS = new Set(keys(OURS_WORDS));
const THEIRS = new Set(keys(THEIRS_WORDS));
const COURSES: ReadonlyMap<string, Course> = new Map(
  (Object.keys(COURSE_WORDS) as Course[]).flatMap((course) => keys(COURSE_WORDS[course]).map((key) => [key, course])),
);
