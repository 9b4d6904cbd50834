import { addBusinessDays } from './calendar.ts';
import { ANGLE_CODES, ANGLE_KINDS, type AngleCode, type AngleKind } from './codes.ts';
import type { Day } from './day.ts';
import { isOurs, isSignal, isTalk } from './figures.ts';
import { isWithin } from './period.ts';
import type { PracticeGround, ReviewedContact } from './practicerecord.ts';

/** Replies that come, come within a day or two (WWW 2015); a business week is generous. */
export const REPLY_WITHIN_BUSINESS_DAYS = 5;
/** Below this many cases a share says nothing, and none is given. */
const CASES_FOR_A_CLAIM = 8;
/** The normal deviate of a 95 % interval. */
const Z = 1.96;

/** How often a message of one kind was followed by a word from the customer. It does not say that the one caused the other. */
export interface Replies {
  readonly angle: AngleCode | 'status-only';
  readonly kind: AngleKind | 'status';
  readonly sent: number;
  readonly replied: number;
  /** The share with its 95 % interval (Wilson), between 0 and 1; null where the cases are too few. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Returns the replies to the period's messages by angle. Those whose time for a reply has not passed are not counted yet. */
export function repliesOf(contacts: readonly ReviewedContact[], ground: PracticeGround): Replies[] {
  const { period, today, calendar } = ground;
  const signals = new Map<number, ReviewedContact[]>();
  for (const contact of contacts) {
    if (!isSignal(contact)) continue;
    const known = signals.get(contact.dealId);
    if (known) known.push(contact);
    else signals.set(contact.dealId, [contact]);
  }
  const counts = new Map<Replies['angle'], { sent: number; replied: number }>();
  for (const contact of contacts) {
    const angle = angleOf(contact);
    const until = addBusinessDays(calendar, contact.on, REPLY_WITHIN_BUSINESS_DAYS);
    if (!angle || !isWithin(contact.on, period) || until >= today) continue;
    const count = counts.get(angle) ?? { sent: 0, replied: 0 };
    count.sent += 1;
    if (signals.get(contact.dealId)?.some((signal) => isReply(signal, contact, until))) count.replied += 1;
    counts.set(angle, count);
  }
  return [...counts].map(([angle, count]) => withShare(angle, count)).sort(mostTelling);
}

/** A talk is no message: the customer is there already. */
function angleOf(contact: ReviewedContact): Replies['angle'] | null {
  if (!isOurs(contact) || isTalk(contact) || contact.noAnswer) return null;
  return contact.statusOnly ? 'status-only' : contact.angle;
}

function isReply(signal: ReviewedContact, { on, n }: ReviewedContact, until: Day): boolean {
  return signal.on <= until && (signal.on > on || (signal.on === on && signal.n > n));
}

function withShare(angle: Replies['angle'], { sent, replied }: { sent: number; replied: number }): Replies {
  const kind = angle === 'status-only' ? 'status' : ANGLE_KINDS[angle];
  if (sent < CASES_FOR_A_CLAIM) return { angle, kind, sent, replied, share: null, low: null, high: null };
  const { low, high } = wilson(replied, sent);
  return { angle, kind, sent, replied, share: rounded(replied / sent), low: rounded(low), high: rounded(high) };
}

/** Returns the 95 % interval of a share by Wilson's formula, which holds for small counts and at the ends. */
export function wilson(hits: number, cases: number): { low: number; high: number } {
  const share = hits / cases;
  const spread = Z * Math.sqrt((share * (1 - share)) / cases + Z ** 2 / (4 * cases ** 2));
  const middle = share + Z ** 2 / (2 * cases);
  const scale = 1 + Z ** 2 / cases;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}

/** What can be claimed first, the higher share first; then by number. */
function mostTelling(a: Replies, b: Replies): number {
  return (b.share ?? -1) - (a.share ?? -1) || b.sent - a.sent || rankOf(a) - rankOf(b);
}

function rankOf({ angle }: Replies): number {
  return angle === 'status-only' ? ANGLE_CODES.length : ANGLE_CODES.indexOf(angle);
}

/** Three places: a share is a count of a few cases, and more digits would pretend otherwise. */
export function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
