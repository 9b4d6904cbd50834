import { judgeContact } from '../core/contact.ts';
import type { Deal, Outcome } from '../core/deal.ts';
import type { EndGround } from '../core/dealrecord.ts';
import { checkOutcome } from '../core/outcome.ts';
import { searchKey } from '../core/text.ts';
import type { Book } from '../store/book.ts';
import type { Dossier } from '../store/dossier.ts';

/**
 * Ends a deal as the rep tells it, if its gate lets it. The customer's answer is a word from them: it is kept among the
 * contacts too, unless it stands there already.
 */
export async function conclude(book: Book, dossier: Dossier, claim: Outcome, ground: EndGround): Promise<Outcome> {
  const { id } = dossier.deal;
  const checked = checkOutcome(claim, dossier, ground);
  const { outcome } = checked;
  if ((outcome.state === 'lost' || outcome.state === 'declined') && !isNoted(dossier, outcome)) {
    await recordWords(book, id, outcome.words ?? '', outcome);
  }
  if (endsHold(dossier.deal, outcome)) await book.editDeal(id, NO_HOLD, ground.today);
  await book.endDeal(id, checked);
  return outcome;
}

const NO_HOLD = { holdUntilOn: null, holdSinceOn: null, holdWords: null } as const;

/**
 * Whoever has asked for quiet and then said no has spoken. With the quiet still on, nobody could ask for the reason while they
 * remember it, and without having asked nobody may write that they keep it to themselves.
 */
export function endsHold({ holdUntilOn, holdSinceOn }: Deal, { state, on }: Outcome): boolean {
  return (
    state === 'declined' && holdUntilOn !== null && holdUntilOn > on && (holdSinceOn === null || holdSinceOn <= on)
  );
}

/** Records what the customer said: silence is counted from here. */
export async function recordWords(
  book: Book,
  dealId: number,
  text: string,
  { on, channel }: Pick<Outcome, 'on' | 'channel'>,
): Promise<void> {
  const said = { on, text, channel, from: 'them', angle: null } as const;
  const { contact } = judgeContact({ ...said, isStatusOnly: false, noAnswer: false, delivers: false });
  await book.recordContact(dealId, contact);
}

function isNoted({ contacts, outcome: before }: Dossier, { on, words }: Outcome): boolean {
  if (words !== null && words === before?.words) return true;
  const key = searchKey(words ?? '');
  const ofTheirs = contacts.filter((contact) => contact.from === 'them' && contact.on === on);
  return ofTheirs.some(({ text }) => searchKey(text).includes(key));
}
