import { workBack } from './chain.ts';
import type { Outcome } from './deal.ts';
import type { DealRecord, EndGround } from './dealrecord.ts';
import { Refusal } from './failure.ts';
import { isLatestTold } from './situation.ts';

/**
 * A loss is the customer's: their own words, who said them, when, through which channel, and their reason. What a "no"
 * already recorded of who and how stands; its words stand only where the customer keeps the reason to themselves.
 */
export function gateLost(claim: Outcome, { deal, outcome }: DealRecord): Outcome {
  const no = outcome?.state === 'declined' ? outcome : null;
  const lost: Outcome = {
    ...claim,
    who: claim.who ?? no?.who ?? null,
    channel: claim.channel ?? no?.channel ?? null,
    words: claim.words ?? (claim.reason === 'undisclosed' ? (no?.words ?? null) : null),
  };
  refuseMissing(no ? 'lost_needs_reason' : 'lost_needs', deal.id, {
    '--words': lost.words,
    '--who': lost.who,
    '--channel': lost.channel,
    '--reason': lost.reason,
  });
  if (lost.reason === 'other' && lost.fact === null) throw new Refusal('other_needs_fact', { id: deal.id });
  if (lost.reason === 'undisclosed' && !wasAsked(deal.figures.lossreasonOn, no)) {
    throw new Refusal('undisclosed_unasked', { id: deal.id });
  }
  return lost;
}

/** The reason was asked for: after the "no", where that came first. */
function wasAsked(lossreasonOn: string | null, no: Outcome | null): boolean {
  return lossreasonOn !== null && (no === null || lossreasonOn >= no.on);
}

/** That they said no is known through somebody; their words are welcome, and the reason is asked for. */
export function gateDeclined(claim: Outcome, { deal }: DealRecord): Outcome {
  refuseMissing('declined_needs', deal.id, { '--who': claim.who, '--channel': claim.channel });
  return claim;
}

/** We step back because their own day is over and they knew it, or for a reason of ours. */
export function gateWithdrawn(claim: Outcome, { deal }: DealRecord, { calendar }: EndGround): Outcome {
  if (claim.fact !== null) return claim;
  const { latestUsefulOn } = workBack(deal, calendar);
  const { id, figures } = deal;
  if (latestUsefulOn === null) throw new Refusal('withdrawn_no_day', { id });
  if (latestUsefulOn >= claim.on) throw new Refusal('withdrawn_early', { id, day: latestUsefulOn });
  if (!isLatestTold(figures, latestUsefulOn)) throw new Refusal('withdrawn_untold', { id, day: latestUsefulOn });
  return claim;
}

/** The answer is outstanding: the closing note was sent, nothing came back, and we look again on a day. */
export function gateDormant(claim: Outcome, { deal }: DealRecord): Outcome {
  const { id, doNotContact, figures } = deal;
  if (doNotContact) throw new Refusal('revisit_unwanted', { id });
  // A word of theirs ends the silence that the note closed: it is then not outstanding any more.
  if (figures.closefileOn === null) throw new Refusal('dormant_no_closefile', { id });
  refuseMissing('dormant_needs', id, { '--revisit': claim.revisitOn });
  return claim;
}

/** There is nothing left to decide, and somebody said so; a duplicate names the deal it repeats. */
export function gateVoid(claim: Outcome, { deal }: DealRecord): Outcome {
  const fact = claim.fact?.normalize('NFKC') ?? '';
  const repeated = /duplicate|重複|二重/i.test(fact) ? /\d+/.exec(fact)?.[0] : undefined;
  const isDuplicate = repeated !== undefined && Number(repeated) !== deal.id;
  refuseMissing('void_needs', deal.id, { '--fact': claim.fact, ...(isDuplicate ? {} : { '--words': claim.words }) });
  return claim;
}

function refuseMissing(code: string, id: number, needs: Readonly<{ [flag: string]: string | null }>): void {
  const missing = Object.keys(needs).filter((flag) => needs[flag] === null);
  if (missing.length > 0) throw new Refusal(code, { id, missing });
}
