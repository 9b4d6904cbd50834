import { answersOf, decisionDatesOf, reasonsOf } from './answers.ts';
import { ANGLE_KINDS } from './codes.ts';
import type { Day } from './day.ts';
import { isOurs } from './figures.ts';
import { giveDueOf } from './givedue.ts';
import { isWithin, type Period, previousPeriod } from './period.ts';
import type { Plan } from './plan.ts';
import type { ContactCounts, PracticeNumbers } from './practicenumbers.ts';
import type { PracticeGround, PracticeRecord, ReviewedContact } from './practicerecord.ts';
import { repliesOf, rounded } from './replies.ts';
import { type Suggestion, suggestionOf } from './suggestion.ts';
import { waitsOf } from './waits.ts';

/** The rep's own practice over a period. These are the names that `review --json` gives. */
export interface Practice extends PracticeNumbers {
  readonly period: Period;
  readonly previous: Period;
  /** The day as of which open deals, waits and gives are seen. */
  readonly asOf: Day;
  readonly suggestion: Suggestion;
}

/** Returns the practice of a period. The same record on the same ground always gives the same numbers. */
export function practiceOf(record: PracticeRecord, plan: Plan, ground: PracticeGround): Practice {
  const { period, today } = ground;
  const previous = previousPeriod(period);
  const seen = {
    answers: answersOf(record.deals, ground),
    reasons: reasonsOf(record.deals, ground),
    contacts: { ...countContacts(record.contacts, period), previous: countContacts(record.contacts, previous) },
    waits: {
      materials: waitsOf(
        record.waits.filter(({ kind }) => kind === 'material'),
        ground,
      ),
      questions: waitsOf(
        record.waits.filter(({ kind }) => kind === 'question'),
        ground,
      ),
    },
    decisions: decisionDatesOf(record, ground),
    angles: repliesOf(record.contacts, ground),
    giveDue: giveDueOf(plan),
  };
  return { period, previous, asOf: today, ...seen, suggestion: suggestionOf(seen, ground.rule) };
}

function countContacts(contacts: readonly ReviewedContact[], period: Period): ContactCounts {
  const counts = { gives: 0, asks: 0, notices: 0, statusOnly: 0, other: 0 };
  const ours = contacts.filter((contact) => isOurs(contact) && isWithin(contact.on, period));
  const reached = ours.filter(({ noAnswer }) => !noAnswer);
  for (const contact of reached) counts[kindOf(contact)] += 1;
  const total = reached.length;
  return {
    total,
    ...counts,
    unreached: ours.length - total,
    statusOnlyShare: total === 0 ? null : rounded(counts.statusOnly / total),
  };
}

function kindOf({ statusOnly, gives, angle }: ReviewedContact): 'gives' | 'asks' | 'notices' | 'statusOnly' | 'other' {
  if (statusOnly) return 'statusOnly';
  const kind = angle && ANGLE_KINDS[angle];
  if (gives || kind === 'give') return 'gives';
  return kind === 'ask' ? 'asks' : kind === 'notice' ? 'notices' : 'other';
}
