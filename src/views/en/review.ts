import type { Waits } from '../../core/waits.ts';
import type { ReviewWords, WaitNames } from '../reviewwords.ts';
import { many } from './count.ts';

export const review = (): ReviewWords => ({
  month: (name, year) => `${name} ${year}`,
  monthSoFar: (month, day) => `${month} so far, to ${day}`,
  days: (from, to) => `${from} to ${to}`,
  deal: (customer, id) => `${customer} (#${id})`,
  headings: {
    answers: 'Answers',
    reasons: 'Why they said no',
    contacts: (whose) => (whose === null ? 'Your contacts' : `${possessive(whose)} contacts`),
    waits: (whose) => `What waited for ${whose ?? 'you'}`,
    decisions: 'Their decision dates',
    replies: 'A word from them within 5 business days',
    giveDue: 'The give that is due most',
    suggestion: 'One thing to try',
  },
  answers: (collected, outstanding, over30) =>
    `${many(collected, 'answer')} collected; ${outstanding} outstanding today${over30 > 0 ? `, ${over30} of them for more than 30 days` : ''}.`,
  ended: {
    won: 'won',
    lost: 'lost, reason heard',
    declined: 'no, reason not heard',
    withdrawn: 'withdrawn by us',
    dormant: 'put to rest, no answer',
    void: 'nothing left to decide',
  },
  outstanding: 'Outstanding, since their date passed or since the closing note',
  age: (from, to) =>
    to === null ? `more than ${from - 1} days` : from === 1 ? `up to ${to} days` : `${from} to ${to} days`,
  oldest: (customer, day) => `The oldest: ${customer}, since ${day}.`,
  ownView: (whose) =>
    whose === null ? 'What you think it was on our side' : `What ${whose} thinks it was on our side`,
  reasonUnknown: 'not heard yet',
  contactKinds: {
    gives: 'gave them something',
    asks: 'asked for something',
    notices: 'told them a date or a fact',
    statusOnly: 'only asked how it goes',
    other: 'talks and other messages',
  },
  statusShare: (share, previous) =>
    `Status only: ${share} %${previous ? ` (${previous.name}: ${previous.share} %)` : ''}.`,
  unreached: (count) => `${many(count, 'more attempt')} reached nobody.`,
  waits: (kind, waits, names) => [settled(kind, waits, names), waiting(kind, waits, names)].filter(Boolean).join(' '),
  anAnswerTo: (question) => `an answer to ${question}`,
  decisions: {
    kept: 'answered by their date',
    late: 'answered later',
    slipped: 'date moved later',
    missing: 'no date yet, open today',
  },
  missing: (customers, more) => `No date yet: ${customers.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  statusOnly: 'Status check',
  reply: (replied, sent, low, high) => `${replied} of ${sent} (95 %: ${low}–${high} %)`,
  tooFew: (angles) =>
    `Too few to say: ${angles.map(([name, replied, sent]) => `${name} ${replied} of ${sent}`).join(' · ')}.`,
  noProof: 'A word after a message is no proof that the message brought it.',
  giveDue: (angle, deals, customer, day, businessDays) =>
    `“${angle}”, advised for ${many(deals, 'deal')} today. ${customer} has been given nothing since ${day}, ${many(businessDays, 'business day')} ago.`,
  previousPeriod: 'before',
  none: 'Nothing recorded.',
  suggestion(suggestion, { customer, item, angle, whose }) {
    switch (suggestion.code) {
      case 'answer_waiting':
        return suggestion.count === 1
          ? `${customer} still waits for ${item}, ${many(suggestion.longest.businessDays, 'business day')} by now. Send what there is, and say when the rest comes.`
          : `${suggestion.count} things they asked for are still with ${whose ?? 'you'}. The oldest is ${item} for ${customer}, ${many(suggestion.longest.businessDays, 'business day')} by now: send what there is, and say when the rest comes.`;
      case 'status_checks':
        return `${suggestion.count} of ${whose === null ? 'your' : possessive(whose)} ${suggestion.of} contacts only asked how it goes. Before the next one, put one useful thing in the message: an answer, a page for their meeting, a piece of work done for them.`;
      case 'decision_dates': {
        const { missing, withDate, withoutDate } = suggestion;
        const compared =
          withDate.of > 0 && withoutDate.of > 0
            ? ` Deals with a date were answered ${withDate.answered} of ${withDate.of} times, the others ${withoutDate.answered} of ${withoutDate.of}.`
            : '';
        return `${missing} open deals have no decision date.${compared} Ask by when they want to be done, and what they need before that: followup ask`;
      }
      case 'old_answers':
        return `${suggestion.count} answers have been outstanding for more than 30 days. Ask one of them plainly for the answer, and say that a no is welcome.`;
      case 'ask_reasons':
        return `${suggestion.count} customers said no without a reason. One gentle question within ten business days, not to reopen it, only to learn.`;
      case 'sooner':
        return `What they asked for waited ${suggestion.mean} business days on average. Send the first page on the same day and the rest when it is ready.`;
      case 'more_gives':
        return `${whose ?? 'You'} asked ${suggestion.asks} times and gave ${suggestion.gives} times. Between two questions, give something.`;
      case 'give_due':
        return `Nothing was given for ${many(suggestion.longest, 'business day')} where it has been longest. “${angle}” is advised for ${many(suggestion.deals, 'deal')} today: begin with ${customer || 'one of them'}.`;
      case 'little_recorded':
        return 'Little is recorded in this period, so there is little to learn from it yet. Noting each contact in a word or two is enough to begin with.';
      case 'go_on':
        return 'Nothing stands out in these numbers. Go on as you do.';
    }
  },
  hint: 'Few cases: a hint, no proof.',
});

function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

function settled(kind: 'questions' | 'materials', { settled: count, mean, longest }: Waits, names: WaitNames): string {
  const done =
    kind === 'questions' ? `${many(count, 'question')} answered` : `${many(count, 'requested material')} sent`;
  if (mean === null || !longest)
    return `${kind === 'questions' ? 'No question answered' : 'No requested material sent'}.`;
  const most = longest.businessDays > 0 && count > 1 ? `; the longest ${longest.businessDays}, ${names.longest}` : '';
  return `${done}, after ${mean === 1 ? '1 business day' : `${mean} business days`} on average${most}.`;
}

function waiting(_kind: string, { waiting: count, waitingLongest: longest }: Waits, names: WaitNames): string {
  if (!longest) return '';
  return `${count} still ${count === 1 ? 'waits' : 'wait'}, the longest for ${many(longest.businessDays, 'business day')}: ${names.waitingLongest}.`;
}
